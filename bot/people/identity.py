"""Who somebody is who asks to join: what a coordinator can see, ask and have confirmed."""

import hashlib
import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlmodel import Session

from bot.outbox import enqueue
from bot.understanding.person_names import skeleton
from storage import applications as stored
from storage import audit, erasure, people
from storage.models import ApplicationQuestion, EmailCode, Person, Standing

CODE_VALID_FOR = timedelta(days=7)
TRIES = 5
"""Wrong codes that are taken before the code is of no use any more."""
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without 0, O, 1 and I, which look alike."""
HALF = 4
CODE = re.compile(f"([{ALPHABET}]{{{HALF}}})[ -]?([{ALPHABET}]{{{HALF}}})", re.IGNORECASE)
_USERNAME = re.compile(r"[A-Za-z0-9_]{1,32}")


class Typed(StrEnum):
    """What became of a code that an applicant typed."""

    RIGHT = "right"
    WRONG = "wrong"
    """They may try again."""
    OVER = "over"
    """It expired, or was mistyped too often: a coordinator can send another."""
    NONE = "none"
    """No code was made for them."""


class NotWaiting(Exception):
    """The applicant has been decided about meanwhile, or has no email to send a code to."""


@dataclass(frozen=True)
class Application:
    """What a coordinator sees of somebody who asks to join, besides what they said."""

    alike: Sequence[tuple[Person, Sequence[str]]] = ()
    """Members and applicants whose name looks like theirs, with their chambers."""
    questions: Sequence[tuple[ApplicationQuestion, str | None]] = ()
    """What was asked, and the name of who asked."""
    code_until: datetime | None = None
    """Until when the code that was sent to their email counts."""
    left_suspended: bool = False
    """This account left the network while it was suspended."""


def username_of(told: str | None) -> str | None:
    """Return the @name that Telegram tells of an account, without @; None for anything else."""
    return told if told is not None and _USERNAME.fullmatch(told) else None


def application(session: Session, applicant: Person, *, now: datetime) -> Application:
    """Return what a coordinator should know of an applicant before they decide."""
    code = stored.code_of(session, applicant.id)
    is_good = code is not None and code.expires_at > now and code.tries < TRIES
    return Application(
        alike(session, applicant.name, besides=applicant.id),
        [
            (asked, by.name if (by := people.get(session, asked.asked_by)) else None)
            for asked in stored.questions(session, applicant.id)
        ],
        code.expires_at if code is not None and is_good else None,
        erasure.left_suspended(session, applicant.telegram_id) is not None,
    )


def alike(
    session: Session, name: str, *, besides: int | None
) -> list[tuple[Person, Sequence[str]]]:
    """Return members and applicants whose name could be taken for *name*, with their chambers."""
    looks = skeleton(name)
    found = [one for one in stored.known(session, besides) if skeleton(one.name) == looks]
    seats: Mapping[int, Sequence[str]] = people.seats(session) if found else {}
    return [(one, seats.get(one.id, ())) for one in found]


# --- a question to an applicant --------------------------------------------------------------


def ask(
    session: Session, applicant: Person, question: str, *, by: Person, now: datetime
) -> ApplicationQuestion:
    """Ask an applicant something; they get it with a button. Raises :class:`NotWaiting`."""
    _require_applicant(applicant)
    asked = ApplicationQuestion(
        person_id=applicant.id, asked_by=by.id, asked_at=now, question=question
    )
    session.add(asked)
    session.flush()
    subject = f"person:{applicant.id}"
    audit.record(session, "application.asked", by=by.id, now=now, subject=subject)
    enqueue.tell(
        session,
        applicant,
        "application_question",
        key=f"application_question:{asked.id}",
        about={"question_id": asked.id},
        now=now,
    )
    return asked


def question(
    session: Session, question_id: int | None, person: Person | None
) -> ApplicationQuestion | None:
    """Return a question to an applicant that waits for their answer; None where it does not."""
    asked = session.get(ApplicationQuestion, question_id) if question_id is not None else None
    if asked is None or person is None or asked.person_id != person.id:
        return None
    is_open = asked.answered_at is None and person.standing is Standing.APPLICANT
    return asked if is_open else None


def answer(
    session: Session, asked: ApplicationQuestion, applicant: Person, text: str, *, now: datetime
) -> None:
    """Keep an applicant's answer; coordinators get the card with it."""
    asked.answer, asked.answered_at = text, now
    session.add(asked)
    session.flush()
    _tell_news(session, applicant, "answer", f"{asked.id}", now=now)


