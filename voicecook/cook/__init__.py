"""The cooking session, pure: no clock, no audio, no files, no threads."""
