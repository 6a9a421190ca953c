"""What is not wrong with a recipe, but could be better for a cook who only listens."""

from __future__ import annotations

from voicecook.recipe.model import Recipe


def advise(recipe: Recipe) -> tuple[str, ...]:
    """Hints for the writer, in the recipe's order; none for a recipe with nothing to better."""
    return (*_unused(recipe), *_no_look(recipe), *_nameless(recipe))


def _unused(recipe: Recipe) -> list[str]:
    used = {name for step in recipe.steps for name in step.uses}
    if not used:
        return ['no step says what it "uses:"; then "what goes in now?" can\'t be answered']
    names = dict.fromkeys(item.name for item in recipe.ingredients if item.name not in used)
    return [f'no step uses "{name}"' for name in names]


def _no_look(recipe: Recipe) -> list[str]:
    return [
        f'the timer of "{step.title}" is a range; add "look:" for its early end'
        for step in recipe.steps
        if step.timer and step.timer.span.is_range and not step.timer.look
    ]


def _nameless(recipe: Recipe) -> list[str]:
    return [] if recipe.also else ['give the dish a short spoken name with "also:"']
