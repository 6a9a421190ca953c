"""What a cook may say. Knows recipes, nothing else in the house."""
