"""What makes a form that was begun a draft that is worth keeping."""

from collections.abc import Mapping
from typing import Any

NOT_SAID = frozenset({"chamber", "choose_chamber", "summary_language"})
"""Answers that follow from who asks; nobody has typed or chosen them.

What begins with a line (``_typed``) is the engine's own note beside the answers.
"""


def says_something(answers: Mapping[str, object]) -> bool:
    """Tell whether leaving a form with these *answers* would lose anything."""
    return any(name not in NOT_SAID and not name.startswith("_") for name in answers)


def draft_name(answers: Mapping[str, Any]) -> str | None:
    """Return what a draft is called: its title, or the one that its own words would give it."""
    story = answers.get("words") or {}
    proposed = (story.get("doubts") or {}).get("title") or {}
    return answers.get("title") or proposed.get("text")
