"""Text to sound: pronounced, rendered ahead, stopped within a block."""

from voicecook.speaking.mouth import Mouth as Mouth
from voicecook.speaking.mouth import resampled as resampled
from voicecook.speaking.player import Played as Played
from voicecook.speaking.player import Player as Player
from voicecook.speaking.pronounce import pronounce as pronounce
from voicecook.speaking.sentences import sentences as sentences
from voicecook.speaking.synthesiser import VOICE_RATE as VOICE_RATE
from voicecook.speaking.synthesiser import EspeakSynthesiser as EspeakSynthesiser
from voicecook.speaking.synthesiser import Synthesiser as Synthesiser
