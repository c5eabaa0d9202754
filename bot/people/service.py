"""People: asking to join, being admitted or declined, invitations, leaving and coming back."""

import hashlib
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.core.access import MAY_RETURN
from bot.outbox import enqueue
from bot.people import asking, invitations, onboarding, role_changes
from config.network import network
from config.reference import reference
from storage import applications, audit, deliveries, guards, people
from storage import invitations as stored_invitations
from storage.models import BEFORE_VERSIONS, ChangeAct, Invitation, Person, Role, Standing

RETURNING = MAY_RETURN
"""Who may ask to join again."""

SEEN_TO = timedelta(minutes=1)
"""How exactly it is kept when somebody last wrote."""
APPLICATION_CARDS = ("application", "application_news")
"""The kinds of messages on which an application can be decided."""
CLOSED_WITHIN = timedelta(days=7)
"""How long it is of use to tell the others on their cards."""
CODE_BYTES = 18
"""144 random bits: 24 signs of the alphabet that a Telegram deep link allows."""
CODE_SIGNS = CODE_BYTES * 4 // 3


class AlreadyRegistered(Exception):
    """The account belongs to somebody who has asked to join, or belongs to the network."""

    def __init__(self, person: Person) -> None:
        """Keep who it belongs to."""
        super().__init__(person.standing)
        self.person = person


class AlreadyDecided(Exception):
    """Another coordinator was first."""

    def __init__(self, person: Person, by: Person | None) -> None:
        """Keep the applicant as they stand now, and who decided."""
        super().__init__(person.standing)
        self.person = person
        self.by = by


class InvitationRefused(Exception):
    """The code admits nobody; ``reason`` is a name of ``REFUSED_INVITATION``."""

    def __init__(self, reason: str) -> None:
        """Keep the *reason*: ``unknown``, ``used``, ``revoked`` or ``expired``."""
        super().__init__(reason)
        self.reason = reason


def _present_version() -> str:
    return network().privacy.version or BEFORE_VERSIONS


@dataclass(frozen=True)
class Registration:
    """What somebody who registers has said."""

    telegram_id: int
    name: str
    language: str
    chambers: tuple[str, ...]
    acknowledged_at: datetime
    acknowledged_version: str = field(default_factory=_present_version)
    """Which version of the notice on data protection they have read: the present one."""
    username: str | None = None
    """Telegram's @name, without the @."""
    unit: str | None = None
    email: str | None = None


def seen(session: Session, person: Person, *, now: datetime, renewed: Collection[str]) -> None:
    """Note that a person wrote, to a minute; whoever had blocked the bot can be reached again.

    Then they get what they missed; of the kinds in *renewed* the present state.
    """
    # To a minute, so that a quick exchange writes the row once; the clock may have been set back.
    if person.last_seen_at is None or abs(now - person.last_seen_at) >= SEEN_TO:
        person.last_seen_at = now
    person.asked_to_stay_at = None
    if person.unreachable_since is not None:
        guards.hold(session, person)
        person.unreachable_since = person.unreachable_reason = None
        session.add(person)
        session.flush()
        onboarding.come_back(session, person, now=now, renewed=renewed)
    session.add(person)


def lost(session: Session, person_id: int, reason: str, *, now: datetime) -> None:
    """Note that a person cannot be reached; coordinators are told once."""
    person = people.get(session, person_id)
    if person is not None:
        guards.hold(session, person)
    if person is None or person.unreachable_since is not None:
        return
    person.unreachable_since = now
    person.unreachable_reason = reason[:200]
    session.add(person)
    audit.record(session, "person.unreachable", by=None, now=now, subject=f"person:{person_id}")
    enqueue.tell_coordinators(
        session,
        "unreachable",
        key=f"unreachable:{person_id}:{now.isoformat()}",
        about={"person_id": person_id},
        now=now,
        besides=person_id,
    )


def lost_account(session: Session, telegram_id: int, reason: str, *, now: datetime) -> None:
    """Note that the owner of an account blocked the bot."""
    person = people.by_telegram_id(session, telegram_id)
    if person is not None:
        lost(session, person.id, reason, now=now)


