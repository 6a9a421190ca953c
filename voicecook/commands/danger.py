"""What cannot wait: fire, cuts, burns. Said in any words around it, it is answered at once."""

from __future__ import annotations

import re

_DANGERS = re.compile(
    r"\b(?:on fire|there is (?:a )?fire|caught fire|in flames|(?:fire|smoke) alarm"
    r"|(?:cut|burnt|burned|scalded|sliced) (?:my|your|his|her|our|me|him|our)"
    r"(?:self|selves| (?:own )?(?:finger|hand|thumb|arm|wrist|tongue|mouth|foot|leg|palm)s?)"
    r"|(?:am|is|are) (?:bleeding|choking)|(?:in|rubbed) (?:my|her|his|the) eyes?"
    r"|smell(?:s)?(?: of)? gas)\b"
)
_TALK = re.compile(r"\b(?:if|when|never|not|yesterday|once|almost|nearly)\b")


def is_danger(text: str) -> bool:
    """Whether this tells of something dangerous that has happened just now."""
    return bool(_DANGERS.search(text)) and not _TALK.search(text)
