"""What a meeting says: each field once, from its question to the notice and the export."""

from collections.abc import Mapping
from typing import Any

from bot.chat.forms.fields import (
    Drawn,
    Field,
    Fields,
    Goes,
    Kept,
    Part,
    Said,
    Shown,
    Stored,
    Told,
)
from bot.chat.forms.form import Answers
from bot.core import messages, times
from bot.core.messages import Html
from bot.core.text_keys import Pattern
from bot.meetings import questions as ask
from bot.meetings import words as meeting_words
from bot.understanding.values import When
from config.reference import reference
from storage.models import Meeting

AGENDA_SHOWN = 1500
"""Units of an agenda that a notice shows; the calendar file has it whole."""
SERIES = "dsn"
"""The series of a meeting that is of no other."""
TEXTS = Goes.CARD | Goes.NOTICE | Goes.EMAIL | Goes.CALENDAR
EVERYWHERE = TEXTS | Goes.EXPORT
ANOTHER = EVERYWHERE | Goes.COPY
"""What another meeting like it has too: all but its day, its focus and the day for answers."""


def _session(said: Said) -> Mapping[str, Any]:
    starts_at, ends_at = ask.session_of(said.answers)
    return {"starts_at": starts_at, "ends_at": ends_at, "zone": said.zone}


def _when(meeting: Meeting) -> Mapping[str, Any]:
    starts, ends = (times.local(at, meeting.zone) for at in (meeting.starts_at, meeting.ends_at))
    when = When(starts.date(), ends.date(), starts.time(), ends.time(), zone=meeting.zone)
    return {"when": when.to_json()}


def _last_moment(said: Said) -> Mapping[str, Any]:
    """Return until when answers are taken: the end of that day, not after the meeting began."""
    starts_at, _ = ask.session_of(said.answers)
    return {"reply_by": min(ask.reply_by_of(said.answers, said.zone), starts_at)}


def _reply_day(meeting: Meeting) -> Mapping[str, Any]:
    return {"reply_by": times.local(meeting.reply_by, meeting.zone).date().isoformat()}


def _line(name: str, value: str) -> Any:
    """Return how a field stands in a notice: the message *name*, its words in place of *value*."""

    def line(shown: Shown, words: str) -> Html:
        return shown.texts(name, **{value: words})

    return line


def _agenda(shown: Shown, words: str) -> Html:
    return shown.texts("meeting-agenda", agenda=messages.shorten(words, AGENDA_SHOWN))


MEETING_FIELDS = Fields(
    model=Meeting,
    label=Pattern("announcement-{}-label"),
    fields=(
        Field(
            "title",
            ANOTHER,
            ask.TITLE_QUESTION,
            drawn=Drawn(line=_line("meeting-heading", "title"), part=Part.HEADING),
        ),
        Field(
            "when",
            EVERYWHERE,
            ask.WHEN_QUESTION,
            further=(ask.HOURS_QUESTION,),
            stored=Stored(
                columns=("starts_at", "ends_at", "zone"), to_columns=_session, to_answers=_when
            ),
            drawn=Drawn(
                words=lambda shown: meeting_words.when(shown.row, shown.texts.language, shown.zone),
                line=_line("meeting-when", "when"),
            ),
            material=True,
        ),
        Field(
            "format",
            ANOTHER,
            ask.FORMAT_QUESTION,
            drawn=Drawn(
                words=lambda shown: reference().label(
                    "format", shown.row.format.value, shown.texts.language
                ),
                line=_line("meeting-format", "format"),
            ),
            material=True,
        ),
        Field(
            "place",
            ANOTHER,
            ask.PLACE_QUESTION,
            drawn=Drawn(line=_line("meeting-place", "place")),
            material=True,
        ),
        Field(
            "link",
            TEXTS | Goes.COPY,
            ask.LINK_QUESTION,
            drawn=Drawn(line=_line("meeting-link", "link")),
            material=True,
        ),
        Field(
            "focus",
            EVERYWHERE,
            ask.FOCUS_QUESTION,
            stored=Stored(default=[]),
            drawn=Drawn(
                words=lambda shown: meeting_words.focus_label(
                    shown.row.focus, shown.texts.language
                ),
                line=_line("meeting-focus", "focus"),
            ),
        ),
        Field(
            "agenda",
            TEXTS | Goes.COPY,
            ask.AGENDA_QUESTION,
            drawn=Drawn(line=_agenda, part=Part.BLOCK),
            told=Told.BY_NAME,
        ),
        Field(
            "reply_by",
            EVERYWHERE,
            ask.REPLY_BY_QUESTION,
            stored=Stored(to_columns=_last_moment, to_answers=_reply_day),
            drawn=Drawn(
                words=lambda shown: meeting_words.reply_day(shown.row, shown.texts.language),
                line=_line("meeting-reply-by", "day"),
            ),
        ),
        Field(
            "series",
            ANOTHER,
            ask.SERIES_QUESTION,
            stored=Stored(default=SERIES),
            drawn=Drawn(
                words=lambda shown: shown.network.series_label(
                    shown.row.series, shown.texts.language
                ),
                line=_line("meeting-series", "series"),
                after="",
            ),
            told=Told.NOT,
        ),
    ),
    kept=(
        Kept("id", Goes.EXPORT),
        Kept("seal"),
        Kept("uid"),
        Kept("state", Goes.EXPORT),
        Kept("cancel_reason", Goes.EXPORT),
        Kept("revision"),
        Kept("sequence"),
        Kept("created_by"),
        Kept("created_at"),
    ),
)


def draft(answers: Answers, zone: str) -> Meeting:
    """Return the meeting that the answers describe, not saved; *zone* is where it is held."""
    said = Said(answers, "", zone)
    return Meeting(**MEETING_FIELDS.values(said).columns)
