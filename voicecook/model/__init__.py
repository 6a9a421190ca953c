"""The speech model's files: fetched, verified, found."""

from voicecook.model.fetch import fetch_model as fetch_model
from voicecook.model.files import chosen_model as chosen_model
from voicecook.model.files import model_path as model_path
from voicecook.model.files import require_intact as require_intact
from voicecook.model.files import write_stamp as write_stamp
from voicecook.model.sources import SOURCES as SOURCES
