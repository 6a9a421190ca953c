"""What the kitchen display shows."""
