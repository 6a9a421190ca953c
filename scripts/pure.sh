# shellcheck shell=bash disable=SC2034 # read by scripts/test and scripts/test-pythons
# The quick examples: no recogniser, no sound, nothing at random. They take 5 s.
pure=(tests/recipe tests/commands tests/cook -m "not sound and not hypothesis")
