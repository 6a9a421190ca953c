"""Text in, sound out, stoppable within a block of audio."""
