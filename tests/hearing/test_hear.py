"""`voicecook hear`, as a process would use it: what is asked, what is printed, how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
import soxr

from tests.hearing.conftest import Speak
from voicecook.cli import main
from voicecook.hearing.ear import Ear
from voicecook.hearing.recogniser import SpeechModel
from voicecook.hearing.recordings import hear_file
from voicecook.sound.audio_files import read_all
from voicecook.sound.pcm import HEARING_RATE

from .phrasebook import KITCHEN

pytestmark = pytest.mark.sound

RECORDINGS = Path(__file__).parents[1] / "recordings"
NEXT = RECORDINGS / "next--slt.flac"
YES = RECORDINGS / "yes--slt.flac"
FOOTBALL = RECORDINGS / "oov_the_football_starts_in_half_an_hour--rms.flac"
HOME = """
intents:
  TurnOn:
    data:
      - sentences: ["turn on [the] <light> [in [the] {area}]"]
        slots: {domain: light}
lists:
  area:
    values: [kitchen, {in: living room, out: living_room}]
expansion_rules: {light: (light|lights)}
"""


@pytest.fixture
def hears(capsys: pytest.CaptureFixture[str]) -> Any:
    def hears(*arguments: str | Path) -> list[dict[str, Any]]:
        """What `hear --json` prints."""
        assert main(["hear", "--json", *map(str, arguments)]) == 0
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return hears


def test_what_is_acted_on_has_all_its_fields(hears: Any) -> None:
    (line,) = hears(NEXT)
    assert list(line) == ["file", "text", "intents", "start_s", "end_s", "decided_s", "how"]
    assert (line["file"], line["text"]) == (str(NEXT), "next")
    assert line["intents"] == [{"name": "next", "slots": {}}]
    assert 0 <= line["start_s"] < line["end_s"] <= line["decided_s"]
    assert line["how"] in {"early", "endpoint", "second_pass"}


def test_what_is_left_alone_says_why(hears: Any) -> None:
    lines = hears(FOOTBALL)
    assert lines
    for line in lines:
        assert set(line) == {"file", "text", "ignored", "decided_s"}
        assert line["ignored"]


def test_yes_counts_only_where_something_was_asked(hears: Any) -> None:
    (line,) = hears(YES)
    assert line["ignored"]
    for context in ("question", "alarm"):
        (line,) = hears(YES, "--context", context)
        assert line["intents"] == [{"name": "yes", "slots": {}}]


def test_each_recording_is_heard_with_fresh_ears(hears: Any) -> None:
    alone = hears(NEXT)
    assert hears(FOOTBALL, NEXT, NEXT)[-2:] == alone * 2


@pytest.mark.parametrize(
    ("name", "rate", "channels", "subtype"),
    [
        ("a.wav", 8_000, 1, "PCM_U8"),
        ("a.wav", 44_100, 2, "PCM_24"),
        ("a.wav", 96_000, 1, "FLOAT"),
        ("a.flac", 22_050, 2, "PCM_16"),
        ("a.opus", 48_000, 2, "OPUS"),
        ("\udcff a.wav", 48_000, 1, "PCM_16"),
    ],
)
def test_any_file_will_do(
    hears: Any, tmp_path: Path, name: str, rate: int, channels: int, subtype: str
) -> None:
    sound = soxr.resample(
        np.pad(read_all(NEXT), 8000).astype(np.float32) / 32_768, HEARING_RATE, rate
    )
    container = {".opus": "OGG", ".flac": "FLAC", ".wav": "WAV"}[Path(name).suffix]
    with (tmp_path / name).open("wb") as file:
        columns = np.repeat(sound[:, np.newaxis], channels, axis=1)
        soundfile.write(file, columns, rate, format=container, subtype=subtype)
    assert [line["text"] for line in hears(tmp_path / name)] == ["next"]


def test_a_decision_knows_nothing_of_what_comes_after_it(
    hears: Any, model: SpeechModel, tmp_path: Path
) -> None:
    """What was decided stays decided if the recording ends a block later."""
    (whole,) = hears(NEXT)
    cut = read_all(NEXT)[: round((whole["decided_s"] + 0.04) * HEARING_RATE)]
    soundfile.write(tmp_path / "cut.wav", cut, HEARING_RATE)
    assert hears(tmp_path / "cut.wav") == [whole | {"file": str(tmp_path / "cut.wav")}]
    ear = Ear(KITCHEN, model)
    (decision,) = hear_file(ear, NEXT)
    assert decision.decided_s * HEARING_RATE % 320 < 1


def test_its_own_voice_is_taken_out(hears: Any, speak: Speak, tmp_path: Path) -> None:
    voice = speak("next, go back, repeat, and say the ingredients again")
    soundfile.write(tmp_path / "voice.wav", voice, HEARING_RATE)
    heard = [line for line in hears(tmp_path / "voice.wav") if "intents" in line]
    spoken = hears(tmp_path / "voice.wav", "--speaking", tmp_path / "voice.wav")
    assert heard
    assert [line for line in spoken if "intents" in line] == []


def test_other_sentences_are_listened_for_with_their_slots(
    hears: Any, speak: Speak, tmp_path: Path
) -> None:
    (tmp_path / "home.yaml").write_text(HOME)
    soundfile.write(
        tmp_path / "on.wav", speak("turn on the lights in the living room"), HEARING_RATE
    )
    lines = hears(tmp_path / "on.wav", NEXT, "--sentences", tmp_path / "home.yaml")
    assert lines[0]["intents"] == [
        {"name": "TurnOn", "slots": {"domain": "light", "area": "living_room"}}
    ]
    assert ["ignored" in line for line in lines[1:]] == [True]


def test_sentences_that_can_never_be_heard_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "odd.yaml"
    file.write_text("intents: {Odd: {data: [{sentences: [zyxxgrok]}]}}")
    assert main(["hear", str(NEXT), "--sentences", str(file)]) == 2
    told = capsys.readouterr().err
    assert "lacks them: zyxxgrok" in told
    assert f"{file}: there is no sentence in it that can be listened for" in told


def test_one_bad_recording_does_not_keep_the_others_from_being_heard(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "broken.flac").write_bytes(NEXT.read_bytes()[:3000])
    (tmp_path / "empty.wav").touch()
    files = [tmp_path / name for name in ("broken.flac", "empty.wav", "absent.wav")]
    assert main(["hear", *map(str, files), str(tmp_path), str(NEXT)]) == 2
    out, err = capsys.readouterr()
    assert "'next'  next" in out
    assert [line.split(": ")[1] for line in err.splitlines()] == [*map(str, files), str(tmp_path)]


def test_nothing_heard_is_said_plainly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    soundfile.write(tmp_path / "quiet.wav", np.zeros(2 * HEARING_RATE), HEARING_RATE)
    assert main(["hear", str(tmp_path / "quiet.wav")]) == 0
    assert capsys.readouterr().out == "quiet.wav  nothing was heard: no speech in 2.0 s\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--recipe", "stone-soup"], 'there is no recipe "stone-soup"; known here: '),
        (["--speaking", "absent.wav"], "absent.wav: no such file"),
        (["--sentences", "absent.yaml"], "absent.yaml: there is no such file"),
    ],
)
def test_a_wrong_option_is_told_once(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["hear", str(NEXT), str(NEXT), *arguments]) == 2
    assert capsys.readouterr().err.count(told) == 1


def test_with_a_wake_word_only_what_follows_it_counts(
    hears: Any, speak: Speak, tmp_path: Path
) -> None:
    at_once, later = tmp_path / "at_once.wav", tmp_path / "later.wav"
    soundfile.write(at_once, speak("hey chef next"), HEARING_RATE)
    soundfile.write(later, np.concatenate([speak("hey chef"), speak("repeat")]), HEARING_RATE)
    lines = hears(NEXT, at_once, later, "--wake-word", "hey chef")
    acted = [line["text"] if "intents" in line else line["ignored"] for line in lines]
    assert acted == ["no wake word", "next", "go ahead", "repeat"]


def test_thanks_in_the_middle_of_a_step_are_for_somebody_else(hears: Any) -> None:
    thanks = RECORDINGS / "thank_you--rms.flac"
    assert [line["ignored"] for line in hears(thanks)] == ["not said to me"]
    assert [line["intents"][0]["name"] for line in hears(thanks, "--context", "question")] == [
        "thanks"
    ]
