"""A comment beside one's answer to a meeting."""

from bot.chat.forms import reading
from bot.chat.forms.form import Done, Ending, Finishing, Flow, Question
from bot.core.access import Access
from bot.meetings import service as meetings
from bot.meetings.notifications import card
from storage import meetings as stored

KIND = "comment"
LIMIT = 300


def _finish(finishing: Finishing) -> Ending:
    """Keep the comment and show the meeting's card again."""
    scene, request = finishing.scene, finishing.request
    meeting = stored.get(scene.session, scene.form.subject_id)
    text = scene.answers.get("text")
    if meeting is None or not meetings.comment(scene.session, meeting, request.member, text):
        request.show(scene.texts("comment-without-answer"))
        return Done()
    given = stored.answer_of(scene.session, meeting.id, request.member_id)
    request.show(*card(scene.texts, scene.runtime.network, meeting, given, request.member.zone))
    return Done()


FLOW = Flow(
    kind=KIND,
    open_to=Access.MEMBER,
    questions=(
        Question(
            "text",
            prompt=reading.asks("comment-ask"),
            read=reading.one_line(LIMIT),
            show=reading.show_text,
            optional=True,
        ),
    ),
    finish=_finish,
    anew=True,
)
"""``subject_id`` is the meeting's."""
