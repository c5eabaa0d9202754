"""Letters about people: applications for coordinators, decisions for applicants."""

from collections.abc import Sequence

from bot import times
from bot.callbacks import VERDICT, Verdict
from bot.delivery.letters.letter import Drawn, Letter, Letters, dropped
from bot.domain import access
from bot.messages import Act, Button, Html, Keyboard, Outgoing, Style
from bot.texts import Texts, language_name
from config.reference import reference
from storage import people
from storage.models import Person, Role, Standing

TO_OUTSIDERS = frozenset({"declined", "suspended", "commands"})
"""Kinds that reach people who are not members."""


def application_card(
    texts: Texts, applicant: Person, chambers: Sequence[str]
) -> tuple[Html, Keyboard]:
    """Return the card with Approve and Decline."""
    labels = [reference().chamber_label(code, texts.language) for code in chambers]
    text = texts(
        "people-application",
        name=applicant.name,
        chambers=", ".join(labels),
        language=language_name(applicant.language),
        when=times.moment(applicant.created_at, "Europe/Brussels", texts.language),
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
    if letter.person.role is not Role.COORDINATOR:
        return dropped("no longer a coordinator")
    chambers = people.chambers_of(letter.session, applicant.id)
    text, rows = application_card(letter.texts, applicant, chambers)
    return letter.to_person(text, rows)


def _welcome(letter: Letter) -> Drawn:
    """Draw the first message to a new member, with what they can do now."""
    role = letter.person.role.value
    return letter.to_person(letter.texts(f"start-{role}", name=letter.person.name))


def _declined(letter: Letter) -> Drawn:
    """Draw the refusal, with its reason where one was given."""
    if letter.person.standing is not Standing.DECLINED:
        return dropped("no longer declined")
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
    if letter.person.standing is not Standing.SUSPENDED:
        return dropped("no longer suspended")
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
        commands=tuple(access.commands_of(letter.person)),
        language=letter.person.language,
    )


LETTERS: Letters = {
    "application": _application,
    "welcome": _welcome,
    "declined": _declined,
    "suspended": _suspended,
    "left": _left,
    "unreachable": _unreachable,
    "commands": _commands,
}
