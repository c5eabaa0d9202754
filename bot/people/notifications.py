"""Letters about people: applications for coordinators, decisions for applicants."""

from collections.abc import Sequence

from bot.core import times
from bot.core.messages import Act, Button, Html, Keyboard, Outgoing, Style
from bot.core.text_families import START
from bot.core.texts import Texts, language_name
from bot.outbox.message_kinds import COORDINATORS, MessageKind
from bot.outbox.notification import Drawn, Letter, dropped
from bot.people.callbacks import VERDICT, Verdict
from config.reference import reference
from storage import people
from storage.models import Person, Standing


def application_card(
    texts: Texts, applicant: Person, chambers: Sequence[str], zone: str
) -> tuple[Html, Keyboard]:
    """Return the card with Approve and Decline for a coordinator whose clock is in *zone*."""
    labels = [reference().chamber_label(code, texts.language) for code in chambers]
    text = texts(
        "people-application",
        name=applicant.name,
        chambers=", ".join(labels),
        language=language_name(applicant.language),
        when=times.moment(applicant.created_at, zone, texts.language),
    )
    yes = VERDICT.data(Verdict.YES, applicant)
    no = VERDICT.data(Verdict.NO, applicant)
    row = [
        Button(texts.plain("people-approve"), yes, style=Style.SUCCESS),
        Button(texts.plain("people-decline"), no, style=Style.DANGER),
    ]
    return text, [row]


def _application(letter: Letter) -> Drawn:
    """Draw the card with Approve and Decline for a coordinator."""
    applicant = people.get(letter.session, letter.row.about["person_id"])
    if applicant is None or applicant.standing is not Standing.APPLICANT:
        return dropped("decided meanwhile")
    chambers = people.chambers_of(letter.session, applicant.id)
    text, rows = application_card(letter.texts, applicant, chambers, letter.person.zone)
    return letter.to_person(text, rows)


def _welcome(letter: Letter) -> Drawn:
    """Draw the first message to a new member, with what they can do now."""
    return letter.to_person(letter.texts(START.key(letter.person.role), name=letter.person.name))


def _declined(letter: Letter) -> Drawn:
    """Draw the refusal, with its reason where one was given."""
    reason = letter.person.decline_reason
    key = "declined-with-reason" if reason else "declined"
    return letter.to_person(letter.texts(key, reason=reason or ""))


def _unreachable(letter: Letter) -> Drawn:
    """Tell a coordinator that a person cannot be reached any more."""
    person = people.get(letter.session, letter.row.about["person_id"])
    if person is None or person.unreachable_since is None:
        return dropped("reachable again")
    return letter.to_person(letter.texts("people-unreachable", name=person.name))


def _suspended(letter: Letter) -> Drawn:
    """Tell a person that the network is closed to them for the moment."""
    return letter.to_person(letter.texts("closed-suspended"))


def _left(letter: Letter) -> Drawn:
    """Tell a coordinator that somebody of these chambers has left, and who has nobody now."""
    chambers = [str(code) for code in letter.row.about["chambers"]]
    empty = [code for code in chambers if not people.of_chamber(letter.session, code)]
    texts, language = letter.texts, letter.texts.language
    labels = ", ".join(reference().chamber_label(code, language) for code in chambers)
    text = texts("people-left", where=labels or texts.plain("registration-no-chamber"))
    if not empty:
        return letter.to_person(text)
    names = ", ".join(reference().chamber_label(code, language) for code in empty)
    nobody = texts("people-left-nobody", count=len(empty), where=names)
    return letter.to_person(Html(f"{text} {nobody}"))


def _commands(letter: Letter) -> Drawn:
    """Show a person the commands of what they have become."""
    message = letter.to_person("")
    return Outgoing(
        Act.COMMANDS,
        message.chat_id,
        commands=tuple(letter.house.menu.of(letter.person)),
        language=letter.person.language,
    )


KINDS = (
    MessageKind(
        "application",
        _application,
        texts=("people-application", "people-approve", "people-decline"),
        roles=COORDINATORS,
    ),
    MessageKind("welcome", _welcome, texts=START.keys(), explains_itself=True),
    MessageKind(
        "declined",
        _declined,
        texts=("declined", "declined-with-reason"),
        standings=frozenset({Standing.DECLINED}),
        explains_itself=True,
    ),
    MessageKind(
        "suspended",
        _suspended,
        texts=("closed-suspended",),
        standings=frozenset({Standing.SUSPENDED}),
        explains_itself=True,
    ),
    MessageKind(
        "left",
        _left,
        texts=("people-left", "people-left-nobody", "registration-no-chamber"),
        roles=COORDINATORS,
    ),
    MessageKind("unreachable", _unreachable, texts=("people-unreachable",), roles=COORDINATORS),
    MessageKind(
        "commands",
        _commands,
        standings=frozenset(Standing),
        explains_itself=True,
        is_message=False,
        refusal_is_told=False,
    ),
)
