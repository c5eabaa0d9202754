"""Handing one's place over: a link for the successor, and what passes to them when they join."""

from datetime import datetime

from sqlmodel import Session

from bot.chat.feature import Command
from bot.chat.request import Request
from bot.core import times
from bot.core.access import Access
from bot.core.messages import Button
from bot.outbox import enqueue
from bot.people import chambers_shown, invitations, personal_data
from bot.people import service as people
from bot.people.personal_data import Why
from config.network import Network
from storage import forms, meetings, reminding
from storage import invitations as stored_invitations
from storage import people as stored
from storage.models import Invitation, InvitationEnd, Person, Role


def handover(request: Request) -> None:
    """Make the link by which a successor takes one's place; an earlier one ends."""
    member, texts = request.member, request.texts
    chambers = stored.chambers_of(request.session, member.id)
    if member.role is not Role.CORRESPONDENT or not chambers:
        request.say(texts("handover-not-yours"))
        return
    span = invitations.valid_for(request.runtime.network, Role.CORRESPONDENT)
    stored_invitations.end(
        request.session,
        InvitationEnd.REVOKED,
        by=member.id,
        now=request.now,
        predecessor_id=member.id,
    )
    code = people.invite(
        request.session,
        Role.CORRESPONDENT,
        chambers[0],
        by=member.id,
        now=request.now,
        valid_for=span,
        predecessor_id=member.id,
    )
    link = f"https://t.me/{request.runtime.username}?start={code}"
    text = texts(
        "handover-link",
        where=chambers_shown.named(texts, chambers),
        link=link,
        code=code,
        until=times.moment(request.now + span, member.zone, texts.language),
    )
    request.say(text, [[Button(texts.plain("invite-copy"), copy=link)]])


def pass_on(
    session: Session,
    network: Network,
    invitation: Invitation,
    successor: Person,
    *,
    drafts: frozenset[str],
    now: datetime,
) -> None:
    """Let who took an invitation up have what its maker handed over; the maker's access ends.

    The successor gets the predecessor's chambers, the forms of the kinds in *drafts* that they left
    unfinished, and their answers to coming meetings without the comments. The predecessor is erased
    as by ``/forget``.
    """
    predecessor = stored.get(session, invitation.predecessor_id)
    if predecessor is None or predecessor.telegram_id is None:
        return
    for chamber_id in stored.chambers_of(session, predecessor.id):
        stored.seat(session, successor.id, chamber_id, now=now)
    if successor.telegram_id is not None:
        forms.pass_on(session, predecessor.telegram_id, successor.telegram_id, drafts)
    for meeting in reminding.coming_meetings(session, now=now):
        if meeting.starts_at > now:
            meetings.pass_answer_on(session, meeting.id, predecessor.id, successor.id)
    personal_data.erase(session, network, predecessor, now=now, why=Why.HANDED_OVER)
    enqueue.tell(
        session, successor, "took_over", key=f"took_over:{successor.id}:{now.isoformat()}", now=now
    )


COMMANDS = (Command("handover", handover, Access.CHAMBER, rank=125),)