# --- a code to their email -------------------------------------------------------------------


def make_code(session: Session, applicant: Person, *, by: Person, now: datetime) -> str:
    """Return a new code for a coordinator to send to the applicant's email; only a hash is kept.

    An earlier one counts no more. Raises :class:`NotWaiting`.
    """
    _require_applicant(applicant)
    if applicant.email is None or applicant.email_confirmed_at is not None:
        raise NotWaiting
    signs = "".join(secrets.choice(ALPHABET) for _ in range(2 * HALF))
    made = stored.code_of(session, applicant.id) or EmailCode(
        person_id=applicant.id, code_hash="", made_at=now, expires_at=now
    )
    made.code_hash, made.tries = _hash(applicant, signs), 0
    made.made_by, made.made_at, made.expires_at = by.id, now, now + CODE_VALID_FOR
    session.add(made)
    session.flush()
    subject = f"person:{applicant.id}"
    audit.record(session, "application.code", by=by.id, now=now, subject=subject)
    enqueue.tell(
        session,
        applicant,
        "email_code",
        key=f"email_code:{applicant.id}:{now.isoformat()}",
        now=now,
    )
    return f"{signs[:HALF]}-{signs[HALF:]}"


def awaits_code(session: Session, person: Person | None) -> bool:
    """Tell whether a code was made for an applicant, which may be over by now."""
    if person is None or person.standing is not Standing.APPLICANT:
        return False
    return person.email_confirmed_at is None and stored.code_of(session, person.id) is not None


def try_code(session: Session, applicant: Person, text: str, *, now: datetime) -> Typed:
    """Take a typed code: the right one confirms the email, and coordinators get the card."""
    made = stored.code_of(session, applicant.id)
    if made is None or not awaits_code(session, applicant):
        return Typed.NONE
    if made.expires_at <= now or made.tries >= TRIES:
        return Typed.OVER
    found = CODE.fullmatch(text.strip())
    signs = "".join(found.groups()).upper() if found else ""
    if not secrets.compare_digest(made.code_hash, _hash(applicant, signs)):
        made.tries += 1
        session.add(made)
        return Typed.WRONG if made.tries < TRIES else Typed.OVER
    applicant.email_confirmed_at = now
    session.add(applicant)
    session.delete(made)
    subject = f"person:{applicant.id}"
    audit.record(session, "application.confirmed", by=applicant.id, now=now, subject=subject)
    _tell_news(session, applicant, "email", now.isoformat(), now=now)
    return Typed.RIGHT


def _hash(applicant: Person, signs: str) -> str:
    return hashlib.sha256(f"{applicant.id}:{applicant.seal}:{signs}".encode()).hexdigest()


def _tell_news(
    session: Session, applicant: Person, what: str, which: str, *, now: datetime
) -> None:
    enqueue.tell_coordinators(
        session,
        "application_news",
        key=f"application_news:{applicant.id}:{what}:{which}",
        about={"person_id": applicant.id, "what": what},
        now=now,
    )


def _require_applicant(applicant: Person) -> None:
    if applicant.standing is not Standing.APPLICANT:
        raise NotWaiting


# --- a member's name -------------------------------------------------------------------------


def rename(session: Session, person: Person, name: str, *, now: datetime) -> None:
    """Call a member by another name from now on; coordinators are told of both."""
    if name == person.name:
        return
    before, person.name = person.name, name
    session.add(person)
    subject, detail = f"person:{person.id}", {"before": before, "after": name}
    entry = audit.record(
        session, "person.renamed", by=person.id, now=now, subject=subject, **detail
    )
    session.flush()
    enqueue.tell_coordinators(
        session,
        "renamed",
        key=f"renamed:{entry.id}",
        # The names stand in the entry alone, which is where they are taken out again.
        about={"person_id": person.id, "entry_id": entry.id},
        now=now,
        besides=person.id,
    )
