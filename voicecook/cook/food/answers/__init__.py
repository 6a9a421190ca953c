"""Answers from the whole recipe: a question is read once, then each answerer is tried in turn."""
