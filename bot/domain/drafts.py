"""What makes a form that was begun a draft that is worth keeping."""

from collections.abc import Mapping

NOT_SAID = frozenset({"chamber", "choose_chamber", "summary_language"})
"""Answers that follow from who asks; nobody has typed or chosen them."""


def says_something(answers: Mapping[str, object]) -> bool:
    """Tell whether leaving a form with these *answers* would lose anything."""
    return bool(answers.keys() - NOT_SAID)
