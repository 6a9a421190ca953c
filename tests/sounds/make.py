"""Makes the sounds of a kitchen that scenarios play under everything: run it to make them anew.

`fan.flac` is a cooker hood: pink noise with the hum of its motor. `kitchen.flac` is the impulse
response of a small tiled room: a direct sound, three early reflections off table and walls, and a
tail that decays by 60 dB in 0.35 s (the model of J. A. Moorer, "About this reverberation business",
1979: noise under an exponential envelope).
"""

from pathlib import Path

import numpy as np
import soundfile

RATE = 16_000
HERE = Path(__file__).parent


def fan(seconds: float = 10.0) -> np.ndarray:
    count = int(seconds * RATE)
    chance = np.random.default_rng(1)
    spectrum = np.fft.rfft(chance.standard_normal(count))
    pitch = np.fft.rfftfreq(count, 1 / RATE)
    spectrum /= np.sqrt(np.maximum(pitch, 40.0))
    noise = np.fft.irfft(spectrum, count)
    noise /= np.abs(noise).max()
    t = np.arange(count) / RATE
    hum = sum(np.sin(2 * np.pi * 49 * k * t) / k for k in (1, 2, 3, 5))
    return 0.6 * noise + 0.08 * hum


def kitchen(seconds: float = 0.4, reverberation_s: float = 0.35) -> np.ndarray:
    chance = np.random.default_rng(2)
    t = np.arange(int(seconds * RATE)) / RATE
    tail = chance.standard_normal(len(t)) * 10 ** (-3 * t / reverberation_s)
    response = 0.02 * tail * (t > 0.01)
    for delay_s, level in ((0.002, 0.8), (0.0045, 0.35), (0.0071, -0.25), (0.0093, 0.2)):
        response[int(delay_s * RATE)] += level
    return response


if __name__ == "__main__":
    soundfile.write(HERE / "fan.flac", fan(), RATE)
    soundfile.write(HERE / "kitchen.flac", kitchen(), RATE)
