"""Registering: language, data protection, country, chamber, name."""

from dataclasses import replace

from telegram import User

from bot.chat import phrases
from bot.chat.forms import cards, reading
from bot.chat.forms.form import (
    Answers,
    Done,
    Ending,
    Finishing,
    Flow,
    Option,
    Prompt,
    Propose,
    Question,
    Reading,
    Refuse,
    Scene,
    Stay,
    Took,
    Value,
    next_question,
)
from bot.chat.request import Request
from bot.core import messages, times
from bot.core.access import Access
from bot.core.messages import Html
from bot.core.text_families import REFUSED_INVITATION
from bot.core.texts import DEFAULT, Texts, closest, language_in, language_name, languages
from bot.people import asking, chambers_shown, handover, identity, names, privacy_notice
from bot.people import service as people
from bot.people.asking import MustWait, TooManyOpen
from bot.people.service import AlreadyRegistered, InvitationRefused, Registration
from bot.understanding import places
from config.network import Network
from config.reference import reference
from storage import invitations as stored_invitations
from storage.models import BEFORE_VERSIONS, Form, Role

KIND = "registration"
BOTH = "both"
CODE = "code"
"""Beside the answers: the network's code that opened the form."""
YES = "yes"
"""What stands for having read a notice that has no version."""


def _wants_country(answers: Answers) -> bool:
    """An invitation for a chamber, or for somebody without one, settles it."""
    return not answers.get("invited_for") and answers.get("role") in (None, Role.CORRESPONDENT)


def _wants_chamber(answers: Answers) -> bool:
    if not _wants_country(answers):
        return False
    return len(chambers_shown.of_country(answers.get("country", ""))) > 1


def _applies_by_oneself(answers: Answers) -> bool:
    """Ask who they are of those whom nobody invited: a coordinator has to decide."""
    return "role" not in answers


def _ask_language(scene: Scene) -> Prompt:
    options = [Option(code, language_name(code)) for code in languages()]
    return Prompt(scene.texts("registration-language"), options, columns=2)


def _read_language(scene: Scene, text: str) -> Reading:
    said = text.casefold()
    for code in languages():
        by_default = language_in(code, DEFAULT)
        if said in {code, language_name(code).casefold(), by_default.casefold()}:
            return Took(code)
    return Refuse(scene.texts("registration-language-unknown"))


def _ask_privacy(scene: Scene) -> Prompt:
    network = scene.runtime.network
    # The code is the version: a button under an earlier text is an old one.
    options = [Option(_version(scene), scene.texts.plain("registration-privacy-yes"))]
    beside = [privacy_notice.all_of_it(scene.texts)]
    return Prompt(privacy_notice.short(network, scene.texts), options, beside=beside)


def _version(scene: Scene) -> str:
    """Return what stands for having read the notice as it is: its version, or yes."""
    return scene.runtime.network.privacy.version or YES


def _read_privacy(scene: Scene, text: str) -> Reading:
    words = scene.texts.plain("form-yes-words").split(",")
    if text.casefold() in {word.strip() for word in words}:
        return Took(_version(scene))
    return Refuse(scene.texts("registration-privacy-needed"))


def asks_for_privacy(form: Form) -> bool:
    """Tell whether a form is a registration that shows the notice now."""
    question = next_question(FLOW, form) if form.kind == KIND else None
    return question is not None and question.name == "privacy"


def _ask_country(scene: Scene) -> Prompt:
    options = chambers_shown.country_options(scene.language)
    return Prompt(scene.texts("registration-country"), options, chambers_shown.COLUMNS)


def _read_country(scene: Scene, text: str) -> Reading:
    found = places.understand_member_state(text, languages=scene.languages)
    if found.sure is not None:
        return Took(found.sure)
    # A chamber says its country as well; which is which is settled when it is taken.
    chamber = places.understand_chamber(text, languages=scene.languages)
    if chamber.sure is not None:
        return Took(chamber.sure)
    choices = [(code, reference().member_state_label(code, scene.language)) for code in found.codes]
    choices = choices or [
        (code, reference().chamber_label(code, scene.language))
        for code in chamber.codes[: reading.MOST_CHOICES]
    ]
    if not choices:
        return Refuse(scene.texts("registration-country-unknown"))
    if len(choices) > 1:
        return Propose(scene.texts("form-which"), choices)
    return Propose(scene.texts("registration-country-which", country=choices[0][1]), choices)


