"""Sound to words: echo cancellation, voice activity, recogniser, acceptance."""

from voicecook.hearing.audio_files import RATE as RATE
from voicecook.hearing.audio_files import Pcm as Pcm
from voicecook.hearing.audio_files import read_all as read_all
from voicecook.hearing.audio_files import read_blocks as read_blocks
from voicecook.hearing.audio_files import to_pcm as to_pcm
from voicecook.hearing.decisions import Decision as Decision
from voicecook.hearing.decisions import Ignored as Ignored
from voicecook.hearing.decisions import Understood as Understood
from voicecook.hearing.ear import ANSWERS as ANSWERS
from voicecook.hearing.ear import Ear as Ear
from voicecook.hearing.recogniser import UNKNOWN as UNKNOWN
from voicecook.hearing.recogniser import SpeechModel as SpeechModel
from voicecook.hearing.recogniser import load_model as load_model
from voicecook.hearing.recording_names import Recording as Recording
from voicecook.hearing.recording_names import recording_at as recording_at
from voicecook.hearing.recordings import TAIL_S as TAIL_S
from voicecook.hearing.recordings import hear_file as hear_file
from voicecook.hearing.uninterrupted import uninterrupted as uninterrupted