def apply(session: Session, registration: Registration, *, now: datetime) -> Person:
    """Register somebody who asks to join for their chambers; every coordinator gets a card.

    Raises :class:`AlreadyRegistered` unless they are new, were declined, or had left; and
    :class:`~bot.people.asking.MustWait` or :class:`~bot.people.asking.TooManyOpen`.
    """
    # Whoever becomes a coordinator at this moment gets the card from there, or from here.
    guards.alone(session, guards.COORDINATORS, shared=True)
    known = people.by_telegram_id(session, registration.telegram_id)
    if known is None or known.standing in RETURNING:
        asking.check(session, known, registration.telegram_id, now=now)
    person = _register(session, registration, RETURNING, now=now)
    # Nobody returns as the coordinator that they were, nor with what was decided of them then.
    person.role, person.standing = Role.CORRESPONDENT, Standing.APPLICANT
    person.decided_at = person.decided_by = person.decline_reason = None
    session.add(person)
    person_id = person.id
    audit.record(session, "person.applied", by=person_id, now=now, subject=f"person:{person_id}")
    enqueue.tell_coordinators(
        session,
        "application",
        # With the instant: who applies again, after a refusal, is told of again.
        key=f"application:{person_id}:{now.isoformat()}",
        about={"person_id": person_id},
        now=now,
    )
    return person


def approve(session: Session, person_id: int, *, by: Person, now: datetime) -> Person:
    """Admit an applicant, who is told and gets what is coming. Raises :class:`AlreadyDecided`."""
    person = _undecided(session, person_id)
    person.standing = Standing.ACTIVE
    person.decided_at, person.decided_by = now, by.id
    session.add(person)
    session.flush()
    applications.forget(session, person_id)
    _close_cards(session, person_id, by=by, now=now)
    audit.record(session, "person.approved", by=by.id, now=now, subject=f"person:{person_id}")
    _admit(session, person, now=now)
    return person


def decline(
    session: Session, person_id: int, reason: str | None, *, by: Person, now: datetime
) -> Person:
    """Turn an applicant away; they are told the *reason*. Raises :class:`AlreadyDecided`."""
    person = _undecided(session, person_id)
    person.standing = Standing.DECLINED
    person.decided_at, person.decided_by, person.decline_reason = now, by.id, reason
    session.add(person)
    people.leave_seats(session, person_id, now=now)
    applications.forget(session, person_id)
    _close_cards(session, person_id, by=by, now=now)
    audit.record(session, "person.declined", by=by.id, now=now, subject=f"person:{person_id}")
    enqueue.tell(
        session,
        person,
        "declined",
        key=f"declined:{person_id}:{now.isoformat()}",
        now=now,
    )
    return person


def _close_cards(session: Session, person_id: int, *, by: Person, now: datetime) -> None:
    """Let the cards of the other coordinators say how an application was decided, and by whom."""
    others = {one.id: one for one in people.coordinators(session) if one.id != by.id}
    for card in deliveries.sent_to(session, list(others), APPLICATION_CARDS):
        if card.about.get("person_id") == person_id:
            enqueue.tell(
                session,
                others[card.person_id],
                "application_closed",
                key=f"application_closed:{card.id}:{now.isoformat()}",
                about={"person_id": person_id, "message_id": card.message_id},
                now=now,
                within=CLOSED_WITHIN,
            )


def invite(
    session: Session,
    role: Role,
    chamber_id: str | None,
    *,
    by: int | None,
    now: datetime,
    valid_for: timedelta,
    predecessor_id: int | None = None,
) -> str:
    """Make an invitation and return its code, which is shown once and kept only as a hash.

    *predecessor_id* is the member whose place its bearer takes.
    """
    code = secrets.token_urlsafe(CODE_BYTES)
    invitation = Invitation(
        code_hash=hash_of(code),
        role=role,
        chamber_id=chamber_id,
        created_by=by,
        created_at=now,
        expires_at=now + valid_for,
        predecessor_id=predecessor_id,
    )
    session.add(invitation)
    session.flush()
    audit.record(session, "invitation.made", by=by, now=now, subject=f"invitation:{invitation.id}")
    return code


def open_invitation(session: Session, code: str, *, now: datetime) -> Invitation:
    """Return the invitation that a code opens; raises :class:`InvitationRefused`."""
    return _still_good(session, stored_invitations.by_hash(session, hash_of(code)), now=now)


def is_invitation(session: Session, code: str) -> bool:
    """Tell whether a code is an invitation's, open or not."""
    return stored_invitations.by_hash(session, hash_of(code)) is not None