def _settle(scene: Scene) -> None:
    """Take a chamber that was said for its country as both answers.

    A chamber of a country that was said before does not stay with another one.
    """
    answers = dict(scene.answers)
    said = next((one for one in reference().chambers if one.id == answers.get("country")), None)
    if said is not None:
        answers |= {"country": said.country, "chamber": said.id}
    of_country = chambers_shown.of_country(answers.get("country", ""))
    if len(of_country) < 2 or answers.get("chamber") not in {*of_country, BOTH}:
        answers.pop("chamber", None)
    if answers != scene.answers:
        scene.form.answers = answers


def _ask_chamber(scene: Scene) -> Prompt:
    chambers = chambers_shown.of_country(scene.answers["country"])
    options = [Option(code, reference().chamber_label(code, scene.language)) for code in chambers]
    options.append(Option(BOTH, scene.texts.plain("registration-chamber-both")))
    return Prompt(scene.texts("registration-chamber"), options)


def _read_chamber(scene: Scene, text: str) -> Reading:
    country = scene.answers["country"]
    if phrases.is_one_of("heard-both", text):
        return Took(BOTH)
    found = places.understand_chamber(text, languages=scene.languages, country=country)
    if found.sure is not None:
        return Took(found.sure)
    if not found.matches:
        return Refuse(scene.texts("registration-chamber-unknown"))
    near = [(code, reference().chamber_label(code, scene.language)) for code in found.codes]
    return reading.offer(scene, near)


def _show_chamber(scene: Scene, value: Value) -> Html:
    return messages.html(value if value != BOTH else scene.texts.plain("registration-chamber-both"))


def _ask_name(scene: Scene) -> Prompt:
    name = names.offered(scene.user_name)
    return Prompt(scene.texts("registration-name"), [Option("mine", name)] if name else [])


def _pick_name(scene: Scene, code: str) -> Reading:
    """Take the name of the Telegram profile, by the rules of a name that is typed."""
    del code
    return names.read(scene, names.offered(scene.user_name))


def chambers(answers: Answers) -> tuple[str, ...]:
    """Return the chambers that a registration is for."""
    if answers.get("invited_for"):
        return (str(answers["invited_for"]),)
    country = answers.get("country")
    if country is None:
        return ()
    of_country = chambers_shown.of_country(country)
    chosen = answers.get("chamber")
    return tuple(of_country) if chosen in (None, BOTH) else (str(chosen),)


def _review(scene: Scene) -> Html:
    texts = scene.texts
    labels = [reference().chamber_label(code, scene.language) for code in chambers(scene.answers)]
    return texts(
        "registration-review",
        name=scene.answers["name"],
        chambers=", ".join(labels) or texts.plain("registration-no-chamber"),
        language=language_name(scene.answers["language"]),
        more=_identity(scene),
    )


def _identity(scene: Scene) -> Html:
    """Return the lines of the review for what was told of oneself besides."""
    lines = [cards.field_line(scene, FLOW, name) for name in ("unit", "email")]
    return Html("".join(f"\n{line}" for line in lines if line))


def _finish(finishing: Finishing) -> Ending:
    """Send the registration to the coordinators, or admit the bearer of an invitation."""
    scene, request = finishing.scene, finishing.request
    answers = scene.answers
    if names.is_refused(answers["name"]):
        # A form that an earlier version began: the name is asked for again.
        request.say(names.refusal(scene, answers["name"]))
        scene.form.answers = {key: told for key, told in answers.items() if key != "name"}
        request.engine.show(request, scene.form)
        return Stay()
    registration = Registration(
        telegram_id=request.chat_id,
        name=answers["name"],
        language=answers["language"],
        chambers=chambers(answers),
        acknowledged_at=request.now,
        username=identity.username_of(request.user.username),
        unit=answers.get("unit"),
        email=answers.get("email"),
        acknowledged_version=BEFORE_VERSIONS if answers["privacy"] == YES else answers["privacy"],
    )
    request.texts = Texts(answers["language"])
    try:
        if scene.form.subject_id is None:
            request.show(_apply(request, answers, registration))
        else:
            _accept(request, scene.form.subject_id, registration)
            request.show(request.texts("registration-accepted"))
    except AlreadyRegistered:
        request.show(request.texts("registration-already"))
    except InvitationRefused as refused:
        said = REFUSED_INVITATION.key(refused.reason)
        request.show(request.texts(said, join=request.to_join))
    request.wakes_delivery = True
    return Done()


