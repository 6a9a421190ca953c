"""Scripted runs over a virtual clock."""
