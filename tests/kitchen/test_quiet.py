"""A mouth that makes no sound: the order and the pace of what is said."""

from datetime import datetime, timedelta

from tests.cook.driver import FIVE_O_CLOCK
from tests.kitchen.fakes import FakeWitness
from voicecook.cook.core.happenings import WasCut, WasSaid
from voicecook.rehearsal.quiet import CHIME_S, LETTER_S, PAUSE_S, QuietMouth

TEN = "A" * 9 + "."


def after(seconds: float) -> datetime:
    return FIVE_O_CLOCK + timedelta(seconds=seconds)


class Quiet:
    def __init__(self) -> None:
        self.witness = FakeWitness()
        self.mouth = QuietMouth(FIVE_O_CLOCK, self.witness)


def test_a_sentence_takes_as_long_as_its_letters() -> None:
    quiet = Quiet()
    quiet.mouth.say(f"{TEN} {TEN}", "answer")
    quiet.mouth.pass_to(FIVE_O_CLOCK)
    assert quiet.mouth.next_change == after(10 * LETTER_S + PAUSE_S)
    quiet.mouth.pass_to(after(20 * LETTER_S + PAUSE_S))
    assert quiet.mouth.speaking
    quiet.mouth.pass_to(after(20 * LETTER_S + 2 * PAUSE_S))
    assert not quiet.mouth.speaking
    assert quiet.witness.seen == [WasSaid(FIVE_O_CLOCK, f"{TEN} {TEN}")]


def test_a_slower_voice_takes_longer() -> None:
    quiet = Quiet()
    quiet.mouth.tune(0.8, 165 // 2)
    quiet.mouth.say(TEN, "answer")
    quiet.mouth.pass_to(FIVE_O_CLOCK)
    assert quiet.mouth.next_change is not None
    assert quiet.mouth.next_change > after(1.9 * 10 * LETTER_S)


def test_an_alert_comes_after_its_chime_and_between_the_sentences_of_an_answer() -> None:
    quiet = Quiet()
    quiet.mouth.say(f"{TEN} {TEN}", "answer")
    quiet.mouth.pass_to(after(0.1))
    quiet.mouth.say("The next answer.", "answer")
    quiet.mouth.chime(0.4)
    quiet.mouth.say("Ring.", "alert")
    quiet.mouth.pass_to(after(60))
    assert [one.text for one in quiet.witness.seen if isinstance(one, WasSaid)] == [
        f"{TEN} {TEN}", "Ring.", "The next answer.",
    ]  # fmt: skip
    assert quiet.witness.seen[1].at == after(10 * LETTER_S + 2 * PAUSE_S + CHIME_S)


def test_hushed_in_the_middle_it_tells_what_was_cut_and_forgets_the_rest() -> None:
    quiet = Quiet()
    quiet.mouth.say(f"First this. {TEN}", "answer")
    quiet.mouth.pass_to(after(0.2))
    quiet.mouth.hush()
    quiet.mouth.pass_to(after(60))
    assert quiet.witness.seen[1:] == [WasCut(after(0.2), "First this.")]
    assert not quiet.mouth.speaking