def _accept(request: Request, invitation_id: int, registration: Registration) -> None:
    """Admit the bearer of an invitation; with a predecessor, what was theirs passes on."""
    person = people.accept(request.session, invitation_id, registration, now=request.now)
    invitation = stored_invitations.held(request.session, invitation_id)
    if invitation is not None and invitation.predecessor_id is not None:
        handover.pass_on(
            request.session,
            request.runtime.network,
            invitation,
            person,
            drafts=request.runtime.kept_forms,
            now=request.now,
        )


def _apply(request: Request, answers: Answers, registration: Registration) -> Html:
    """Send a registration to the coordinators; return what is said of that.

    The form took its time: the organiser may have closed it, or others may have been quicker.
    """
    if not asking.may_ask(request.runtime.network, answers.get(CODE)):
        return request.texts("registration-by-invitation", join=request.to_join)
    try:
        people.apply(request.session, registration, now=request.now)
    except (MustWait, TooManyOpen) as refused:
        return not_now(request, refused)
    return request.texts("registration-sent")


def not_now(request: Request, refused: MustWait | TooManyOpen) -> Html:
    """Return what somebody is told who cannot ask to join now."""
    if isinstance(refused, MustWait):
        zone, language = request.runtime.network.zone, request.texts.language
        when = times.moment(refused.until, zone, language)
        return request.texts("registration-later", when=when)
    return request.texts("registration-full", contact=request.runtime.network.privacy.contact)


FLOW = Flow(
    kind=KIND,
    open_to=Access.ANYONE,
    questions=(
        Question(
            "language",
            prompt=_ask_language,
            read=_read_language,
            show=lambda _, value: messages.html(language_name(value)),
        ),
        Question(
            "privacy",
            prompt=_ask_privacy,
            read=_read_privacy,
            show=lambda scene, _: scene.texts("registration-privacy-yes"),
            settled=lambda answers: "privacy" in answers,
        ),
        Question(
            "country",
            prompt=_ask_country,
            read=_read_country,
            show=lambda scene, value: messages.html(
                reference().member_state_label(value, scene.language)
            ),
            applies=_wants_country,
        ),
        Question(
            "chamber",
            prompt=_ask_chamber,
            read=_read_chamber,
            show=_show_chamber,
            applies=_wants_chamber,
        ),
        Question(
            "name",
            prompt=_ask_name,
            read=names.read,
            pick=_pick_name,
            show=lambda _, value: messages.html(value),
        ),
        replace(names.UNIT_QUESTION, applies=_applies_by_oneself),
        replace(names.EMAIL_QUESTION, applies=_applies_by_oneself),
    ),
    finish=_finish,
    review=_review,
    settle=_settle,
    language=lambda answers: answers.get("language"),
)
"""Asks to join, or takes up an invitation (then ``subject_id`` is the invitation's)."""


def answers_with(network: Network, code: str | None) -> dict[str, Value]:
    """Return the answers that a form begins with which the network's *code* opened."""
    return {CODE: network.registration_code} if asking.is_code(network, code) else {}


def answers_for(role: Role, chamber_id: str | None, bearer: User) -> dict[str, Value]:
    """Return the answers that an invitation settles, and what Telegram tells of its *bearer*.

    The review shows a name and a language that nobody was asked for, and *Change* asks for them.
    """
    name, language = names.offered(bearer.full_name), closest(bearer.language_code)
    is_told = (bearer.language_code or "").split("-")[0].lower() == language
    told = {
        "invited_for": chamber_id,
        "language": language if is_told else None,
        "name": name or None,
    }
    return {"role": role.value, **{key: value for key, value in told.items() if value}}
