"""What was asked, as a clause: "should it go on the top shelf" → "whether it should go …"."""

from __future__ import annotations

import re

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


def clause(text: str) -> str:
    """The question as it goes after "doesn't say"; "" if it can't be put so."""
    if len(text.split()) > LONGEST:
        return ""
    if match := _QUESTION.fullmatch(text):
        return swapped(_turned(match))
    if re.match(r"(?:how|what|which|where|when|why|who|whose|if|whether)\b", text):
        return swapped(text)
    return ""


def swapped(text: str) -> str:
    """The cook's "I" and "my" as the app says them: "you" and "your"."""
    return " ".join(_SWAPPED.get(word, word) for word in text.split())


def _turned(match: re.Match[str]) -> str:
    wh, aux, subject, rest = match["wh"], match["aux"], match["subject"], match["rest"]
    lead = wh or "whether"
    negated = "not " if match["no"] else ""
    if subject in {"i", "we", "you"} and aux in {"do", "should", "shall", "must", "need"}:
        if wh and wh.startswith("why"):
            return f"{lead} you should {negated}{_INFINITIVE.sub('', rest, count=1)}"
        return f"{lead} {negated}to {_INFINITIVE.sub('', rest, count=1)}"
    if aux == "did":
        return f"{lead} {subject} did {negated}{rest}".strip()
    if aux == "do":
        return f"{lead} {subject} {negated}{rest}".strip()
    if aux == "does":
        verb, _, after = rest.partition(" ")
        if negated:
            return f"{lead} {subject} does not {rest}"
        return f"{lead} {subject} {_third_person(verb)} {after}".strip()
    if aux in {"is", "are", "was", "were"} and wh and " " in subject:
        return f"{lead} {subject} {rest} {aux}".replace("  ", " ")
    return f"{lead} {subject} {aux} {negated}{rest}".strip()


def _third_person(verb: str) -> str:
    if verb in _ODD:
        return _ODD[verb]
    if verb.endswith("y") and verb[-2:-1] not in {*"aeiou"}:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
