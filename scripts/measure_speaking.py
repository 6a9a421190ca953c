"""Prints how long the voice takes to render, to begin and to fall silent."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from voicecook.bench.answering import stops
from voicecook.recipe import Recipe, load_recipe
from voicecook.speaking import VOICE_RATE, EspeakSynthesiser, Mouth, Player, pronounce, sentences

DEVICE_RATE = 48_000
BLOCK = 480


def main() -> None:
    """Measure with the sentences of the recipe named first, or of the pork belly."""
    path = Path(sys.argv[1] if len(sys.argv) > 1 else "recipes/honey-glazed-pork-belly.yaml")
    texts = _texts(load_recipe(path))
    synthesiser = EspeakSynthesiser()
    _show("start the voice, ms", [_ms(lambda: synthesiser.render("Hello."))])
    _render(synthesiser, [piece for text in texts for piece in sentences(pronounce(text))])
    _begin(texts)
    found = stops(synthesiser)
    _show("hush to silence, ms", found.silent_ms)
    print(f"sentences lost after a hush: {found.lost}")
    synthesiser.close()


def _texts(recipe: Recipe) -> list[str]:
    return [text for step in recipe.steps for text in (step.say, step.detail) if text]


def _render(synthesiser: EspeakSynthesiser, texts: Sequence[str]) -> None:
    taken = [_ms(partial(synthesiser.render, text)) for text in texts]
    _show("render a sentence, ms", taken)
    _show("its length, s", [len(synthesiser.render(text)) / VOICE_RATE for text in texts])
    _show("again, ms", [_ms(partial(synthesiser.render, text)) for text in texts])


def _begin(texts: Sequence[str]) -> None:
    """From `say` to the first sample that can be heard, for texts never rendered before."""
    synthesiser = EspeakSynthesiser()
    synthesiser.render("Hello.")
    player = Player(DEVICE_RATE)
    mouth = Mouth(player, synthesiser)
    taken = []
    for text in texts:
        taken.append(_ms(partial(_say_until_heard, mouth, text)))
        mouth.hush()
        player.next_block(BLOCK)
    _show("say to first sample, ms", taken)
    mouth.close()
    synthesiser.close()


def _say_until_heard(mouth: Mouth, text: str) -> None:
    mouth.say(text)
    while not mouth.player.next_block(BLOCK // 10).any():
        time.sleep(0.0002)


def _ms(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - began)


def _show(what: str, values: Sequence[float]) -> None:
    p50, p99, most = np.percentile(values, [50, 99, 100])
    print(f"{what:26} p50 {p50:8.2f}  p99 {p99:8.2f}  max {most:8.2f}  n={len(values)}")


if __name__ == "__main__":
    main()
