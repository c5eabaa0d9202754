"""Open invitations: who made them, how they end before they are used."""

from datetime import datetime, timedelta

from sqlmodel import Session

from config.network import Network
from storage import audit, people
from storage import invitations as stored
from storage.models import Invitation, InvitationEnd, Person, Role, Standing


class NotOpen(Exception):
    """The invitation was used, revoked, or is over, before it could be revoked."""


def valid_for(network: Network, role: Role) -> timedelta:
    """Return how long an invitation lasts: one that makes a coordinator not as long."""
    if role is Role.COORDINATOR:
        return network.coordinator_invitation_valid_for
    return network.invitation_valid_for


def is_ended(session: Session, invitation: Invitation) -> bool:
    """Tell whether an invitation was revoked, or its maker is no coordinator any more.

    The maker is looked at again: however they went, what they made opens nothing.
    """
    if invitation.ended_at is not None:
        return True
    if invitation.predecessor_id is not None:
        return not _can_hand_over(session, invitation)
    if invitation.created_by is None:
        return False
    maker = people.get(session, invitation.created_by)
    return maker is None or not _may_invite(maker)


def revoke(session: Session, invitation: Invitation, *, by: Person, now: datetime) -> None:
    """Let an invitation open nothing any more. Raises :class:`NotOpen`."""
    if invitation.expires_at <= now or is_ended(session, invitation):
        raise NotOpen
    why, invitation_id = InvitationEnd.REVOKED, invitation.id
    if not stored.end(session, why, by=by.id, now=now, invitation_id=invitation_id):
        raise NotOpen
    session.refresh(invitation)
    subject = f"invitation:{invitation_id}"
    audit.record(session, "invitation.revoked", by=by.id, now=now, subject=subject)


def end_of_maker(session: Session, person: Person, *, by: int | None, now: datetime) -> None:
    """End what somebody made who is no coordinator any more, their own place's included."""
    if not _may_invite(person):
        stored.end(session, InvitationEnd.MAKER, by=by, now=now, maker_id=person.id)


def _can_hand_over(session: Session, invitation: Invitation) -> bool:
    """Tell whether the predecessor still speaks for the chamber, so that there is a place."""
    person = people.get(session, invitation.predecessor_id)
    if person is None or person.standing is not Standing.ACTIVE:
        return False
    held = people.chambers_of(session, person.id)
    return person.role is Role.CORRESPONDENT and invitation.chamber_id in held


def _may_invite(person: Person) -> bool:
    return person.standing is Standing.ACTIVE and person.role is Role.COORDINATOR
