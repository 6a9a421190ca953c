"""The template syntax of sentence files; a mistake in one is the writer's, and told as such."""

from __future__ import annotations

from voicecook import english
from voicecook.errors import UsageError


class TemplateError(UsageError):
    """A sentence template that cannot be used; the message says which and why."""


def parse(template: str) -> english.Part:
    """The template as a tree. Raises TemplateError."""
    try:
        return english.parse(template)
    except english.TemplateError as error:
        raise TemplateError(f'the template "{template}" cannot be used: {error}') from None
