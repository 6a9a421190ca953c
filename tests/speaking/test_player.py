"""What the player lets be heard: order, alerts first, silence at once, nothing lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voicecook.speaking.player import FADE_S, PAUSE_S, Kind, Played, Player, Sentence

if TYPE_CHECKING:
    from numpy.typing import NDArray

RATE = 8000
BLOCK = 160


def sentence(text: str, seconds: float = 1.0, kind: Kind = "answer") -> Sentence:
    """A sentence that sounds as a steady level, so that every sample of it can be told."""
    return Sentence(text, kind, samples=np.full(int(seconds * RATE), 0.5, np.float32))


def hear(player: Player, seconds: float) -> NDArray[np.float32]:
    return np.concatenate([player.next_block(BLOCK) for _ in range(round(seconds * RATE / BLOCK))])


def happened(player: Player) -> list[str]:
    return [f"{event.what} {event.text or event.kind}" for event in player.events]


def test_sentences_come_in_order_with_a_pause_between() -> None:
    player = Player(RATE, volume=1)
    player.say(sentence("one"), sentence("two"))
    heard = hear(player, 3)
    assert happened(player) == ["began one", "finished one", "began two", "finished two"]
    edges = np.flatnonzero(np.diff(heard > 0.4)) + 1
    assert edges.tolist() == [RATE, int((1 + PAUSE_S) * RATE), int((2 + PAUSE_S) * RATE)]


def test_every_sample_of_a_sentence_is_heard() -> None:
    samples = np.linspace(-1, 1, 12_345, dtype=np.float32)
    player = Player(RATE, volume=1)
    player.say(Sentence("ramp", samples=samples))
    assert np.array_equal(hear(player, 2)[: len(samples)], samples)


def test_a_hush_is_silence_after_a_short_fade() -> None:
    player = Player(RATE, volume=1)
    player.say(sentence("one"), sentence("two"))
    hear(player, 0.5)
    player.hush()
    after = hear(player, 1)
    fade = int(FADE_S * RATE)
    assert after[:fade].tolist() == pytest.approx(np.linspace(0.5, 0, fade).tolist(), abs=1e-6)
    assert not after[fade:].any()
    assert happened(player) == ["began one", "cut one", "forgotten two"]
    assert not player.speaking


def test_what_is_said_after_a_hush_is_heard_at_once() -> None:
    player = Player(RATE, volume=1)
    player.say(sentence("one"))
    hear(player, 0.5)
    player.hush()
    player.say(sentence("two"))
    assert hear(player, 0.1)[-1] == 0.5
    assert happened(player) == ["began one", "cut one", "began two"]


def test_an_alert_waits_for_the_end_of_the_sentence_and_the_rest_follows() -> None:
    player = Player(RATE)
    player.say(sentence("step one"), sentence("step two"))
    hear(player, 0.5)
    player.chime()
    player.say(sentence("the pork is done", kind="alert"))
    hear(player, 6)
    assert [text for text in happened(player) if text.startswith("began")] == [
        "began step one",
        "began chime",
        "began the pork is done",
        "began step two",
    ]
    assert {event.what for event in player.events} == {"began", "finished"}


def test_a_sentence_that_is_still_being_rendered_is_waited_for() -> None:
    player = Player(RATE, volume=1)
    late = Sentence("late")
    player.say(late, sentence("next"))
    assert not hear(player, 0.2).any()
    assert player.speaking
    late.samples = np.full(BLOCK, 0.5, np.float32)
    assert hear(player, 0.02).all()
    assert happened(player) == ["began late", "finished late"]


def test_the_volume_changes_without_a_step() -> None:
    player = Player(RATE, volume=1)
    player.say(sentence("one"))
    hear(player, 0.1)
    player.set_volume(0.2)
    heard = hear(player, 0.1)
    assert heard[-1] == pytest.approx(0.1)
    assert np.abs(np.diff(heard)).max() < 0.5 / BLOCK


def test_the_chime_rises_gently_and_never_clips() -> None:
    player = Player(48_000, volume=1)
    player.chime()
    heard = np.concatenate([player.next_block(480) for _ in range(100)])
    assert 0.1 < np.abs(heard).max() < 0.6
    assert np.abs(heard[:240]).max() < 0.05
    assert np.abs(np.diff(heard)).max() < 0.1
    assert not player.speaking


@dataclass(frozen=True)
class Said:
    text: str
    kind: Literal["answer", "alert"]
    sentences: tuple[float, ...]


@dataclass
class Story:
    """What was asked of a player, in order, and what it let be heard."""

    player: Player = field(default_factory=lambda: Player(RATE, volume=1))
    said: list[str] = field(default_factory=list)
    loud_after_hush: int = 0

    def act(self, act: Said | str | float) -> None:
        if isinstance(act, Said):
            self._say(act)
        elif act == "hush":
            self.player.hush()
            silent = np.concatenate([self.player.next_block(BLOCK) for _ in range(3)])
            self.loud_after_hush += int(np.count_nonzero(silent[int(FADE_S * RATE) :]))
        else:
            hear(self.player, float(act))

    def _say(self, act: Said) -> None:
        spoken = []
        for seconds in act.sentences:
            self.said.append(f"{act.kind} {len(self.said)}")
            spoken.append(sentence(self.said[-1], seconds, act.kind))
        self.player.say(*spoken)


lengths = st.lists(st.floats(0.001, 0.3), min_size=1, max_size=3).map(tuple)
says = st.builds(Said, st.just(""), st.sampled_from(["answer", "alert"]), lengths)
acts = st.lists(says | st.just("hush") | st.floats(0.02, 0.5), max_size=15)


@settings(deadline=None)
@given(acts)
def test_every_sentence_is_played_or_reported_and_silence_is_silence(
    acts: list[Said | str | float],
) -> None:
    story = Story()
    for act in acts:
        story.act(act)
    hear(story.player, 25)
    ends = [event for event in story.player.events if event.what != "began"]
    begins = [event.text for event in story.player.events if event.what == "began"]
    assert sorted(event.text for event in ends) == sorted(story.said)
    assert begins == [event.text for event in ends if event.what != "forgotten"]
    for kind in ("answer", "alert"):
        assert in_order(story.said, [text for text in begins if text.startswith(kind)])
    assert story.loud_after_hush == 0
    assert not story.player.speaking


def in_order(said: list[str], began: list[str]) -> bool:
    return [text for text in said if text in set(began)] == began


def test_no_sentence_begins_while_an_alert_waits() -> None:
    """The other way round is the rule: an answer begins only when no alert is left."""
    player = Player(RATE)
    for number in range(3):
        player.say(sentence(f"answer {number}", 0.1))
        player.say(sentence(f"alert {number}", 0.1, "alert"))
    hear(player, 3)
    assert [event.text for event in player.events if event.what == "began"] == [
        *(f"alert {number}" for number in range(3)),
        *(f"answer {number}" for number in range(3)),
    ]


def test_events_tell_whose_sentence_it_was() -> None:
    player = Player(RATE)
    player.say(Sentence("rest.", "alert", 7, last=True, samples=np.zeros(10, np.float32)))
    hear(player, 0.1)
    assert player.events[-1] == Played("finished", "rest.", "alert", 7, True)
