"""A meeting in words: the notice, for the chat and for e-mail, and its calendar file."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import messages, times
from bot.documents.invitation import Entry, file_name, invitation
from bot.messages import Attachment, Html, html
from bot.texts import Texts
from config.network import Network
from config.reference import reference
from storage.models import Format, Meeting

AGENDA_SHOWN = 1500
"""Units of an agenda that a notice shows; the calendar file has it whole."""
THEME = "t:"
"""A focus that is a theme carries this before its code; others are partners."""


@dataclass(frozen=True)
class View:
    """What a notice shows; a draft has no number yet. Instants are aware."""

    title: str
    series: str
    starts_at: datetime
    ends_at: datetime
    zone: str
    format: Format
    place: str | None
    link: str | None
    focus: tuple[str, ...]
    agenda: str | None
    reply_by: datetime

    @classmethod
    def of(cls, meeting: Meeting) -> "View":
        """Return a meeting as a notice shows it."""
        return cls(
            meeting.title,
            meeting.series,
            meeting.starts_at,
            meeting.ends_at,
            meeting.zone,
            meeting.format,
            meeting.place,
            meeting.link,
            tuple(meeting.focus),
            meeting.agenda,
            meeting.reply_by,
        )


def body(view: View, texts: Texts, network: Network, *, reader_zone: str) -> Html:
    """Return a notice's text for a reader: self-contained, footnotes at the foot."""
    language = texts.language
    lines = [
        texts("meeting-series", series=network.series_label(view.series, language)),
        texts("meeting-when", when=when(view, language, reader_zone)),
        texts("meeting-format", format=reference().label("format", view.format.value, language)),
    ]
    if view.place:
        lines.append(texts("meeting-place", place=view.place))
    if view.link:
        lines.append(texts("meeting-link", link=view.link))
    if view.focus:
        lines.append(texts("meeting-focus", focus=focus_label(view.focus, language)))
    lines.append(texts("meeting-reply-by", day=reply_day(view, language)))
    parts = [texts("meeting-heading", title=view.title), Html("\n".join(lines))]
    if view.agenda:
        agenda = messages.shorten(view.agenda, AGENDA_SHOWN)
        parts.append(texts("meeting-agenda", agenda=agenda))
    notes = footnotes(view.focus, language)
    if notes:
        parts.append(Html("\n".join(f"<i>{html(note)}</i>" for note in notes)))
    return Html("\n\n".join(parts))


def when(view: View, language: str, reader_zone: str) -> str:
    """Return day and hours at the venue, and on the reader's clock where it differs."""
    return times.session(
        view.starts_at,
        view.ends_at,
        venue=view.zone,
        reader=reader_zone,
        language=language,
    )


def reply_day(view: View, language: str) -> str:
    """Return the last day for an answer, in the meeting's zone."""
    return times.day(times.local(view.reply_by, view.zone).date(), language)


def focus_label(codes: tuple[str, ...] | list[str], language: str) -> str:
    """Return regions, countries and themes in words."""
    return ", ".join(_focus_name(code, language) for code in codes)


def _focus_name(code: str, language: str) -> str:
    if code.startswith(THEME):
        return reference().label("theme", code.removeprefix(THEME), language)
    return reference().partner_label(code, language)


def footnotes(codes: tuple[str, ...] | list[str], language: str) -> list[str]:
    """Return the mandatory footnotes of the partners that are named themselves."""
    named = [code for code in codes if "*" in reference().partner_label(code, language)]
    return reference().footnotes(named, language)


def calendar_file(
    meeting: Meeting, texts: Texts, network: Network, *, now: datetime, cancelled: bool = False
) -> Attachment:
    """Return the ``.ics`` of a meeting; the same UID for ever, a SEQUENCE that rises."""
    view = View.of(meeting)
    description = messages.plain(body(view, texts, network, reader_zone=meeting.zone))
    if view.agenda and len(view.agenda) > AGENDA_SHOWN:
        description = f"{description}\n\n{view.agenda}"
    entry = Entry(
        uid=meeting.uid,
        sequence=meeting.sequence,
        title=meeting.title,
        description=description,
        location=meeting.place or meeting.link or "",
        url=meeting.link,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        stamp=now,
        cancelled=cancelled,
        alarm_before=timedelta(hours=1),
    )
    return Attachment.of(file_name(meeting.title), invitation(entry))
