"""Scripted runs over a virtual clock: scenario, replay, verdict, demo."""

from voicecook.rehearsal.air import CalmAir as CalmAir
from voicecook.rehearsal.air import KitchenAir as KitchenAir
from voicecook.rehearsal.air import as_loud_as_a_cook as as_loud_as_a_cook
from voicecook.rehearsal.air import peak_frame_rms as peak_frame_rms
from voicecook.rehearsal.demo import run_demo as run_demo
from voicecook.rehearsal.player import Result as Result
from voicecook.rehearsal.player import replay as replay
from voicecook.rehearsal.replay_json import json_lines as json_lines
from voicecook.rehearsal.scenario import load_scenario as load_scenario
from voicecook.rehearsal.tape import Tape as Tape
from voicecook.rehearsal.virtual import VirtualRoom as VirtualRoom
from voicecook.rehearsal.virtual import Watcher as Watcher
