"""Drives a form: puts the question, takes the answer, goes back, skips, leaves, finishes.

Each step raises the form's version, and every button carries the version it was made for: a press
on an earlier card, or the second of two quick presses, changes nothing and shows where we are.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.chat.callback_data import OldButton, number
from bot.chat.callbacks import FORM, TO_ADD, FormAction
from bot.chat.forms import cards
from bot.chat.forms.form import (
    Fill,
    Finishing,
    Flow,
    Propose,
    Question,
    Reading,
    Refuse,
    Scene,
    Took,
    next_question,
    previous_question,
)
from bot.chat.forms.proposals import as_kept, with_what_is_ticked
from bot.chat.request import Talk
from bot.core import access
from bot.core.texts import Texts
from storage import forms as stored
from storage.models import Form

TYPED = "_typed"
"""Beside the answers: which message gave the last one, in case it is edited."""
OPENED = "_opened"
"""Beside the answers: which message filled the form, in case it is edited."""


class Engine:
    """The flows of the bot, by kind, and the steps that all of them share."""

    def __init__(self, flows: Mapping[str, Flow]) -> None:
        """Drive these *flows*."""
        self.flows = flows

    # --- beginning and leaving -----------------------------------------------------------------

    def start(
        self,
        talk: Talk,
        kind: str,
        *,
        answers: Mapping[str, Any] | None = None,
        subject_id: int | None = None,
        skipped: Sequence[str] = (),
        asking: str | None = None,
        page: int = 0,
    ) -> None:
        """Begin a form; the active one is kept or given up.

        Its first question is put, or the one *asking*; with every question answered, the review,
        on one of its pages.
        """
        if self._is_closed(talk, self.flows[kind]):
            return
        form = self._begin(
            talk,
            kind,
            answers=answers,
            subject_id=subject_id,
            skipped=skipped,
            asking=asking,
            page=page,
        )
        self.show(talk, form, anew=self.flows[kind].anew)

    def _begin(
        self,
        talk: Talk,
        kind: str,
        *,
        answers: Mapping[str, Any] | None = None,
        subject_id: int | None = None,
        skipped: Sequence[str] = (),
        asking: str | None = None,
        page: int = 0,
    ) -> Form:
        """Keep a new form as the active one."""
        self.make_room(talk)
        return stored.add(
            talk.session,
            Form(
                telegram_id=talk.chat_id,
                kind=kind,
                subject_id=subject_id,
                answers=dict(answers or {}),
                skipped=list(skipped),
                asking=asking,
                page=page,
                created_at=talk.now,
                updated_at=talk.now,
            ),
        )

    def start_with(
        self,
        talk: Talk,
        kind: str,
        text: str,
        *,
        message_id: int | None,
        answers: Mapping[str, Any],
    ) -> None:
        """Begin a form with a *text* that answers its opening question."""
        flow = self.flows[kind]
        if self._is_closed(talk, flow):
            return
        form = self._begin(talk, kind, answers=answers)
        opening = next(question for question in flow.questions if question.opening)
        reading = opening.read(self._scene(talk, form), text)
        self._take(talk, flow, form, opening, reading)
        if isinstance(reading, Fill) and not reading.others:
            form.answers = {**form.answers, OPENED: message_id}

    def resume(self, talk: Talk, form: Form, *, anew: bool = False) -> None:
        """Go on with a form that was left; *anew* leaves the pressed card as it is."""
        if self._is_closed(talk, self.flows[form.kind]):
            return
        if not form.active:
            self.make_room(talk)
            stored.resume(talk.session, form)
        self._step(talk, form)
        self.show(talk, form, anew=anew)

    def make_room(self, talk: Talk) -> None:
        """Leave the active form: a draft waits, anything else is given up."""
        current = stored.active(talk.session, talk.chat_id)
        if current is None:
            return
        if self._is_worth_keeping(talk, current):
            stored.set_aside(talk.session, talk.chat_id)
        else:
            stored.discard(talk.session, current)

    def _is_worth_keeping(self, talk: Talk, form: Form) -> bool:
        flow = self.flows.get(form.kind)
        return (
            flow is not None and flow.keeps_drafts and flow.worth_keeping(self._scene(talk, form))
        )

    def cancel(self, talk: Talk) -> bool:
        """Leave the active form at the person's wish; return False if there is none."""
        form = stored.active(talk.session, talk.chat_id)
        if form is None:
            return False
        flow = self.flows.get(form.kind)
        if flow is not None and self._is_closed(talk, flow):
            stored.set_aside(talk.session, talk.chat_id)
            return True
        if flow is not None and self._is_worth_keeping(talk, form):
            stored.set_aside(talk.session, talk.chat_id)
            discard = FORM.data(form, form.version, FormAction.DISCARD)
            resume = FORM.data(form, form.version, FormAction.RESUME)
            rows = cards.after_leaving(talk.texts, resume, discard)
            talk.show(
                talk.texts("form-set-aside"),
                [*rows, *cards.companions(self._scene(talk, form), flow)],
            )
            return True
        finishing = Finishing(self._scene(talk, form), talk) if flow is not None else None
        stored.discard(talk.session, form)
        if flow is not None and flow.left is not None and finishing is not None:
            talk.toast(talk.texts("form-cancelled")) if talk.query else None
            flow.left(finishing)
        else:
            talk.show(talk.texts("form-cancelled"))
        return True

    # --- what the person does ------------------------------------------------------------------

    def typed(self, talk: Talk) -> bool:
        """Take a message as the answer to the question on show; return False without a form."""
        form = stored.active(talk.session, talk.chat_id)
        flow = self.flows.get(form.kind) if form is not None else None
        if form is None or flow is None:
            return False
        if self._is_closed(talk, flow):
            return True
        scene = self._scene(talk, form)
        question = next_question(flow, form)
        text = talk.words if question is not None and question.opening else talk.text
        if question is None:
            talk.say(talk.texts("form-use-buttons"))
            self.show(talk, form)
        elif not text:
            talk.say(talk.texts("form-text-wanted"))
            self.show(talk, form)
        else:
            if not talk.text:
                talk.say(talk.texts("offer-caption-only"))
            self._typed_answer(talk, flow, scene, question, text)
        return True

    def could_be_another(self, talk: Talk) -> bool:
        """Tell whether what came may begin something else while a form is active.

        On a review card nothing is asked; what is forwarded seldom answers a short question.
        """
        form = stored.active(talk.session, talk.chat_id)
        flow = self.flows.get(form.kind) if form is not None else None
        if form is None or flow is None:
            return False
        question = next_question(flow, form)
        return question is None or (talk.is_forwarded and not (question.opening or question.long))

    def edited(self, talk: Talk) -> bool:
        """Read the last answer again after the person edited it; False where it is not the last."""
        form = stored.active(talk.session, talk.chat_id)
        flow = self.flows.get(form.kind) if form is not None else None
        if form is None or flow is None or not talk.words:
            return False
        question = self._answered_by(talk, flow, form)
        if question is None or not question.applies(form.answers):
            return False
        if self._is_closed(talk, flow):
            return True
        reading = question.read(self._scene(talk, form), talk.words)
        if isinstance(reading, Refuse):
            talk.say(reading.text)
            talk.say(talk.texts("form-edit-unclear"))
            self.show(talk, form)
            return True
        talk.say(talk.texts("form-edit-read"))
        form.asking = question.name if isinstance(reading, Propose) else None
        self._take(talk, flow, form, question, reading)
        return True

    @staticmethod
    def _answered_by(talk: Talk, flow: Flow, form: Form) -> Question | None:
        """Return the question that the edited message opened the form with, or answered last."""
        if form.answers.get(OPENED) == talk.message_id:
            return next((question for question in flow.questions if question.opening), None)
        last = form.answers.get(TYPED) or {}
        is_last = last.get("message") == talk.message_id and last.get("version") == form.version
        return flow.question(last["question"]) if is_last else None

    def pressed(self, talk: Talk) -> None:
        """Carry out a press on one of the form's buttons; an old one shows where we are."""
        press = talk.pressed
        form = talk.row(0, Form, over="form-over")
        if form.telegram_id != talk.chat_id:
            raise OldButton(press.name)
        flow = self.flows.get(form.kind)
        if flow is None:
            raise OldButton(press.name)
        if self._is_closed(talk, flow):
            return
        action = press.one_of(2, FormAction)
        if press.number(1) != form.version:
            self._stale(talk, form)
        elif action is FormAction.RESUME:
            self.resume(talk, form)
        elif action is FormAction.DISCARD:
            rows = cards.companions(self._scene(talk, form), flow)
            stored.discard(talk.session, form)
            talk.show(talk.texts("form-discarded"), rows)
        elif not form.active:
            self._stale(talk, form)
        else:
            self._act(talk, flow, form, action, press.code(3) if action.carries else "")

    def _is_closed(self, talk: Talk, flow: Flow) -> bool:
        """Read rights again at each step, whichever way it comes: typed, pressed, edited.

        Who lost them meanwhile is told why it ends here.
        """
        if access.allows(talk.person, flow.open_to):
            return False
        talk.toast(talk.texts(access.refusal(talk.person, flow.open_to)), alert=True)
        return True

    def _stale(self, talk: Talk, form: Form) -> None:
        talk.toast(talk.texts("form-moved-on" if form.active else "form-waiting"))

    def _act(self, talk: Talk, flow: Flow, form: Form, action: FormAction, code: str) -> None:
        """Carry out one of the engine's own buttons."""
        scene = self._scene(talk, form)
        question = next_question(flow, form)
        match action:
            case FormAction.CANCEL:
                self.cancel(talk)
            case FormAction.BACK:
                self._back(talk, flow, form)
            case FormAction.CHANGE if flow.question(code) is not None:
                self._ask(talk, form, code)
            case FormAction.FIELDS:
                page = cards.ADDING if code == TO_ADD else cards.CHANGING
                self._ask(talk, form, None, page=page)
            case FormAction.SUBMIT:
                self._finish(talk, flow, form)
            case FormAction.REVIEW if flow.review_pick is not None:
                self._review_pick(talk, flow, form, code)
            case FormAction.KEEP if question is not None and form.asking:
                self._keep(talk, flow, form, question)
            case FormAction.SKIP if question is not None and (question.optional or form.asking):
                self._skip(talk, form, question)
            case FormAction.CHOOSE if question is not None:
                self._picked(talk, flow, scene, question, code)
            case FormAction.DONE if question is not None and question.several:
                self._done(talk, flow, form, question)
            case FormAction.ACCEPT if question is not None and form.proposal is not None:
                self._accepted(talk, flow, form, question, code)
            case FormAction.RETURN:
                offered = (form.proposal or {}).get("suggested") and question is not None
                self._ask(talk, form, question.name if question and offered else form.asking)
            case _:
                raise OldButton(action)

    # --- answers -------------------------------------------------------------------------------

    def _typed_answer(
        self, talk: Talk, flow: Flow, scene: Scene, question: Question, text: str
    ) -> None:
        """Read what was typed: a word that stands on a button counts as pressing it."""
        form = scene.form
        spoken = cards.spoken(scene, question, text)
        if spoken is not None:
            self._act(talk, flow, form, *spoken)
            return
        reading = question.read(scene, text)
        if not isinstance(reading, Refuse):
            # The step that follows raises the version by one.
            typed = {"message": talk.message_id, "question": question.name}
            form.answers = {**form.answers, TYPED: {**typed, "version": form.version + 1}}
        self._take(talk, flow, form, question, reading)

    def _picked(self, talk: Talk, flow: Flow, scene: Scene, question: Question, code: str) -> None:
        known = {option.code for option in question.prompt(scene).options}
        if code not in known:
            raise OldButton(code)
        if question.several and question.pick is None:
            self._toggle(talk, scene.form, question, code)
            return
        reading = question.pick(scene, code) if question.pick else Took(code)
        self._take(talk, flow, scene.form, question, reading)

    def _take(
        self, talk: Talk, flow: Flow, form: Form, question: Question, reading: Reading
    ) -> None:
        """Do with a reading what it asks for."""
        match with_what_is_ticked(form, question, reading):
            case Took(value) if question.several and len(value) > question.several:
                self._refuse(talk, flow, form, question, question.several)
            case Took(value):
                self._answered(talk, flow, form, question, value)
            case Fill() as fill:
                self._filled(talk, flow, form, fill)
            case Propose(text, choices):
                form.proposal = as_kept(Propose(text, choices))
                self._step(talk, form)
                self.show(talk, form)
            case Refuse(text):
                # The question's own buttons come along: the card may be far up by now.
                _, rows = cards.ask(self._scene(talk, form), flow, question)
                talk.say(text, rows, remember=f"form:{form.id}")

    def _refuse(self, talk: Talk, flow: Flow, form: Form, question: Question, most: int) -> None:
        _, rows = cards.ask(self._scene(talk, form), flow, question)
        talk.say(talk.texts("form-enough", count=most), rows, remember=f"form:{form.id}")

    def _accepted(self, talk: Talk, flow: Flow, form: Form, question: Question, code: str) -> None:
        choices = (form.proposal or {}).get("choices", [])
        at = number(code)
        if at is None or at >= len(choices):
            raise OldButton(code)
        self._answered(talk, flow, form, question, choices[at][0])

    def _answered(
        self, talk: Talk, flow: Flow, form: Form, question: Question, value: object
    ) -> None:
        """Keep an answer, drop answers that it makes meaningless, and go on."""
        answers = {**form.answers, question.name: value}
        form.answers = {
            name: kept
            for name, kept in answers.items()
            if (asked := flow.question(name)) is None or asked.applies(answers)
        }
        form.skipped = [name for name in form.skipped if name != question.name]
        flow.settle(self._scene(talk, form))
        self._go_on(talk, flow, form)

    def _filled(self, talk: Talk, flow: Flow, form: Form, fill: Fill) -> None:
        """Keep the answers to several questions; further forms are drafts that wait."""
        form.answers = {**fill.answers, OPENED: None if fill.others else talk.message_id}
        form.skipped = list(dict.fromkeys([*form.skipped, *fill.skipped]))
        flow.settle(self._scene(talk, form))
        for other in fill.others:
            waiting = Form(
                telegram_id=talk.chat_id,
                kind=form.kind,
                answers=dict(other.answers),
                skipped=list(other.skipped),
                created_at=talk.now,
                updated_at=talk.now,
            )
            stored.keep(talk.session, waiting)
            flow.settle(self._scene(talk, waiting))
        self._go_on(talk, flow, form)

    def _toggle(self, talk: Talk, form: Form, question: Question, code: str) -> None:
        """Choose an option of several, or take it back."""
        chosen = list((form.proposal or {}).get("chosen", form.answers.get(question.name, [])))
        if code in chosen:
            chosen.remove(code)
        elif len(chosen) >= question.several:
            talk.toast(talk.texts("form-enough", count=question.several), alert=True)
            return
        else:
            chosen.append(code)
        form.proposal = {"chosen": chosen}
        self._step(talk, form)
        self.show(talk, form)

    def _done(self, talk: Talk, flow: Flow, form: Form, question: Question) -> None:
        chosen = (form.proposal or {}).get("chosen", form.answers.get(question.name, []))
        if not chosen and not question.optional:
            talk.toast(talk.texts("form-choose-one"), alert=True)
            return
        self._answered(talk, flow, form, question, chosen)

    def _skip(self, talk: Talk, form: Form, question: Question) -> None:
        """Leave a question without an answer; one that must have one keeps what it had."""
        if question.optional:
            form.answers = {
                name: value for name, value in form.answers.items() if name != question.name
            }
            form.skipped = [*form.skipped, question.name]
        self._go_on(talk, self.flows[form.kind], form)

    def _keep(self, talk: Talk, flow: Flow, form: Form, question: Question) -> None:
        """Leave a question as it stood when it was asked again: answered, skipped, or never put."""
        stands = {*form.answers, *form.skipped}
        if question.name not in stands and question.optional and not question.detail:
            form.skipped = [*form.skipped, question.name]
        self._go_on(talk, flow, form)

    def _back(self, talk: Talk, flow: Flow, form: Form) -> None:
        before = previous_question(flow, form)
        if before is None:
            talk.toast(talk.texts("form-first-question"))
            return
        self._ask(talk, form, before.name)

    def _ask(self, talk: Talk, form: Form, name: str | None, *, page: int = 0) -> None:
        form.asking = name
        form.page = page
        form.proposal = None
        self._step(talk, form)
        self.show(talk, form)

    def _go_on(self, talk: Talk, flow: Flow, form: Form) -> None:
        """Put the next question, or finish."""
        form.asking = form.proposal = None
        self._step(talk, form)
        if next_question(flow, form) is None and flow.review is None:
            self._finish(talk, flow, form)
        else:
            self.show(talk, form)

    # --- the end -------------------------------------------------------------------------------

    def _finish(self, talk: Talk, flow: Flow, form: Form) -> None:
        """Carry the form out; it is gone afterwards, so that it is carried out once."""
        if next_question(flow, form) is not None:
            self.show(talk, form)
            return
        finishing = Finishing(self._scene(talk, form), talk)
        flow.finish(finishing)
        if not finishing.keep:
            stored.discard(talk.session, form)
        if finishing.then is not None:
            self.resume(talk, finishing.then, anew=True)

    def _review_pick(self, talk: Talk, flow: Flow, form: Form, code: str) -> None:
        """Carry out a button of the flow's own on the review card."""
        if next_question(flow, form) is not None or flow.review_pick is None:
            raise OldButton(code)
        finishing = Finishing(self._scene(talk, form), talk, keep=True)
        flow.review_pick(finishing, code)
        if not finishing.keep:
            stored.discard(talk.session, form)
        if finishing.then is not None:
            self.resume(talk, finishing.then)

    # --- shared --------------------------------------------------------------------------------

    def show(self, talk: Talk, form: Form, *, anew: bool = False) -> None:
        """Put the present question, the reading that waits for a yes, or the review card.

        *anew* leaves the card whose button was pressed as it is.
        """
        flow = self.flows[form.kind]
        scene = self._scene(talk, form)
        question = next_question(flow, form)
        if question is not None and form.proposal is None and form.asking is None:
            suggested = question.suggest(scene)
            form.proposal = as_kept(suggested, suggested=True) if suggested else None
        text, rows = (
            cards.review(scene, flow) if question is None else cards.ask(scene, flow, question)
        )
        if not anew and talk.card_id not in (None, form.card_message_id):
            form.card_message_id = talk.card_id
        (talk.say if anew else talk.show)(text, rows, remember=f"form:{form.id}")

    def _step(self, talk: Talk, form: Form) -> None:
        form.version += 1
        form.updated_at = talk.now
        form.offered_at = None
        talk.session.add(form)
        talk.session.flush()

    def _scene(self, talk: Talk, form: Form) -> Scene:
        flow = self.flows[form.kind]
        language = flow.language(form.answers) if flow.language else None
        if language is not None and language != talk.texts.language:
            talk.texts = Texts(language)
        name = talk.user.full_name
        return Scene(talk.session, talk.house, talk.texts, talk.now, name, talk.person, form)
