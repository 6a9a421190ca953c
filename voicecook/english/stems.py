"""Words without their endings, so that those of one family meet."""

from __future__ import annotations

from functools import lru_cache

from voicecook.english.nouns import singular

_ENDINGS = ("ing", "ied", "ed", "ly")


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A lower-case word without its endings: "glazing", "glazed" and "glaze" meet, as do
    "leaves" and "leaf".
    """
    if len(word) > 3:
        word = singular(word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending) + ("y" if ending == "ied" else "")
            break
    word = word.removesuffix("e")
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") else word
