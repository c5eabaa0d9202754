"""The answers of a report and the record that they make, there and back."""

from datetime import date
from typing import Any

from bot.forms.form import Answers
from bot.services.updates import Record
from bot.understanding.values import When
from storage import updates as stored
from storage.models import Format, ProjectUpdate


def record(answers: Answers, *, language: str) -> Record:
    """Return the record that the answers make; the summary is in the writer's language."""
    when = When.from_json({**answers["dates"], "start_time": None, "end_time": None})
    precision = when.precision.value
    optional: dict[str, Any] = {
        name: answers[name]
        for name in (
            "role",
            "sharing",
            "programme_label",
            "partner_institution",
            "place",
            "audience",
            "participants",
            "women",
            "summary_en",
            "outcome",
            "cooperation",
            "cooperation_text",
            "url",
            "ipex_url",
            "other_chambers",
        )
        if answers.get(name) is not None
    }
    return Record(
        title=answers["title"],
        partners=list(answers["partners"]),
        kind=answers["kind"],
        themes=list(answers["themes"]),
        programme=answers["programme"],
        status=answers["status"],
        start=when.start,
        start_precision=precision,
        end=when.end,
        end_precision=precision,
        format=Format(answers["format"]),
        summary=answers["summary"],
        summary_language=answers.get("summary_language", language),
        **optional,
    )


def answers_of(session: Any, update: ProjectUpdate) -> dict[str, Any]:
    """Return an update as the answers that would make it."""
    when = When(update.start, update.end, precision=_precision(update)).to_json()
    found = {
        name: getattr(update, name)
        for name in (
            "title",
            "partner_institution",
            "kind",
            "programme",
            "programme_label",
            "role",
            "status",
            "place",
            "audience",
            "participants",
            "women",
            "summary",
            "summary_language",
            "summary_en",
            "outcome",
            "cooperation",
            "cooperation_text",
            "url",
            "sharing",
            "ipex_url",
        )
        if getattr(update, name) is not None
    }
    if update.other_chambers:
        found["other_chambers"] = list(update.other_chambers)
    return found | {
        "chamber": update.chamber_id,
        "partners": stored.partners_of(session, update.id),
        "themes": stored.themes_of(session, update.id),
        "format": update.format.value,
        "dates": when,
        "based_on": update.version,
    }


def _precision(update: ProjectUpdate) -> Any:
    return type(When(date.min, date.min).precision)(update.start_precision)
