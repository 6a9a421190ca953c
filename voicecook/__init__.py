"""voicecook: cook from a recipe by voice, hands free, without a network."""

__version__ = "0.2.0"
