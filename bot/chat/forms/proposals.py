"""Readings that wait for a yes: how they are kept in a draft, and joined with what is ticked."""

from typing import Any

from bot.chat.forms.form import Propose, Question, Reading, Took, Value
from storage.models import Form


def with_what_is_ticked(form: Form, question: Question, reading: Reading) -> Reading:
    """Return what was typed together with what had been ticked under the same question."""
    ticked = (form.proposal or {}).get("chosen")
    if not question.several or not ticked:
        return reading

    def joined(value: Value) -> Value:
        return list(dict.fromkeys([*ticked, *value])) if isinstance(value, list) else value

    match reading:
        case Took(value):
            return Took(joined(value))
        case Propose(text, choices):
            return Propose(text, [(joined(value), label) for value, label in choices])
        case _:
            return reading


def as_kept(proposed: Propose, **more: Any) -> dict[str, Any]:
    """Return a proposal as it is kept in the draft."""
    choices = [list(choice) for choice in proposed.choices]
    return {"text": str(proposed.text), "choices": choices, **more}
