"""Where hearing, the session, speech, diary and screen meet: one inbox, one clock, one loop."""

from voicecook.kitchen.attention import Attention as Attention
from voicecook.kitchen.attention import checked_wake_word as checked_wake_word
from voicecook.kitchen.attention import listened_for as listened_for
from voicecook.kitchen.beginning import FIRST_RECIPE as FIRST_RECIPE
from voicecook.kitchen.beginning import Equipment as Equipment
from voicecook.kitchen.beginning import begin as begin
from voicecook.kitchen.beginning import equipment as equipment
from voicecook.kitchen.beginning import menu_of as menu_of
from voicecook.kitchen.clock import Clock as Clock
from voicecook.kitchen.clock import wall_time as wall_time
from voicecook.kitchen.diary import Diary as Diary
from voicecook.kitchen.disk import Disk as Disk
from voicecook.kitchen.kitchen import Kitchen as Kitchen
from voicecook.kitchen.kitchen import Speaker as Speaker
from voicecook.kitchen.kitchen import listen as listen
from voicecook.kitchen.live import FORESEEN as FORESEEN
from voicecook.kitchen.live import Settings as Settings
from voicecook.kitchen.live import cook_live as cook_live
from voicecook.kitchen.talker import Talker as Talker
from voicecook.kitchen.typed import cook_typed as cook_typed
from voicecook.kitchen.typed import run_typed as run_typed
