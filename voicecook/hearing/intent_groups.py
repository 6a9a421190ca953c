"""Intents that hearing treats alike, because mishearing them costs alike."""

ANSWERS = frozenset({"yes", "no"})
"""Count only where something was asked or a timer rings."""
PLEASANTRIES = frozenset({"thanks", "hello", "goodbye"})
"""What people say to each other all day."""
DESTRUCTIVE = frozenset({"cancel_timer", "quit", "restart", "skip"})
"""What would spoil a dish if nobody had said it."""
