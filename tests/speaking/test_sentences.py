"""A text is cut where a speaker would breathe, and nothing of it is lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from voicecook.speaking.sentences import LONGEST, sentences


def test_sentences_end_where_they_end() -> None:
    text = "Pat it dry. Ready? Then score the skin; not the meat! Done"
    assert sentences(text) == (
        "Pat it dry.",
        "Ready?",
        "Then score the skin;",
        "not the meat!",
        "Done",
    )


def test_a_long_one_is_cut_at_a_comma() -> None:
    assert sentences("honey, " * 100)[0].endswith("honey,")


@settings(deadline=None)
@given(st.text(st.sampled_from("ab .,!?\n"), max_size=2000))
def test_nothing_is_lost_and_no_piece_is_long(text: str) -> None:
    pieces = sentences(text)
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(0 < len(piece) <= LONGEST for piece in pieces)
