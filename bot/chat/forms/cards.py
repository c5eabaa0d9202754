"""How a form looks in the chat: its header, its questions with their buttons, its review card."""

from bot.chat.callbacks import FORM, TO_ADD, TO_CHANGE, FormAction
from bot.chat.forms.form import (
    Flow,
    Option,
    Question,
    Scene,
    asked,
    next_question,
    previous_question,
)
from bot.core import messages
from bot.core.messages import Button, Html, Style, grid
from bot.core.text_keys import FORM_LABEL, FORM_SUBMIT, FORM_TITLE
from bot.core.texts import Texts
from storage.models import Form

LABEL_LIMIT = 48
EDIT_COLUMNS = 2
CHANGING, ADDING = 1, 2
"""The pages of a review card: its fields to change, details to add."""


def ask(scene: Scene, flow: Flow, question: Question) -> tuple[Html, list[list[Button]]]:
    """Return the card of a question: header, text, options, and the ways out."""
    form, texts = scene.form, scene.texts
    choices = (form.proposal or {}).get("choices")
    if choices:
        return _read_back(scene, flow, question, choices)
    prompt = question.prompt(scene)
    chosen = (form.proposal or {}).get("chosen", form.answers.get(question.name))
    rows = grid(
        [
            _option_button(form, option, chosen, several=question.several)
            for option in prompt.options
        ],
        prompt.columns,
    )
    if question.several:
        rows.append(
            [Button(texts.plain("form-done"), _data(form, FormAction.DONE), style=Style.PRIMARY)]
        )
    if question.opening and not form.asking:
        rows.append(
            [Button(texts.plain(question.skip), _data(form, FormAction.SKIP), style=Style.PRIMARY)]
        )
    rows.extend([button] for button in prompt.beside)
    rows.append(_ways_out(scene, flow, question))
    return Html(f"{head(scene, flow)}\n\n{prompt.text}"), rows


def _read_back(
    scene: Scene, flow: Flow, question: Question, choices: list[list[object]]
) -> tuple[Html, list[list[Button]]]:
    """Return the card that reads an answer back before it is taken."""
    form, texts = scene.form, scene.texts
    single = len(choices) == 1
    labels = [texts.plain("form-yes")] if single else [str(label) for _, label in choices]
    rows = [
        [
            Button(
                messages.shorten(label, LABEL_LIMIT),
                _data(form, FormAction.ACCEPT, at),
                style=Style.SUCCESS if single else None,
            )
        ]
        for at, label in enumerate(labels)
    ]
    rows.append(
        [Button(texts.plain("form-no" if single else "form-none"), _data(form, FormAction.RETURN))]
    )
    last = [Button(texts.plain(flow.give_up), _data(form, FormAction.CANCEL))]
    if question.optional and (form.proposal or {}).get("suggested"):
        last.insert(0, Button(texts.plain(question.skip), _data(form, FormAction.SKIP)))
    rows.append(last)
    text = Html(f"{head(scene, flow)}\n\n{(form.proposal or {})['text']}")
    return text, rows


def review(scene: Scene, flow: Flow) -> tuple[Html, list[list[Button]]]:
    """Return the review card: every answer, a button to change each, and the one that submits."""
    form, texts = scene.form, scene.texts
    if flow.review is None:
        raise LookupError(f"{flow.kind} has no review card")
    if form.page:
        return _fields(scene, flow)
    own = flow.review_options(scene) if flow.review_options else ()
    rows = [
        [
            Button(
                texts.plain(FORM_SUBMIT.key(flow.kind)),
                _data(form, FormAction.SUBMIT),
                style=Style.SUCCESS,
            )
        ],
        *([Button(option.label, _data(form, FormAction.REVIEW, option.code))] for option in own),
        *([_suggestion(scene, flow, name)] for name in flow.suggested(scene)),
        _changes(scene, flow),
        [
            Button(texts.plain("form-back"), _data(form, FormAction.BACK)),
            Button(texts.plain(flow.give_up), _data(form, FormAction.CANCEL)),
        ],
    ]
    return flow.review(scene), rows


