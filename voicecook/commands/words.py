"""A sentence as words to match: lower case, contractions spelled out, pauses noted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from voicecook.english import GLYPHS, HESITATIONS

MOST_WORDS = 600


COMMA = ","
STOPS = frozenset(".!?;\n")
_APOSTROPHES = str.maketrans({"\u2018": "'", "\u2019": "'"})
_TOKEN = re.compile(
    rf"\d+(?:st|nd|rd|th)\b|\d+/\d+|\d+\.\d+|\d+|[{''.join(GLYPHS)}]|[^\W\d_]+(?:'[^\W\d_]+)*'?|[.!?;\n]|,"
)
_SPELLED = {
    "alrighty": "alright", "cannot": "can not", "can't": "can not", "cant": "can not",
    "cos": "because", "didnt": "did not", "doesnt": "does not", "dont": "do not",
    "em": "them", "gimme": "give me", "gonna": "going to", "gotta": "got to", "hows": "how is",
    "id": "i would", "im": "i am", "isnt": "is not", "ive": "i have", "lemme": "let me",
    "let's": "let us", "lets": "let us", "mhm": "yes", "k": "okay", "ok": "okay", "okey": "okay",
    "okie": "okay", "oke": "okay", "pls": "please", "plz": "please", "shan't": "shall not",
    "that'll": "that will", "thats": "that is", "theres": "there is", "thx": "thanks",
    "u": "you", "wanna": "want to", "weve": "we have", "whats": "what is", "whens": "when is",
    "wheres": "where is", "won't": "will not", "wont": "will not", "y'all": "you",
    "youre": "you are", "yess": "yes", "wat": "what", "ty": "thanks",
}  # fmt: skip
_ENDINGS = (
    ("n't", " not"), ("'re", " are"), ("'m", " am"), ("'ve", " have"), ("'ll", " will"),
    ("'d", " would"), ("'s", " is"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of what was said and where it paused."""

    words: tuple[str, ...]
    stops: frozenset[int]
    """Before which words a full stop, question or exclamation mark stood."""
    commas: frozenset[int]
    """Before which words a comma stood."""


def read_sentence(text: str) -> Sentence:
    """The words in `text`; what follows the first 600 is not read."""
    words: list[str] = []
    stops: set[int] = set()
    commas: set[int] = set()
    for mark in _tokens(text):
        if mark == COMMA:
            commas.add(len(words))
        elif mark in STOPS:
            stops.add(len(words))
        else:
            words.extend(_plain(mark))
        if len(words) >= MOST_WORDS:
            break
    return Sentence(tuple(words), frozenset(stops), frozenset(commas))


def plain_words(text: str) -> tuple[str, ...]:
    """The words in `text` without its pauses: "What's next?" is what, is, next."""
    return read_sentence(text).words


@cache
def template_words(text: str) -> tuple[str, ...]:
    """The same for a piece of a template, read once however often it occurs."""
    return plain_words(text)


def _tokens(text: str) -> list[str]:
    text = text[: MOST_WORDS * 20].lower().translate(_APOSTROPHES)
    text = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
    text = re.sub(r"\b(?:m+[- ]?h+m+|uh[- ]huh)\b", "yes", text)
    text = re.sub(r"\bo\.? ?k\b\.?(?!\w)", "okay", text)
    return _TOKEN.findall(text.replace("-", " ").replace("°", " degrees "))


@cache
def _contraction(word: str) -> tuple[str, ...]:
    if word in _SPELLED:
        return tuple(_SPELLED[word].split())
    for ending, spelled in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            return (word[: -len(ending)], *spelled.split())
    return (word.strip("'"),)


def _plain(token: str) -> tuple[str, ...]:
    if token in HESITATIONS:
        return ()
    if token in GLYPHS:
        return (GLYPHS[token],)
    if token[0].isdigit():
        return (token,)
    return _contraction(token) if len(token) < 40 else ("_",)
