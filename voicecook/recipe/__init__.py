"""What a recipe is. Touches nothing else in the house."""
