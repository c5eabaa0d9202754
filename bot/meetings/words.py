"""A meeting's values in words: its hours, its last day for an answer, its focus."""

from collections.abc import Sequence

from bot.core import times
from config.reference import reference
from storage.models import Meeting

THEME = "t:"
"""A focus that is a theme carries this before its code; others are partners."""


def when(meeting: Meeting, language: str, reader_zone: str) -> str:
    """Return day and hours at the venue, and on the reader's clock where it differs."""
    return times.session(
        meeting.starts_at,
        meeting.ends_at,
        venue=meeting.zone,
        reader=reader_zone,
        language=language,
    )


def reply_day(meeting: Meeting, language: str) -> str:
    """Return the last day for an answer, in the meeting's zone."""
    return times.day(times.local(meeting.reply_by, meeting.zone).date(), language)


def focus_label(codes: Sequence[str], language: str) -> str:
    """Return regions, countries and themes in words."""
    return ", ".join(_focus_name(code, language) for code in codes)


def _focus_name(code: str, language: str) -> str:
    if code.startswith(THEME):
        return reference().label("theme", code.removeprefix(THEME), language)
    return reference().partner_label(code, language)


def footnotes(codes: Sequence[str], language: str) -> list[str]:
    """Return the mandatory footnotes of the partners that are named themselves."""
    named = [code for code in codes if "*" in reference().partner_label(code, language)]
    return reference().footnotes(named, language)
