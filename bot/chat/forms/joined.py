"""Texts that belong together: an answer that comes in several messages is read as one.

Nothing waits for a second message: it is joined to the answer that the first one gave, which is
read again as a whole.
"""

from datetime import timedelta

from bot.chat.forms.form import Flow, Question, Reading, Refuse
from bot.chat.request import Request
from bot.core import messages
from bot.understanding.limits import LONGEST_NOTE
from storage.models import Form

KEPT = "_joins"
"""Beside the answers: the text of the last one, in case the next message goes on from it."""
SPLIT = 4000
"""UTF-16 units of a text that the app may have split: what comes next is its other half..."""
SPLIT_WITHIN = timedelta(seconds=10)
"""...if it was sent so soon."""
MOST = LONGEST_NOTE
"""UTF-16 units that are read of several messages together."""


def keep(request: Request, form: Form, question: Question, text: str, reading: Reading) -> None:
    """Keep a text beside the answers where the next message may go on from it."""
    message = request.message
    if message is None or not (question.opening or question.long or messages.units(text) >= SPLIT):
        form.answers = {name: value for name, value in form.answers.items() if name != KEPT}
        return
    # Every step but a refusal raises the version by one.
    is_refused = isinstance(reading, Refuse)
    kept = {
        "question": question.name,
        "text": text,
        "sent": int(message.date.timestamp()),
        "version": form.version + (not is_refused),
        "is_refused": is_refused,
    }
    form.answers = {**form.answers, KEPT: kept}


def gone_on_from(
    request: Request, flow: Flow | None, form: Form | None
) -> tuple[Question | None, str]:
    """Return the question whose answer a message goes on from, and both texts; None for none.

    It does if it was sent before the next question came, or is the other half of a text that the
    app has split.
    """
    message, kept = request.update.message, form.answers.get(KEPT) if form is not None else None
    if message is None or not request.words or flow is None or form is None or not kept:
        return None, ""
    if kept["version"] != form.version:
        return None, ""
    came_before = form.card_message_id is not None and message.message_id < form.card_message_id
    is_soon = int(message.date.timestamp()) - kept["sent"] <= SPLIT_WITHIN.total_seconds()
    is_long = messages.units(kept["text"]) >= SPLIT and not kept["is_refused"]
    if not came_before and not (is_long and is_soon):
        return None, ""
    return flow.question(kept["question"]), f"{kept['text']}\n{request.words}"
