"""Timers, the plan, and where the cook is in it."""