def _suggestion(scene: Scene, flow: Flow, name: str) -> Button:
    """Return the way to one detail that the answers call for."""
    what = scene.texts.plain(FORM_LABEL.key(flow.kind, name))
    return Button(
        scene.texts.plain("form-add-one", what=what), _data(scene.form, FormAction.CHANGE, name)
    )


def _changes(scene: Scene, flow: Flow) -> list[Button]:
    """Return the ways to the fields: to change one, and to add details where there are any."""
    form, texts = scene.form, scene.texts
    row = [Button(texts.plain("form-change"), _data(form, FormAction.FIELDS, TO_CHANGE))]
    if any(_is_open_detail(scene, question) for question in flow.questions):
        row.append(Button(texts.plain("form-add"), _data(form, FormAction.FIELDS, TO_ADD)))
    return row


def _is_open_detail(scene: Scene, question: Question) -> bool:
    """Tell whether a detail could be added: it applies, and nothing was said of it yet."""
    applies = question.applies(scene.answers)
    return question.detail and applies and question.name not in scene.answers


def _fields(scene: Scene, flow: Flow) -> tuple[Html, list[list[Button]]]:
    """Return the review card with a button for each field, the details too."""
    form, texts = scene.form, scene.texts
    if flow.review is None:
        raise LookupError(f"{flow.kind} has no review card")
    is_adding = form.page == ADDING
    buttons = [
        Button(
            texts.plain(FORM_LABEL.key(flow.kind, question.name)),
            _data(form, FormAction.CHANGE, question.name),
        )
        for question in flow.questions
        if question.applies(form.answers)
        and not question.opening
        and not question.settled(form.answers)
        and _is_open_detail(scene, question) is is_adding
    ]
    more = [] if is_adding else _changes(scene, flow)[1:]
    to_review = Button(texts.plain("form-to-review"), _data(form, FormAction.RETURN))
    rows = [*grid(buttons, EDIT_COLUMNS), more, [to_review]]
    which = texts("form-which-detail" if is_adding else "form-which-field")
    return Html(f"{flow.review(scene)}\n\n{which}"), rows


def header(scene: Scene, flow: Flow) -> Html:
    """Return the line that says which form this is, and what is asked: ``Activity · Partner``.

    No number says how far it has come: one answer may settle several questions, or raise more.
    """
    here = next_question(flow, scene.form)
    if here is None:
        return scene.texts("form-header", title=title(scene, flow))
    name, part = title(scene, flow), scene.texts(FORM_LABEL.key(flow.kind, here.name))
    if name == part:  # a form of one question bears its name
        return scene.texts("form-header", title=name)
    return scene.texts("form-header-part", title=name, part=part)


def head(scene: Scene, flow: Flow) -> Html:
    """Return the header with the line under it, where there is one."""
    note = flow.note(scene)
    return Html(f"{header(scene, flow)}\n{note}") if note else header(scene, flow)


def title(scene: Scene, flow: Flow) -> Html:
    """Return what the form is called in its header."""
    return flow.title(scene) if flow.title else scene.texts(FORM_TITLE.key(flow.kind))


def is_review(flow: Flow, form: Form) -> bool:
    """Tell whether every question has been answered: what is asked now is a change."""
    if flow.review is None or form.asking is None:
        return False
    return all(
        question.name in form.answers or question.name in form.skipped
        for question in asked(flow, form.answers)
    )


def field_line(scene: Scene, flow: Flow, name: str) -> Html:
    """Return one line of a review card: the field's label and its value."""
    question = flow.question(name)
    if question is None or name not in scene.answers:
        return Html("")
    value = question.show(scene, scene.answers[name])
    return scene.texts(
        "form-field", label=scene.texts(FORM_LABEL.key(flow.kind, name)), value=value
    )


