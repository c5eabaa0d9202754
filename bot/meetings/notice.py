"""A meeting in words: the notice, for the chat and for e-mail, and its calendar file."""

from datetime import datetime, timedelta

from bot.chat.forms.fields import Goes, Shown
from bot.core import messages
from bot.core.messages import Attachment, Html, html
from bot.core.texts import Texts
from bot.meetings.calendar_file import CalendarEntry, file_name, invitation
from bot.meetings.fields import AGENDA_SHOWN, MEETING_FIELDS
from bot.meetings.words import footnotes
from config.network import Network
from storage.models import Meeting


def body(meeting: Meeting, texts: Texts, network: Network, *, reader_zone: str, to: Goes) -> Html:
    """Return a meeting's text for a reader: self-contained, footnotes at the foot.

    *to* is where the text goes; each field says whether it goes there.
    """
    shown = Shown(meeting, texts, reader_zone, network=network)
    sheet = MEETING_FIELDS.sheet(shown, to)
    parts = [*sheet.headings, Html("\n".join(sheet.lines)), *sheet.blocks]
    notes = footnotes(meeting.focus, texts.language)
    if notes:
        parts.append(Html("\n".join(f"<i>{html(note)}</i>" for note in notes)))
    return Html("\n\n".join(parts))


def calendar_file(
    meeting: Meeting, texts: Texts, network: Network, *, now: datetime, cancelled: bool = False
) -> Attachment:
    """Return the ``.ics`` of a meeting; the same UID for ever, a SEQUENCE that rises."""
    text = body(meeting, texts, network, reader_zone=meeting.zone, to=Goes.CALENDAR)
    # The title is the entry's own (SUMMARY): calendars show it above the description.
    description = messages.plain(text).removeprefix(meeting.title).lstrip()
    has_agenda = Goes.CALENDAR in MEETING_FIELDS["agenda"].goes
    if has_agenda and meeting.agenda and len(meeting.agenda) > AGENDA_SHOWN:
        description = f"{description}\n\n{meeting.agenda}"
    entry = CalendarEntry(
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
        organizer=(network.name_in(texts.language), network.privacy.contact),
        language=texts.language,
        alarm_before=timedelta(hours=1),
    )
    return Attachment.of(file_name(meeting.title), invitation(entry))
