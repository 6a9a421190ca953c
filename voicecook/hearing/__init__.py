"""Sound to words: echo cancellation, voice activity, recogniser, acceptance."""

from voicecook.hearing.decisions import Decision as Decision
from voicecook.hearing.decisions import Ignored as Ignored
from voicecook.hearing.decisions import Understood as Understood
from voicecook.hearing.deferred_interrupt import deferred_interrupt as deferred_interrupt
from voicecook.hearing.ear import Ear as Ear
from voicecook.hearing.intent_groups import ANSWERS as ANSWERS
from voicecook.hearing.intent_groups import DESTRUCTIVE as DESTRUCTIVE
from voicecook.hearing.intent_groups import PLEASANTRIES as PLEASANTRIES
from voicecook.hearing.recogniser import UNKNOWN as UNKNOWN
from voicecook.hearing.recogniser import SpeechModel as SpeechModel
from voicecook.hearing.recogniser import load_model as load_model
from voicecook.hearing.recording_names import Recording as Recording
from voicecook.hearing.recording_names import recording_at as recording_at
from voicecook.hearing.recordings import FED_BLOCK as FED_BLOCK
from voicecook.hearing.recordings import TAIL_S as TAIL_S
from voicecook.hearing.recordings import hear_file as hear_file