def accept(
    session: Session,
    invitation_id: int,
    registration: Registration,
    *,
    now: datetime,
) -> Person:
    """Admit the bearer of an invitation without a coordinator's approval.

    Raises :class:`InvitationRefused` if it was used or expired since it was opened and
    :class:`AlreadyRegistered` for an active member.
    """
    # The form took its time: somebody else may have used the code meanwhile, or use it just now.
    held = stored_invitations.held(session, invitation_id)
    invitation = _still_good(session, held, now=now)
    if invitation.role is Role.COORDINATOR:
        guards.alone(session, guards.COORDINATORS)
    person = _register(session, registration, RETURNING | {Standing.APPLICANT}, now=now)
    person.role, person.standing = invitation.role, Standing.ACTIVE
    person.decided_at, person.decided_by = now, invitation.created_by
    person.decline_reason = None
    session.add(person)
    session.flush()
    person_id = person.id
    invitation.used_at, invitation.used_by = now, person_id
    session.add(invitation)
    audit.record(
        session,
        "invitation.accepted",
        by=person_id,
        now=now,
        subject=f"invitation:{invitation.id}",
    )
    applications.forget(session, person_id)
    if person.role is Role.COORDINATOR:
        # Who came in by a link becomes known to the others at once.
        role_changes.note(
            session,
            person,
            ChangeAct.JOINED,
            role_before=Role.CORRESPONDENT,
            by=invitation.created_by,
            now=now,
        )
    _admit(session, person, now=now)
    onboarding.tell_open_applications(session, person, now=now)
    return person


def hash_of(code: str) -> str:
    """Return what is kept of a code; it has 144 random bits, so a plain hash cannot be guessed."""
    return hashlib.sha256(code.encode()).hexdigest()


def zone_of(chambers: Sequence[str]) -> str:
    """Return the zone of the first chamber's seat: where an official usually is."""
    return reference().chamber(chambers[0]).timezone if chambers else "Europe/Brussels"


def _still_good(session: Session, invitation: Invitation | None, *, now: datetime) -> Invitation:
    if invitation is None:
        raise InvitationRefused("unknown")
    if invitation.used_at is not None:
        raise InvitationRefused("used")
    if invitations.is_ended(session, invitation):
        raise InvitationRefused("revoked")
    if invitation.expires_at <= now:
        raise InvitationRefused("expired")
    return invitation


def _register(
    session: Session, registration: Registration, may_return: frozenset[Standing], *, now: datetime
) -> Person:
    """Return the row of who registers, new or returning, with what they said and their seats."""
    person = people.by_telegram_id(session, registration.telegram_id)
    if person is not None:
        guards.hold(session, person)
    if person is not None and person.standing not in may_return:
        raise AlreadyRegistered(person)
    if person is None:
        person = Person(
            telegram_id=registration.telegram_id,
            name=registration.name,
            role=Role.CORRESPONDENT,
            standing=Standing.APPLICANT,
            language=registration.language,
            zone=zone_of(registration.chambers),
            acknowledged_at=registration.acknowledged_at,
            acknowledged_version=registration.acknowledged_version,
            created_at=now,
        )
        if not guards.added(session, person):
            raise AlreadyRegistered(people.of_account(session, registration.telegram_id))
    else:
        person.name, person.language = registration.name, registration.language
        person.zone = zone_of(registration.chambers)
        person.acknowledged_at = registration.acknowledged_at
        person.acknowledged_version = registration.acknowledged_version
        # Seats are a history: whoever returns to a chamber begins another one there.
        people.leave_seats(session, person.id, now=now)
    person.username, person.unit = registration.username, registration.unit
    person.email, person.email_confirmed_at = registration.email, None
    session.add(person)
    session.flush()
    for chamber_id in registration.chambers:
        people.seat(session, person.id, chamber_id, now=now)
    return person


def _admit(session: Session, person: Person, *, now: datetime) -> None:
    """Let a new member have their commands, a welcome, and what is coming."""
    key = f"commands:{person.id}:{now.isoformat()}"
    enqueue.tell(session, person, "commands", key=key, now=now)
    onboarding.join(session, person, now=now)


def _undecided(session: Session, person_id: int) -> Person:
    person = people.get(session, person_id)
    if person is None:
        raise LookupError(f"no person {person_id}")
    # Every coordinator has the card: of two who press at once the second sees what the first did.
    guards.hold(session, person)
    if person.standing is not Standing.APPLICANT:
        by = people.get(session, person.decided_by) if person.decided_by else None
        raise AlreadyDecided(person, by)
    return person
