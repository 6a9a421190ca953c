"""What the cook asks about the food and the recipe."""
