"""Moving through the recipe, and the conversation around it."""
