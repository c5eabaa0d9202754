"""A comment beside one's answer to a meeting."""

from bot.chat.forms import reading
from bot.chat.forms.form import Done, Ending, Finishing, Flow, Prompt, Question, Scene
from bot.chat.request import Request
from bot.core.access import Access
from bot.meetings import service as meetings
from bot.meetings.notifications import card
from storage import meetings as stored
from storage.models import Meeting

KIND = "comment"
LIMIT = 300


def begin(request: Request, meeting: Meeting) -> None:
    """Ask for a comment; one that is there is kept until it is replaced or removed."""
    given = stored.answer_of(request.session, meeting.id, request.member_id)
    held = given.comment if given is not None else None
    request.engine.start(
        request,
        KIND,
        answers={"text": held} if held else None,
        subject_id=meeting.id,
        asking="text" if held else None,
    )


def _prompt(scene: Scene) -> Prompt:
    held = scene.answers.get("text")
    return Prompt(
        scene.texts("comment-ask-again", comment=held) if held else scene.texts("comment-ask")
    )


def _finish(finishing: Finishing) -> Ending:
    """Keep the comment and show the meeting's card again."""
    scene, request = finishing.scene, finishing.request
    meeting = stored.get(scene.session, scene.form.subject_id)
    text = scene.answers.get("text")
    if meeting is None or not meetings.comment(scene.session, meeting, request.member, text):
        request.show(scene.texts("comment-without-answer"))
        return Done()
    network = scene.runtime.network
    request.show(*card(scene.session, scene.texts, network, meeting, request.member))
    return Done()


FLOW = Flow(
    kind=KIND,
    open_to=Access.MEMBER,
    questions=(
        Question(
            "text",
            prompt=_prompt,
            read=reading.one_line(LIMIT),
            show=reading.show_text,
            optional=True,
            empty="comment-remove",
        ),
    ),
    finish=_finish,
    anew=True,
)
"""``subject_id`` is the meeting's."""
