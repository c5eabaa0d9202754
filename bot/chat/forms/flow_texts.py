"""Which sentences a flow needs besides those that its questions name themselves."""

from collections.abc import Iterator

from bot.chat.forms.form import Flow
from bot.chat.forms.reading import FixedPrompt
from bot.core.text_keys import FORM_LABEL, FORM_SUBMIT, FORM_TITLE, FORM_WAITS


def texts_of_flow(flow: Flow) -> Iterator[str]:
    """Yield the keys that the engine's cards say of a flow, its questions and its draft."""
    if flow.title is None:
        yield FORM_TITLE.key(flow.kind)
    if flow.review is not None:
        yield FORM_SUBMIT.key(flow.kind)
    if flow.keeps_drafts:
        yield FORM_WAITS.key(flow.kind)
    yield flow.give_up
    for question in flow.questions:
        yield FORM_LABEL.key(flow.kind, question.name)
        if isinstance(question.prompt, FixedPrompt):
            yield question.prompt.key
        if question.optional:
            yield question.skip
