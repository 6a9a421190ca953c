"""Measures the whole house: each figure is defined once, for `bench` and `measure_hearing`."""
