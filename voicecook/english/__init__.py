"""The language itself, speaking and reading side by side. Knows nothing else in the house."""
