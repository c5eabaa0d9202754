"""Drives a form: puts the question, takes the answer, goes back, skips, leaves, finishes.

Each step raises the form's version, and every button carries the version it was made for: a press
on an earlier card, or the second of two quick presses, changes nothing and shows where we are.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.chat.callback_data import OldButton, number
from bot.chat.callbacks import FORM, TO_ADD, FormAction
from bot.chat.forms import cards, joined
from bot.chat.forms.form import (
    Done,
    Ending,
    Fill,
    Finishing,
    Flow,
    GoOn,
    Propose,
    Question,
    Reading,
    Refuse,
    Scene,
    Stay,
    Took,
    next_question,
    previous_question,
)
from bot.chat.forms.proposals import as_kept, with_what_is_ticked
from bot.chat.request import Request
from bot.chat.steering import Steer
from bot.core import access, messages
from bot.core.texts import Texts
from storage import forms as stored
from storage.models import Form

TYPED = "_typed"
"""Beside the answers: which message gave the last one, in case it is edited."""
OPENED = "_opened"
"""Beside the answers: which message filled the form, in case it is edited."""
OF_A_QUESTION = frozenset(
    {
        FormAction.CHOOSE,
        FormAction.DONE,
        FormAction.ACCEPT,
        FormAction.KEEP,
        FormAction.SKIP,
    }
)
"""What the buttons under a question do; the others are about the form as a whole."""


class Engine:
    """The flows of the bot, by kind, and the steps that all of them share."""

    def __init__(self, flows: Mapping[str, Flow]) -> None:
        """Drive these *flows*."""
        self.flows = flows

    # --- beginning and leaving -----------------------------------------------------------------

    def start(
        self,
        request: Request,
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
        if self._is_closed(request, self.flows[kind]):
            return
        form = self._begin(
            request,
            kind,
            answers=answers,
            subject_id=subject_id,
            skipped=skipped,
            asking=asking,
            page=page,
        )
        self.show(request, form, anew=self.flows[kind].anew)

    def _begin(
        self,
        request: Request,
        kind: str,
        *,
        answers: Mapping[str, Any] | None = None,
        subject_id: int | None = None,
        skipped: Sequence[str] = (),
        asking: str | None = None,
        page: int = 0,
    ) -> Form:
        """Keep a new form as the active one."""
        self.make_room(request)
        return stored.add(
            request.session,
            Form(
                telegram_id=request.chat_id,
                kind=kind,
                subject_id=subject_id,
                answers=dict(answers or {}),
                skipped=list(skipped),
                asking=asking,
                page=page,
                created_at=request.now,
                updated_at=request.now,
            ),
        )

    def start_with(
        self,
        request: Request,
        kind: str,
        text: str,
        *,
        message_id: int | None,
        answers: Mapping[str, Any],
    ) -> None:
        """Begin a form with a *text* that answers its opening question, or else its first."""
        flow = self.flows[kind]
        if self._is_closed(request, flow):
            return
        form = self._begin(request, kind, answers=answers)
        first = flow.questions[0]
        opening = next((question for question in flow.questions if question.opening), first)
        reading = opening.read(self._scene(request, form), text)
        joined.keep(request, form, opening, text, reading)
        self._take(request, flow, form, opening, reading)
        # Of several drafts of one text nobody could say which one an edit is meant for.
        if isinstance(reading, Fill) and not reading.others:
            form.answers = {**form.answers, OPENED: message_id}

    def resume(self, request: Request, form: Form, *, anew: bool = False) -> None:
        """Go on with a form that was left; *anew* leaves the pressed card as it is."""
        if self._is_closed(request, self.flows[form.kind]):
            return
        # First the other form has to leave: a chat has one active form, which the table's key
        # holds.
        if not form.active:
            self.make_room(request)
            stored.resume(request.session, form)
        self._step(request, form)
        self.show(request, form, anew=anew)

    def make_room(self, request: Request) -> None:
        """Leave the active form: a draft waits, anything else is given up."""
        current = stored.active(request.session, request.chat_id)
        if current is None:
            return
        if self._is_worth_keeping(request, current):
            stored.set_aside(request.session, request.chat_id)
        else:
            stored.discard(request.session, current)

    def _is_worth_keeping(self, request: Request, form: Form) -> bool:
        flow = self.flows.get(form.kind)
        return (
            flow is not None
            and flow.keeps_drafts
            and flow.worth_keeping(self._scene(request, form))
        )

    def cancel(self, request: Request) -> bool:
        """Leave the active form at the person's wish; return False if there is none."""
        form = stored.active(request.session, request.chat_id)
        if form is None:
            return False
        flow = self.flows.get(form.kind)
        # A draft is kept for whoever gets the right back; the note says why it closes now.
        if flow is not None and self._is_closed(request, flow):
            self.make_room(request)
            return True
        if flow is not None and self._is_worth_keeping(request, form):
            stored.set_aside(request.session, request.chat_id)
            discard = FORM.data(form, form.version, FormAction.DISCARD)
            resume = FORM.data(form, form.version, FormAction.RESUME)
            rows = cards.after_leaving(request.texts, resume, discard)
            request.show(
                request.texts("form-set-aside"),
                [*rows, *cards.companions(self._scene(request, form), flow)],
            )
            return True
        # The card that takes its place says nothing of the form, so a pop-up does.
        if flow is not None and flow.left is not None:
            if request.query is not None:
                request.toast(request.texts("form-cancelled"))
            self._end(request, form, flow.left(Finishing(self._scene(request, form), request)))
        else:
            stored.discard(request.session, form)
            request.show(request.texts("form-cancelled"))
        return True

    # --- what the person does ------------------------------------------------------------------

    def typed(self, request: Request) -> bool:
        """Take a message as the answer to the question on show; return False without a form."""
        flow, form = self._open(request)
        if form is None or flow is None:
            return False
        if self._is_closed(request, flow):
            return True
        scene = self._scene(request, form)
        question = next_question(flow, form)
        text = request.words
        if question is None:
            request.say(request.texts("form-use-buttons"))
            self.show(request, form)
        elif not text:
            request.say(request.texts("form-text-wanted"))
            self.show(request, form)
        else:
            if not request.text:
                request.say(request.texts("offer-caption-only"))
            self._typed_answer(request, flow, scene, question, text)
        return True

    def _open(self, request: Request) -> tuple[Flow | None, Form | None]:
        """Return the form that is open, and its flow."""
        form = request.form
        return (self.flows.get(form.kind) if form is not None else None), form

    def steered(self, request: Request, steer: Steer) -> bool:
        """Do what a word alone asks for, as the button would; return False without a form.

        What stands on a button of the question is an answer, whatever it means elsewhere.
        """
        flow, form = self._open(request)
        if form is None or flow is None:
            return False
        if self._is_closed(request, flow):
            return True
        question, scene = next_question(flow, form), self._scene(request, form)
        if question is not None and cards.is_on_a_button(scene, question, request.words or ""):
            return False
        match steer:
            case Steer.CANCEL:
                self.cancel(request)
            case Steer.BACK:
                self._steered_back(request, flow, form, question)
            case Steer.SKIP:
                self._steered_on(request, flow, form, question)
            case Steer.HELP:
                self.show(request, form)
        return True

    def _steered_back(
        self, request: Request, flow: Flow, form: Form, question: Question | None
    ) -> None:
        """Go to where the person was before: a reading is no step of its own."""
        proposal = form.proposal or {}
        if proposal.get("choices") and not proposal.get("suggested"):
            self._ask(request, form, form.asking)
        elif question is None and form.page:
            self._ask(request, form, None)
        elif question is not None and cards.is_review(flow, form):
            self._keep(request, flow, form, question)
        elif previous_question(flow, form) is None:
            request.say(request.texts("form-first-question"))
            self.show(request, form)
        else:
            self._back(request, flow, form)

    def _steered_on(
        self, request: Request, flow: Flow, form: Form, question: Question | None
    ) -> None:
        """Leave the question out, or as it was answered; one that needs an answer is put again."""
        if question is None:
            request.say(request.texts("form-use-buttons"))
            self.show(request, form)
        elif form.asking and question.name in form.answers:
            self._keep(request, flow, form, question)
        elif question.optional:
            self._skip(request, form, question)
        else:
            request.say(request.texts("form-needs-answer"))
            self.show(request, form)

    def typed_ahead(self, request: Request) -> bool:
        """Read a message as the answer to the question on show; return False without a form."""
        flow, form = self._open(request)
        if form is None or flow is None:
            return False
        question = next_question(flow, form)
        text = request.words
        if question is not None and text and access.allows(request.person, flow.open_to):
            _heard(request, self._scene(request, form), question, text)
        return True

    def continued(self, request: Request) -> bool:
        """Join a message to the answer that it goes on from; False where it is another answer.

        It is none if it was sent before the next question came, or is the other half of a text
        that the app has split.
        """
        flow, form = self._open(request)
        question, text = joined.gone_on_from(request, flow, form)
        if form is None or flow is None or question is None or self._is_closed(request, flow):
            return False
        length = messages.units(text)
        if length > joined.MOST:
            request.say(request.texts("form-too-long", length=length, limit=joined.MOST))
            self.show(request, form)
            return True
        scene = self._scene(request, form)
        reading = _read(request, scene, question, text)
        request.say(request.texts("form-joined"))
        # The drafts of the first half alone are read anew with the whole.
        for other in flow.companions(scene):
            stored.discard(request.session, other)
        form.answers = {name: value for name, value in form.answers.items() if name != TYPED}
        form.asking = question.name if isinstance(reading, Propose) else None
        joined.keep(request, form, question, text, reading)
        self._take(request, flow, form, question, reading)
        if OPENED in form.answers:
            form.answers = {**form.answers, OPENED: None}
        return True

    def continued_ahead(self, request: Request) -> bool:
        """Read a message with the answer that it goes on from; False where it is another."""
        flow, form = self._open(request)
        question, text = joined.gone_on_from(request, flow, form)
        if form is None or flow is None or question is None:
            return False
        is_read = messages.units(text) <= joined.MOST and access.allows(
            request.person, flow.open_to
        )
        if is_read:
            _read(request, self._scene(request, form), question, text)
        return True

    def could_be_another(self, request: Request) -> bool:
        """Tell whether what came may begin something else while a form is active.

        On a review card nothing is asked; what is forwarded seldom answers a short question.
        """
        flow, form = self._open(request)
        if form is None or flow is None:
            return False
        question = next_question(flow, form)
        return question is None or (
            request.is_forwarded and not (question.opening or question.long)
        )

    def edited(self, request: Request) -> bool:
        """Read the last answer again after the person edited it; False where it is not the last."""
        form = request.form
        flow = self.flows.get(form.kind) if form is not None else None
        if form is None or flow is None or not request.words:
            return False
        question = self._answered_by(request, flow, form)
        if question is None or not question.applies(form.answers):
            return False
        if self._is_closed(request, flow):
            return True
        reading = _read(request, self._scene(request, form), question, request.words)
        if isinstance(reading, Refuse):
            request.say(reading.text)
            request.say(request.texts("form-edit-unclear"))
            self.show(request, form)
            return True
        request.say(request.texts("form-edit-read"))
        form.asking = question.name if isinstance(reading, Propose) else None
        self._take(request, flow, form, question, reading)
        return True

    def edited_ahead(self, request: Request) -> bool:
        """Read an edited answer again; return False where it is not the last."""
        form = request.form
        flow = self.flows.get(form.kind) if form is not None else None
        if form is None or flow is None or not request.words:
            return False
        question = self._answered_by(request, flow, form)
        if question is None or not question.applies(form.answers):
            return False
        if access.allows(request.person, flow.open_to):
            _read(request, self._scene(request, form), question, request.words)
        return True

    @staticmethod
    def _answered_by(request: Request, flow: Flow, form: Form) -> Question | None:
        """Return the question that the edited message opened the form with, or answered last."""
        if form.answers.get(OPENED) == request.message_id:
            return next((question for question in flow.questions if question.opening), None)
        last = form.answers.get(TYPED) or {}
        is_last = last.get("message") == request.message_id and last.get("version") == form.version
        return flow.question(last["question"]) if is_last else None

    def pressed(self, request: Request) -> None:
        """Carry out a press on one of the form's buttons; an old one shows where we are."""
        press = request.pressed
        form = request.row(0, Form, over="form-over")
        if form.telegram_id != request.chat_id:
            raise OldButton(press.name)
        flow = self.flows.get(form.kind)
        if flow is None:
            raise OldButton(press.name)
        if self._is_closed(request, flow):
            return
        action = press.one_of(2, FormAction)
        # The version counts before what the button does: an old *Delete* would delete what was
        # written since.
        if press.number(1) != form.version:
            self._stale(request, form)
        elif action is FormAction.RESUME:
            self.resume(request, form)
        elif action is FormAction.DISCARD:
            rows = cards.companions(self._scene(request, form), flow)
            stored.discard(request.session, form)
            request.show(request.texts("form-discarded"), rows)
        elif not form.active:
            self._stale(request, form)
        else:
            self._act(request, flow, form, action, press.code(3) if action.carries else "")

    def _is_closed(self, request: Request, flow: Flow) -> bool:
        """Read rights again at each step, whichever way it comes: typed, pressed, edited.

        Who lost them meanwhile is told why it ends here.
        """
        if access.allows(request.person, flow.open_to):
            return False
        request.runtime.refused.add(flow.kind, request.person)
        refusal = access.refusal(request.person, flow.open_to)
        request.toast(request.texts(refusal, join=request.to_join), alert=True)
        return True

    def _stale(self, request: Request, form: Form) -> None:
        request.toast(request.texts("form-moved-on" if form.active else "form-waiting"))

    def _act(self, request: Request, flow: Flow, form: Form, action: FormAction, code: str) -> None:
        """Carry out one of the engine's own buttons."""
        question = next_question(flow, form)
        if question is not None and action in OF_A_QUESTION:
            self._act_on(request, flow, form, question, action, code)
            return
        match action:
            case FormAction.CANCEL:
                self.cancel(request)
            case FormAction.BACK:
                self._back(request, flow, form)
            case FormAction.CHANGE if flow.question(code) is not None:
                self._ask(request, form, code)
            case FormAction.FIELDS:
                page = cards.ADDING if code == TO_ADD else cards.CHANGING
                self._ask(request, form, None, page=page)
            case FormAction.SUBMIT:
                self._finish(request, flow, form)
            case FormAction.REVIEW if flow.review_pick is not None:
                self._review_pick(request, flow, form, code)
            case FormAction.RETURN:
                # A suggestion comes before its question: "none of these" leads to the question.
                is_suggested = bool((form.proposal or {}).get("suggested"))
                name = question.name if question and is_suggested else form.asking
                self._ask(request, form, name)
            case _:
                raise OldButton(action)

    def _act_on(
        self,
        request: Request,
        flow: Flow,
        form: Form,
        question: Question,
        action: FormAction,
        code: str,
    ) -> None:
        """Carry out a button that the *question* on show has; one of another question is old."""
        match action:
            case FormAction.CHOOSE:
                self._picked(request, flow, self._scene(request, form), question, code)
            case FormAction.DONE if question.several:
                self._done(request, flow, form, question)
            case FormAction.ACCEPT if form.proposal is not None:
                self._accepted(request, flow, form, question, code)
            case FormAction.KEEP if form.asking:
                self._keep(request, flow, form, question)
            case FormAction.SKIP if question.optional or form.asking:
                self._skip(request, form, question)
            case _:
                raise OldButton(action)

    # --- answers -------------------------------------------------------------------------------

    def _typed_answer(
        self, request: Request, flow: Flow, scene: Scene, question: Question, text: str
    ) -> None:
        """Read what was typed: a word that stands on a button counts as pressing it."""
        form = scene.form
        reading = _heard(request, scene, question, text)
        if isinstance(reading, tuple):
            self._act(request, flow, form, *reading)
            return
        if not isinstance(reading, Refuse):
            # The step that follows raises the version by one.
            typed = {"message": request.message_id, "question": question.name}
            form.answers = {**form.answers, TYPED: {**typed, "version": form.version + 1}}
        joined.keep(request, form, question, text, reading)
        self._take(request, flow, form, question, reading)

    def _picked(
        self, request: Request, flow: Flow, scene: Scene, question: Question, code: str
    ) -> None:
        known = {option.code for option in question.prompt(scene).options}
        if code not in known:
            raise OldButton(code)
        if question.several and question.pick is None:
            self._toggle(request, scene.form, question, code)
            return
        reading = question.pick(scene, code) if question.pick else Took(code)
        self._take(request, flow, scene.form, question, reading)

    def _take(
        self, request: Request, flow: Flow, form: Form, question: Question, reading: Reading
    ) -> None:
        """Do with a reading what it asks for."""
        match with_what_is_ticked(form, question, reading):
            case Took(value) if question.several and len(value) > question.several:
                self._refuse(request, flow, form, question, question.several)
            case Took(value):
                self._answered(request, flow, form, question, value)
            case Fill() as fill:
                self._filled(request, flow, form, fill)
            case Propose(text, choices):
                form.proposal = as_kept(Propose(text, choices))
                self._step(request, form)
                self.show(request, form)
            case Refuse(text):
                # The question's own buttons come along: the card may be far up by now.
                _, rows = cards.ask(self._scene(request, form), flow, question)
                request.say(text, rows, remember=f"form:{form.id}")

    def _refuse(
        self, request: Request, flow: Flow, form: Form, question: Question, most: int
    ) -> None:
        _, rows = cards.ask(self._scene(request, form), flow, question)
        request.say(request.texts("form-enough", count=most), rows, remember=f"form:{form.id}")

    def _accepted(
        self, request: Request, flow: Flow, form: Form, question: Question, code: str
    ) -> None:
        choices = (form.proposal or {}).get("choices", [])
        at = number(code)
        if at is None or at >= len(choices):
            raise OldButton(code)
        self._answered(request, flow, form, question, choices[at][0])

    def _answered(
        self, request: Request, flow: Flow, form: Form, question: Question, value: object
    ) -> None:
        """Keep an answer, drop answers that it makes meaningless, and go on."""
        answers = {**form.answers, question.name: value}
        # Where a meeting is online only, the place that was given before means nothing any more.
        form.answers = {
            name: kept
            for name, kept in answers.items()
            if (asked := flow.question(name)) is None or asked.applies(answers)
        }
        form.skipped = [name for name in form.skipped if name != question.name]
        flow.settle(self._scene(request, form))
        self._go_on(request, flow, form)

    def _filled(self, request: Request, flow: Flow, form: Form, fill: Fill) -> None:
        """Keep the answers to several questions; further forms are drafts that wait."""
        kept = {joined.KEPT: form.answers[joined.KEPT]} if joined.KEPT in form.answers else {}
        opened = None if fill.others else request.message_id
        form.answers = {**fill.answers, **kept, OPENED: opened}
        form.skipped = list(dict.fromkeys([*form.skipped, *fill.skipped]))
        flow.settle(self._scene(request, form))
        for other in fill.others:
            waiting = Form(
                telegram_id=request.chat_id,
                kind=form.kind,
                answers=dict(other.answers),
                skipped=list(other.skipped),
                created_at=request.now,
                updated_at=request.now,
            )
            stored.keep(request.session, waiting)
            flow.settle(self._scene(request, waiting))
        self._go_on(request, flow, form)

    def _toggle(self, request: Request, form: Form, question: Question, code: str) -> None:
        """Choose an option of several, or take it back."""
        chosen = list((form.proposal or {}).get("chosen", form.answers.get(question.name, [])))
        if code in chosen:
            chosen.remove(code)
        elif len(chosen) >= question.several:
            request.toast(request.texts("form-enough", count=question.several), alert=True)
            return
        else:
            chosen.append(code)
        form.proposal = {"chosen": chosen}
        self._step(request, form)
        self.show(request, form)

    def _done(self, request: Request, flow: Flow, form: Form, question: Question) -> None:
        chosen = (form.proposal or {}).get("chosen", form.answers.get(question.name, []))
        if not chosen and not question.optional:
            request.toast(request.texts("form-choose-one"), alert=True)
            return
        self._answered(request, flow, form, question, chosen)

    def _skip(self, request: Request, form: Form, question: Question) -> None:
        """Leave a question without an answer; one that must have one keeps what it had."""
        if question.optional:
            form.answers = {
                name: value for name, value in form.answers.items() if name != question.name
            }
            form.skipped = [*form.skipped, question.name]
        self._go_on(request, self.flows[form.kind], form)

    def _keep(self, request: Request, flow: Flow, form: Form, question: Question) -> None:
        """Leave a question as it stood when it was asked again: answered, skipped, or never put."""
        stands = {*form.answers, *form.skipped}
        if question.name not in stands and question.optional and not question.detail:
            form.skipped = [*form.skipped, question.name]
        self._go_on(request, flow, form)

    def _back(self, request: Request, flow: Flow, form: Form) -> None:
        before = previous_question(flow, form)
        if before is None:
            request.toast(request.texts("form-first-question"))
            return
        self._ask(request, form, before.name)

    def _ask(self, request: Request, form: Form, name: str | None, *, page: int = 0) -> None:
        form.asking = name
        form.page = page
        form.proposal = None
        self._step(request, form)
        self.show(request, form)

    def _go_on(self, request: Request, flow: Flow, form: Form) -> None:
        """Put the next question, or finish."""
        form.asking = form.proposal = None
        self._step(request, form)
        if next_question(flow, form) is None and flow.review is None:
            self._finish(request, flow, form)
        else:
            self.show(request, form)

    # --- the end -------------------------------------------------------------------------------

    def _finish(self, request: Request, flow: Flow, form: Form) -> None:
        """Carry the form out; it is gone afterwards, so that it is carried out once."""
        if next_question(flow, form) is not None:
            self.show(request, form)
            return
        finishing = Finishing(self._scene(request, form), request)
        self._end(request, form, flow.finish(finishing))

    def _review_pick(self, request: Request, flow: Flow, form: Form, code: str) -> None:
        """Carry out a button of the flow's own on the review card."""
        if next_question(flow, form) is not None or flow.review_pick is None:
            raise OldButton(code)
        finishing = Finishing(self._scene(request, form), request)
        self._end(request, form, flow.review_pick(finishing, code))

    def _end(self, request: Request, form: Form, ending: Ending) -> None:
        """Do with a form what its flow says."""
        match ending:
            case Stay():
                return
            case Done():
                stored.discard(request.session, form)
            case GoOn(other, waits=True):
                self.resume(request, other)
            case GoOn(other):
                stored.discard(request.session, form)
                # The card tells what came of this form: the next one begins under it.
                self.resume(request, other, anew=True)

    # --- shared --------------------------------------------------------------------------------

    def show(self, request: Request, form: Form, *, anew: bool = False) -> None:
        """Put the present question, the reading that waits for a yes, or the review card.

        *anew* leaves the card whose button was pressed as it is.
        """
        flow = self.flows[form.kind]
        scene = self._scene(request, form)
        question = next_question(flow, form)
        # Whoever came back to change an answer is asked for it, not offered the old reading again.
        if question is not None and form.proposal is None and form.asking is None:
            suggested = question.suggest(scene)
            form.proposal = as_kept(suggested, suggested=True) if suggested else None
        text, rows = (
            cards.review(scene, flow) if question is None else cards.ask(scene, flow, question)
        )
        # A form that is resumed goes on in the card whose button was pressed.
        if not anew and request.card_id not in (None, form.card_message_id):
            form.card_message_id = request.card_id
        (request.say if anew else request.show)(text, rows, remember=f"form:{form.id}")

    def _step(self, request: Request, form: Form) -> None:
        form.version += 1
        form.updated_at = request.now
        # Somebody is at it again: should they leave it once more, it is offered once more.
        form.offered_at = None
        request.session.add(form)
        request.session.flush()

    def _scene(self, request: Request, form: Form) -> Scene:
        flow = self.flows[form.kind]
        language = flow.language(form.answers) if flow.language else None
        # From the answer on, a registration speaks the language that it registers.
        if language is not None and language != request.texts.language:
            request.texts = Texts(language)
        name, readings = request.user.full_name, request.readings
        return Scene(
            request.session,
            request.runtime,
            request.texts,
            request.now,
            name,
            request.person,
            form,
            readings,
        )


def _heard(
    request: Request, scene: Scene, question: Question, text: str
) -> Reading | tuple[FormAction, str]:
    """Return what was typed: the button whose words they are, or else what they are read as."""
    return request.readings.of(
        ("spoken", *_what(scene, question, text)),
        lambda: cards.spoken(scene, question, text) or _read(request, scene, question, text),
    )


def _read(request: Request, scene: Scene, question: Question, text: str) -> Reading:
    """Return what a text is read as; it may have been read before the transaction."""
    return request.readings.of(_what(scene, question, text), lambda: question.read(scene, text))


def _what(scene: Scene, question: Question, text: str) -> tuple[object, ...]:
    """Return what a text is read for: a question of a form as it stands, in a language."""
    form = scene.form
    return form.id, form.version, question.name, scene.language, text
