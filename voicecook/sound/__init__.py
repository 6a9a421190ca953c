"""The sound card, and recordings on the disk."""

from voicecook.sound.audio_files import read_all as read_all
from voicecook.sound.audio_files import read_blocks as read_blocks
from voicecook.sound.audio_files import to_pcm as to_pcm
from voicecook.sound.blocks import Block as Block
from voicecook.sound.card import Gone as Gone
from voicecook.sound.card import LiveSoundCard as LiveSoundCard
from voicecook.sound.card import SoundCard as SoundCard
from voicecook.sound.devices import device_names as device_names
from voicecook.sound.devices import find_device as find_device
from voicecook.sound.devices import portaudio as portaudio
from voicecook.sound.pcm import BLOCK as BLOCK
from voicecook.sound.pcm import HEARING_RATE as HEARING_RATE
from voicecook.sound.pcm import Pcm as Pcm
from voicecook.sound.sentence_recorder import CardMicrophone as CardMicrophone
from voicecook.sound.sentence_recorder import Microphone as Microphone
from voicecook.sound.sentence_recorder import level_words as level_words
from voicecook.sound.sentence_recorder import save_sentence as save_sentence
