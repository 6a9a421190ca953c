"""What a cook may say and what is meant by it."""

from voicecook.commands.commands import Commands as Commands
from voicecook.commands.commands import CommandSet as CommandSet
from voicecook.commands.intents import Context as Context
from voicecook.commands.intents import Intent as Intent
from voicecook.commands.intents import Risk as Risk
from voicecook.commands.intents import Slot as Slot
from voicecook.commands.meaning import Meaning as Meaning
from voicecook.commands.situation import Situation as Situation
from voicecook.commands.situation import situation_after as situation_after