def field_lines(scene: Scene, flow: Flow) -> Html:
    """Return the lines of every answered field, in the order of the questions."""
    lines = [field_line(scene, flow, question.name) for question in asked(flow, scene.answers)]
    return Html("\n".join(line for line in lines if line))


def after_leaving(texts: Texts, resume: str, discard: str) -> list[list[Button]]:
    """Return what can be done with a draft that was set aside."""
    return [
        [
            Button(texts.plain("form-resume"), resume),
            Button(texts.plain("form-discard"), discard, style=Style.DANGER),
        ]
    ]


def companions(scene: Scene, flow: Flow) -> list[list[Button]]:
    """Return the way to the next of the drafts that came together."""
    return [
        [Button(scene.texts.plain("form-next-draft"), _data(other, FormAction.RESUME))]
        for other in list(flow.companions(scene))[:1]
    ]


def spoken(scene: Scene, question: Question, text: str) -> tuple[FormAction, str] | None:
    """Return (action, code) of the button whose words were typed, or None."""
    form, texts = scene.form, scene.texts
    said = text.casefold().strip(" .!")
    choices = (form.proposal or {}).get("choices")
    if choices:
        if len(choices) == 1 and said in _words(texts, "form-yes-words"):
            return FormAction.ACCEPT, "0"
        if said in _words(texts, "form-no-words"):
            return FormAction.RETURN, ""
        for at, (_, label) in enumerate(choices):
            if said == _typed(str(label)):
                return FormAction.ACCEPT, str(at)
        return None
    # Where several may be chosen, what is typed is the whole answer.
    options = () if question.several else question.prompt(scene).options
    for option in options:
        if said == _typed(option.label):
            return FormAction.CHOOSE, option.code
    if question.several and said in _words(texts, "form-done-words"):
        return FormAction.DONE, ""
    skips = _words(texts, "form-skip-words") | {texts.plain(question.skip).casefold()}
    return (FormAction.SKIP, "") if question.optional and said in skips else None


def is_on_a_button(scene: Scene, question: Question, text: str) -> bool:
    """Tell whether *text* is what stands on one of the buttons that answer a question."""
    pressed = spoken(scene, question, text)
    return pressed is not None and pressed[0] in {FormAction.CHOOSE, FormAction.ACCEPT}


def _typed(label: str) -> str:
    """Return a button's words as somebody would type them: tied spaces come as plain ones."""
    return messages.tidy(label).casefold()


def _words(texts: Texts, key: str) -> set[str]:
    return {word.strip().casefold() for word in texts.plain(key).split(",")}


def _option_button(form: Form, option: Option, chosen: object, *, several: int) -> Button:
    picked = (
        isinstance(chosen, list) and option.code in chosen if several else option.code == chosen
    )
    label = f"✓ {option.label}" if picked else option.label
    return Button(messages.shorten(label, LABEL_LIMIT), _data(form, FormAction.CHOOSE, option.code))


def _ways_out(scene: Scene, flow: Flow, question: Question) -> list[Button]:
    form, texts = scene.form, scene.texts
    row = []
    is_answered = question.name in form.answers
    if previous_question(flow, form) is not None and not is_review(flow, form):
        row.append(Button(texts.plain("form-back"), _data(form, FormAction.BACK)))
    if form.asking and (is_answered or question.optional):
        words = "form-to-review" if question.detail and not is_answered else "form-keep"
        row.append(Button(texts.plain(words), _data(form, FormAction.KEEP)))
    has_own_row = question.opening and not form.asking
    if question.optional and not has_own_row and not (form.asking and not is_answered):
        words = question.empty if form.asking else question.skip
        row.append(Button(texts.plain(words), _data(form, FormAction.SKIP)))
    row.append(Button(texts.plain(flow.give_up), _data(form, FormAction.CANCEL)))
    return row


def _data(form: Form, action: FormAction, *code: str | int) -> str:
    return FORM.data(form, form.version, action, *code)
