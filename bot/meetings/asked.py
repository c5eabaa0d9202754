"""What members type about meetings unasked: when the next one is, and whether they come."""

from collections.abc import Sequence
from datetime import date

from bot.chat import phrases
from bot.chat.feature import Listener, Way
from bot.chat.request import Request
from bot.core import messages, times
from bot.core.access import Access
from bot.core.answers import choices_for
from bot.core.messages import Button, Html
from bot.core.text_families import CHOICE
from bot.meetings import commands, service, spoken
from bot.meetings.callbacks import RSVP
from bot.meetings.spoken import Spoken
from storage import deliveries, meetings
from storage.models import Choice, Meeting, MeetingState

MOST_WORDS = 12
"""A question after the next meeting is no longer; a text that tells of one may be."""


def asks_for_meetings(request: Request) -> bool:
    """Show what is coming to whoever asks when the next meeting is."""
    text = request.words
    if not text or not _asks_when(text):
        return False
    commands.list_meetings(request)
    return True


def _asks_when(text: str) -> bool:
    """Tell whether *text* is a question that holds such a phrase, or the phrase and little more."""
    words = f" {phrases.core(text)} "
    held = [phrase for phrase in phrases.phrases("heard-meetings") if f" {phrase} " in words]
    if not held or any(sign.isdigit() for sign in words):
        return False
    if text.rstrip().endswith("?"):
        return len(words.split()) <= MOST_WORDS
    besides = words.replace(f" {max(held, key=len)} ", " ", 1).split()
    return phrases.phrases("heard-meetings-filler").issuperset(besides)


def replied(request: Request) -> bool:
    """Take the answer in a reply to a message about a meeting, whatever form is open."""
    if request.reply_to is None or not request.words:
        return False
    if not spoken.is_about_answering(request.words):
        return False
    meeting = _replied_to(request)
    if meeting is None:
        return False
    # What says more than an answer is for the person to decide: the card has the buttons.
    _answer(request, [meeting], spoken.read(request.words) or Spoken(None))
    return True


def _replied_to(request: Request) -> Meeting | None:
    row = deliveries.of_message(request.session, request.member_id, request.reply_to)
    return meetings.get(request.session, row.meeting_id) if row is not None else None


def answered(request: Request) -> bool:
    """Take an answer that is typed without a reply, where it says which one it is."""
    said = spoken.read(request.words) if request.words else None
    return said is not None and not said.comes and _answered(request, said)


def comes(request: Request) -> bool:
    """Ask whoever types that they come how they will, unless there is one way."""
    said = spoken.read(request.words) if request.words else None
    return said is not None and said.comes and _answered(request, said)


def _answered(request: Request, said: Spoken) -> bool:
    coming = meetings.coming(request.session, now=request.now)
    open_ = [meeting for meeting in coming if meeting.starts_at > request.now]
    if open_:
        _answer(request, open_, said)
    return bool(open_)


def _answer(request: Request, candidates: Sequence[Meeting], said: Spoken) -> None:
    """Take an answer for the one meeting that is meant, or ask what is open."""
    meant = [one for one in candidates if not said.day or said.day.fits(_day(request, one))]
    if not meant:
        request.say(request.texts("meeting-none-that-day"))
        commands.list_meetings(request)
        return
    meeting = meant[0] if len(meant) == 1 else _unanswered(request, meant)
    if meeting is None:
        _ask_which(request, meant, said)
        return
    choice = _choice(meeting, said)
    is_open = meeting.state is MeetingState.ANNOUNCED and meeting.starts_at > request.now
    if choice is not None and (choice in choices_for(meeting.format) or not is_open):
        commands.take(request, meeting, choice, meeting.sequence)
        return
    if is_open:
        request.say(request.texts("meeting-choose-answer"))
    commands.show_meeting(request, meeting)


def _day(request: Request, meeting: Meeting) -> date:
    return times.local(meeting.starts_at, request.member.zone).date()


def _unanswered(request: Request, found: Sequence[Meeting]) -> Meeting | None:
    """Return the one meeting of several that is not answered yet; None for none or more."""
    open_ = []
    for meeting in found:
        given = meetings.answer_of(request.session, meeting.id, request.member_id)
        if given is None or not service.holds(given, meeting):
            open_.append(meeting)
    return open_[0] if len(open_) == 1 else None


def _choice(meeting: Meeting, said: Spoken) -> Choice | None:
    ways = [choice for choice in choices_for(meeting.format) if choice is not Choice.CANNOT]
    return ways[0] if said.comes and len(ways) == 1 else said.choice


def _ask_which(request: Request, meant: Sequence[Meeting], said: Spoken) -> None:
    """Ask for which meeting an answer is; a tap gives it."""
    choice = said.choice
    fitting = [one for one in meant if choice is None or choice in choices_for(one.format)]
    if choice is None or not fitting:
        commands.list_meetings(request)
        return
    rows = [
        [Button(_named(request, meeting), RSVP.data(meeting, meeting.sequence, choice))]
        for meeting in fitting
    ]
    what: Html = request.texts(CHOICE.key(choice))
    request.say(request.texts("meeting-answer-which", choice=what), rows)


def _named(request: Request, meeting: Meeting) -> str:
    day = times.day(_day(request, meeting), request.texts.language, times.SHORT_DAY)
    return messages.shorten(f"{day} · {meeting.title}", 60)


LISTENERS = (
    Listener(Way.TYPED, "reply to a meeting", replied, Access.MEMBER, 4),
    Listener(Way.TYPED, "asks for meetings", asks_for_meetings, Access.MEMBER, 32),
    Listener(Way.TYPED, "answer to a meeting", answered, Access.MEMBER, 33),
    # After the offers: a bare yes is to what was asked last.
    Listener(Way.TYPED, "comes to a meeting", comes, Access.MEMBER, 45),
)
