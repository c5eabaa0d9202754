"""A meeting once more: a cancelled one that takes place after all; another like an earlier one."""

from bot.chat.feature import ButtonHandler
from bot.chat.request import Request
from bot.core.access import Access
from bot.core.messages import Button, Keyboard, Style
from bot.core.texts import Texts
from bot.meetings import announcement, service
from bot.meetings import words as meeting_words
from bot.meetings.callbacks import MEETING, MeetingAction
from bot.meetings.fields import MEETING_FIELDS
from bot.meetings.service import ChangedMeanwhile, NotCancelled, Over
from storage import people
from storage.models import Meeting, MeetingState


def row(request: Request, meeting: Meeting) -> list[Button]:
    """Return what leads on from a meeting's card to the meeting once more."""
    texts = request.texts
    like = Button(texts.plain("meeting-like"), MEETING.data(MeetingAction.LIKE, meeting))
    if not _can_be_reinstated(request, meeting):
        return [like]
    reinstate = MEETING.data(MeetingAction.REINSTATE, meeting)
    return [Button(texts.plain("meeting-reinstate"), reinstate), like]


def _can_be_reinstated(request: Request, meeting: Meeting) -> bool:
    return meeting.state is MeetingState.CANCELLED and meeting.starts_at > request.now


def _ask(request: Request) -> None:
    """Say who would be told that it takes place, and ask for a yes."""
    meeting, texts = request.row(1, Meeting), request.texts
    if not _can_be_reinstated(request, meeting):
        request.toast(texts("reinstate-not-now"), alert=True)
        return
    text = texts(
        "reinstate-review",
        title=meeting.title,
        when=meeting_words.when(meeting, texts.language, request.member.zone),
        count=len(people.active(request.session)),
        late="yes" if meeting.reply_by <= request.now else "no",
    )
    request.show(text, _rows(texts, meeting))


def _rows(texts: Texts, meeting: Meeting) -> Keyboard:
    yes = MEETING.data(MeetingAction.REINSTATE_YES, meeting, meeting.revision)
    back = MEETING.data(MeetingAction.OPEN, meeting)
    return [
        [Button(texts.plain("reinstate-yes"), yes, style=Style.PRIMARY)],
        [Button(texts.plain("form-back"), back)],
    ]


def _reinstate(request: Request) -> None:
    meeting = request.row(1, Meeting)
    try:
        notice = service.reinstate(
            request.session,
            request.runtime.network,
            meeting,
            by=request.member,
            now=request.now,
            card=(request.chat_id, request.card_id),
            revision=request.pressed.number(2),
        )
    except (NotCancelled, Over, ChangedMeanwhile):
        request.toast(request.texts("reinstate-not-now"), alert=True)
        return
    request.wakes_delivery = True
    remember = None if request.card_id else f"notice:{notice.id}"
    request.show(request.texts("broadcast-started", title=meeting.title), remember=remember)


def _begin_another(request: Request) -> None:
    """Begin an announcement with all that an earlier meeting had but its day."""
    answers = MEETING_FIELDS.copied(MEETING_FIELDS.answers(request.row(1, Meeting)))
    request.engine.start(request, announcement.KIND, answers=answers)


BUTTONS = (
    ButtonHandler(MEETING, _ask, Access.COORDINATOR, (MeetingAction.REINSTATE,)),
    ButtonHandler(MEETING, _reinstate, Access.COORDINATOR, (MeetingAction.REINSTATE_YES,)),
    ButtonHandler(MEETING, _begin_another, Access.COORDINATOR, (MeetingAction.LIKE,)),
)
