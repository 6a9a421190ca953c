"""What was asked, as a clause: "should it go on the top shelf" → "whether it should go …"."""

from __future__ import annotations

import re
from collections.abc import Iterable

_AUX = (
    "do does did is are was were can could should shall must will would may might has have need am"
)
_SUBJECT = (
    r"i|you|we|it|they|this|that|these|those|there|he|she|"
    r"(?:the|a|an|my|your|our|some|any|all the) \w+"
)
_QUESTION = re.compile(
    rf"(?:(?P<wh>(?:(?:in|on|at|for|with|to) )?(?:how|what|which|where|when|why|who|whose)\b.*?) )?"
    rf"(?P<aux>{'|'.join(_AUX.split())}) (?:(?P<no>not) )?(?P<subject>{_SUBJECT})\b ?(?P<rest>.*)"
)
_SWAPPED = {
    "i": "you", "me": "you", "my": "your", "mine": "yours", "we": "you", "us": "you",
    "our": "your", "myself": "yourself", "am": "are",
}  # fmt: skip
_INFINITIVE = re.compile(r"(?:need|have|ought|supposed|meant) to |need |got to ")
_ODD = {"have": "has", "do": "does", "go": "goes", "be": "is"}
LONGEST = 14
"""In words: what is longer is not repeated."""


def clause(text: str, names: Iterable[str] = ()) -> str:
    """The question as it goes after "doesn't say"; "" if it can't be put so.

    `names` are those of several words, so that "the cream cheese" stays together.
    """
    if len(text.split()) > LONGEST:
        return ""
    joined = text
    for name in names:
        joined = joined.replace(name, name.replace(" ", "_"))
    if match := _QUESTION.fullmatch(joined):
        return swapped(_turned(match).replace("_", " "))
    if match := re.fullmatch(r"(what|who) (is|are|was) (?!it|this|that|they|there)(.+)", text):
        return swapped(f"{match[1]} {match[3]} {match[2]}")
    if re.match(r"(?:how|what|which|where|when|why|who|whose|if|whether)\b", text):
        return swapped(text)
    return ""


def swapped(text: str) -> str:
    """The cook's "I" and "my" as the app says them: "you" and "your"."""
    return " ".join(_SWAPPED.get(word, word) for word in text.split())


def _turned(match: re.Match[str]) -> str:
    lead, subject = match["wh"] or "whether", match["subject"]
    said = _after(match, "not " if match["no"] else "")
    to_do = subject in {"i", "we", "you"} and match["aux"] in _DUTIES
    if to_do and not lead.startswith("why"):
        return f"{lead} {said}".strip()
    return " ".join(f"{lead} {subject} {said}".split())


_DUTIES = frozenset({"do", "should", "shall", "must", "need"})


def _after(match: re.Match[str], negated: str) -> str:
    """The verb and what follows it, as it goes after the subject, or after "whether" for a duty."""
    wh, aux, subject, rest = match["wh"], match["aux"], match["subject"], match["rest"]
    if subject in {"i", "we", "you"} and aux in _DUTIES:
        to = "should " if wh and wh.startswith("why") else ""
        infinitive = _INFINITIVE.sub("", rest, count=1)
        return f"{to}{negated}{infinitive}" if to else f"{negated}to {infinitive}"
    if aux == "do" or (aux == "does" and not negated):
        verb, _, after = rest.partition(" ")
        return f"{_third_person(verb)} {after}" if aux == "does" else f"{negated}{rest}"
    if aux in {"is", "are", "was", "were"} and wh and " " in subject:
        return f"{rest} {aux}"
    return f"{aux} {negated}{rest}"


def _third_person(verb: str) -> str:
    if verb in _ODD:
        return _ODD[verb]
    if verb.endswith("y") and verb[-2:-1] not in {*"aeiou"}:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
