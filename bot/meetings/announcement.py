"""Announcing a meeting: the questions, the exact preview, the audience, and two steps to send."""

from collections.abc import Sequence
from dataclasses import replace

from bot.chat.callbacks import FORM, FormAction
from bot.chat.forms import reading
from bot.chat.forms.fields import Goes
from bot.chat.forms.form import Ending, Finishing, Flow, Option, Scene, Stay
from bot.chat.request import Request
from bot.core.access import Access
from bot.core.answers import choices_for
from bot.core.messages import Attachment, Button, Html, Style
from bot.core.text_families import CHOICE
from bot.core.texts import Texts, language_in, languages
from bot.meetings import audience, notice
from bot.meetings import fields as meeting_fields
from bot.meetings.audience import Reach
from bot.meetings.callbacks import ANNOUNCEMENT, AnnouncementAction
from bot.meetings.fields import MEETING_FIELDS
from bot.meetings.service import UID_DOMAIN
from config.network import Network
from config.reference import reference
from storage.models import Form, Meeting, MeetingState

KIND = "announcement"
CHAMBERS_SHOWN = 45


def draft(scene: Scene) -> Meeting:
    """Return the meeting that the answers describe, not saved."""
    return meeting_fields.draft(scene.answers, scene.runtime.network.zone)


def preview(scene: Scene, texts: Texts) -> Html:
    """Return the notice exactly as a reader of that language in the coordinator's zone gets it."""
    zone = scene.person.zone if scene.person else scene.runtime.network.zone
    return _as_sent(draft(scene), texts, scene.runtime.network, zone)


def _as_sent(meeting: Meeting, texts: Texts, network: Network, zone: str) -> Html:
    body = notice.body(meeting, texts, network, reader_zone=zone, to=Goes.NOTICE)
    return Html(f"{texts('meeting-announced')}\n\n{body}")


def _review(scene: Scene) -> Html:
    texts = scene.texts
    reach = audience.of_network(scene.session)
    buttons = " · ".join(
        texts.plain(CHOICE.key(choice)) for choice in choices_for(draft(scene).format)
    )
    parts = (
        texts("announcement-preview"),
        preview(scene, texts),
        reading.link_opens(texts, draft(scene).link),
        texts("announcement-buttons", buttons=buttons),
        reach_line(texts, reach),
    )
    return Html("\n\n".join(part for part in parts if part))


def reach_line(texts: Texts, reach: Reach) -> Html:
    """Return the audience as counts."""
    return texts(
        "announcement-reach",
        people=len(reach.people),
        chambers=len(reach.chambers),
        nobody=len(reach.nobody),
        unreachable=reach.unreachable,
    )


def _options(scene: Scene) -> Sequence[Option]:
    texts = scene.texts
    others = [code for code in languages() if code != scene.language]
    return [
        Option("self", texts.plain("announcement-to-self")),
        *(
            Option(
                f"in-{code}",
                texts.plain("announcement-in", language=language_in(code, texts.language)),
            )
            for code in others
        ),
        Option("nobody", texts.plain("announcement-nobody")),
    ]


def _pick(finishing: Finishing, code: str) -> Ending:
    """Carry out a button of the review card: a test to oneself, another language, a list."""
    scene, request = finishing.scene, finishing.request
    texts = scene.texts
    if code == "self":
        shown = Html(f"{texts('announcement-test')}\n\n{preview(scene, texts)}")
        request.say(shown, [_dead_buttons(scene, texts)], file=_test_file(scene))
        request.toast(texts("announcement-test-sent"))
    elif code.removeprefix("in-") in languages():
        other = Texts(code.removeprefix("in-"))
        request.say(preview(scene, other), [_dead_buttons(scene, other)])
    elif code == "nobody":
        request.say(chamber_list(texts, audience.of_network(scene.session).nobody))
    return Stay()


def uid(form: Form) -> str:
    """Return the calendar's UID of the meeting: the test has the one that the notice will have."""
    return f"{form.id}-{form.created_at:%Y%m%dT%H%M%S%f}@{UID_DOMAIN}"


def _test_file(scene: Scene) -> Attachment:
    """Return the calendar file exactly as it goes with the notice."""
    meeting = draft(scene)
    meeting.uid, meeting.state = uid(scene.form), MeetingState.ANNOUNCED
    meeting.created_at = scene.now
    file = notice.calendar_file(meeting, scene.texts, scene.runtime.network, now=scene.now)
    return replace(file, caption=scene.texts("meeting-calendar-file"))


def _dead_buttons(scene: Scene, texts: Texts) -> list[Button]:
    """Return the answer buttons of a test: pressing one says that it is a test."""
    return [
        Button(
            texts.plain(CHOICE.key(choice)),
            ANNOUNCEMENT.data(AnnouncementAction.TEST, choice),
        )
        for choice in choices_for(draft(scene).format)
    ]


def chamber_list(texts: Texts, chambers: Sequence[str]) -> Html:
    """Return chambers as a list, in protocol order."""
    if not chambers:
        return texts("announcement-nobody-none")
    labels = [reference().chamber_label(code, texts.language) for code in chambers]
    lines = Html("\n".join(f"– {label}" for label in labels[:CHAMBERS_SHOWN]))
    return texts("announcement-nobody-list", count=len(chambers), lines=lines)


def digest(form: Form, reach: Reach) -> str:
    """Return the mark of exactly this text for exactly these people."""
    return reach.digest(form.answers)


def _confirm(finishing: Finishing) -> Ending:
    """Ask once more, with another button, bound to text and audience."""
    scene, request = finishing.scene, finishing.request
    confirm(request, scene.form, audience.of_network(scene.session))
    return Stay()


def confirm(request: Request, form: Form, reach: Reach) -> None:
    """Put the second card: the notice once more above the button that sends it, or go back."""
    texts, network = request.texts, request.runtime.network
    meeting = meeting_fields.draft(form.answers, network.zone)
    shown = _as_sent(meeting, texts, network, request.member.zone)
    people = len(reach.people)
    mark = digest(form, reach)
    send = ANNOUNCEMENT.data(AnnouncementAction.SEND, form, form.version, mark)
    back = FORM.data(form, form.version, FormAction.RETURN)
    question = texts(
        "announcement-confirm",
        title=form.answers["title"],
        people=people,
        chambers=len(reach.chambers),
    )
    request.show(
        Html(f"{shown}\n\n{question}"),
        [
            [Button(texts.plain("announcement-send", people=people), send, style=Style.DANGER)],
            [Button(texts.plain("form-to-review"), back)],
        ],
    )


FLOW = Flow(
    kind=KIND,
    questions=MEETING_FIELDS.questions(),
    finish=_confirm,
    open_to=Access.COORDINATOR,
    review=_review,
    review_options=_options,
    review_pick=_pick,
    keeps_drafts=True,
)
