"""What is done about an application before the decision: a question, a code to an email."""

from bot.chat.callback_data import OldButton
from bot.chat.feature import ButtonHandler, Command, Listener, Way
from bot.chat.forms import reading
from bot.chat.forms.form import Done, Ending, Finishing, Flow, Prompt, Question, Scene
from bot.chat.request import Request
from bot.core import messages, times
from bot.core.access import Access
from bot.core.text_keys import Family
from bot.core.texts import Texts
from bot.people import identity
from bot.people.callbacks import APPLICANT, ApplicantAction
from bot.people.identity import NotWaiting, Typed
from storage import people as stored
from storage.models import ApplicationQuestion, Person, Standing

ASK, ANSWER = "ask_applicant", "answer_applicant"
QUESTION_LIMIT = 500
ANSWER_LIMIT = 1000
TYPED = Family("email-code-{}", Typed)
"""What is said to a code that was typed."""


# --- by coordinators -------------------------------------------------------------------------


def pressed(request: Request) -> None:
    """Ask an applicant, or make a code for their email."""
    action, applicant = request.pressed.one_of(0, ApplicantAction), request.row(1, Person)
    if applicant.standing is not Standing.APPLICANT:
        request.toast(request.texts("application-decided"), alert=True)
    elif action is ApplicantAction.ASK:
        request.engine.start(request, ASK, subject_id=applicant.id)
    else:
        _show_code(request, applicant)


def _show_code(request: Request, applicant: Person) -> None:
    """Show a new code, and the letter to send it with, in the applicant's language."""
    try:
        code = identity.make_code(request.session, applicant, by=request.member, now=request.now)
    except NotWaiting:
        request.toast(request.texts("application-no-email"), alert=True)
        return
    request.wakes_delivery = True
    until = request.now + identity.CODE_VALID_FOR
    theirs = Texts(applicant.language)
    network = request.runtime.network
    day = times.local(until, applicant.zone).date()
    request.say(request.texts("email-code-letter", name=applicant.name, email=str(applicant.email)))
    request.say(
        theirs(
            "email-code-text",
            name=applicant.name,
            network=network.name_in(theirs.language),
            code=code,
            until=times.day(day, theirs.language),
        )
    )


def _finish_question(finishing: Finishing) -> Ending:
    scene, request = finishing.scene, finishing.request
    applicant = stored.get(scene.session, scene.form.subject_id)
    if applicant is None:
        raise LookupError("a question to nobody")
    try:
        identity.ask(
            scene.session,
            applicant,
            scene.answers["question"],
            by=request.member,
            now=request.now,
        )
    except NotWaiting:
        request.show(scene.texts("application-decided"))
        return Done()
    request.wakes_delivery = True
    request.show(scene.texts("application-asked", name=applicant.name))
    return Done()


# --- by the applicant ------------------------------------------------------------------------


def answer_pressed(request: Request) -> None:
    """Answer under a coordinator's question."""
    asked = request.row(1, ApplicationQuestion, over="application-question-over")
    if identity.question(request.session, asked.id, request.person) is None:
        raise OldButton(APPLICANT.name, "application-question-over")
    request.engine.start(request, ANSWER, subject_id=asked.id)


def _ask_answer(scene: Scene) -> Prompt:
    asked = identity.question(scene.session, scene.form.subject_id, scene.person)
    if asked is None:
        return Prompt(scene.texts("application-question-over"))
    return Prompt(scene.texts("application-answer-ask", question=asked.question))


def _finish_answer(finishing: Finishing) -> Ending:
    scene, request = finishing.scene, finishing.request
    asked = identity.question(scene.session, scene.form.subject_id, request.person)
    if asked is None or request.person is None:
        request.show(scene.texts("application-question-over"))
        return Done()
    identity.answer(scene.session, asked, request.person, scene.answers["answer"], now=request.now)
    request.wakes_delivery = True
    request.show(scene.texts("application-answered"))
    return Done()


def code(request: Request) -> None:
    """Type the code that came by email: ``/code ABCD-EFGH``."""
    _take(request, request.argument)


def _typed(request: Request) -> bool:
    """Take a message that is written like a code, from whoever waits for one."""
    text = request.text
    if text is None or identity.CODE.fullmatch(text.strip()) is None:
        return False
    if not identity.awaits_code(request.session, request.person):
        return False
    _take(request, text)
    return True


def _take(request: Request, text: str) -> None:
    person = request.person
    found = (
        identity.try_code(request.session, person, text, now=request.now)
        if person is not None and text
        else Typed.NONE
    )
    request.wakes_delivery = found is Typed.RIGHT
    request.say(request.texts(TYPED.key(found)))


def _waits(person: Person | None) -> bool:
    """Show /code to those who may have got one."""
    return person is not None and person.standing is Standing.APPLICANT


COMMANDS = (Command("code", code, Access.ANYONE, rank=155, usage="[code]", shown_to=_waits),)
BUTTONS = (
    ButtonHandler(APPLICANT, pressed, Access.COORDINATOR),
    ButtonHandler(APPLICANT, answer_pressed, Access.ANYONE, (ApplicantAction.ANSWER,)),
)
LISTENERS = (Listener(Way.TYPED, "code", _typed, Access.ANYONE, 5),)
FORMS = (
    Flow(
        kind=ASK,
        open_to=Access.COORDINATOR,
        questions=(
            Question(
                "question",
                prompt=reading.asks("application-question-ask"),
                read=reading.short_text(QUESTION_LIMIT),
                show=lambda _, value: messages.html(value),
            ),
        ),
        finish=_finish_question,
        anew=True,
    ),
    Flow(
        kind=ANSWER,
        open_to=Access.ANYONE,
        questions=(
            Question(
                "answer",
                prompt=_ask_answer,
                read=reading.short_text(ANSWER_LIMIT),
                show=lambda _, value: messages.html(value),
            ),
        ),
        finish=_finish_answer,
        anew=True,
    ),
)
"""``subject_id`` is the applicant's, and the question's."""
