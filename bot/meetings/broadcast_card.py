"""The card on which a coordinator sees how a broadcast goes, and how it ended."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.core import messages
from bot.core.messages import Act, Button, Html, Keyboard, Outgoing
from bot.core.runtime import Runtime
from bot.core.text_families import UNDELIVERED
from bot.core.texts import DEFAULT, Texts
from bot.meetings.callbacks import MEETING, MeetingAction
from bot.outbox.channel import ChannelSender
from bot.outbox.errors import DeliveryError, Moved, TryLater, Unknown
from bot.outbox.rate_limiter import Closed
from config.reference import reference
from storage import chats, counts, deliveries, meetings, people
from storage.addresses import chat
from storage.models import FINAL, Delivery, DeliveryState, Notice, Person

NAMES_SHOWN = 25


@dataclass(frozen=True)
class Card:
    """A progress card that has to change."""

    notice_id: int
    shown: str
    message: Outgoing
    is_final: bool


async def refresh(runtime: Runtime, sender: ChannelSender) -> None:
    """Bring every card up to date whose counts changed; finish those of which all is final."""
    for changed in await runtime.read(_changed_cards):
        try:
            with await sender.turn(chat(changed.message.chat_id), first=False) as turn:
                await sender.send(changed.message, turn)
        except Closed:
            return
        except Moved as error:
            await runtime.db(chats.replace, changed.message.chat_id, error.chat_id)
            continue
        # The counts change again, or the next look finds it: a card is worth no wait.
        except (TryLater, Unknown):
            continue
        except DeliveryError:
            # The coordinator may have deleted the card; what it would show is under /meetings.
            if not changed.is_final:
                continue
        await runtime.db(_note, changed, now=runtime.clock.now())


def _changed_cards(session: Session) -> list[Card]:
    found = (_card(session, notice) for notice in meetings.unfinished_notices(session))
    return [card for card in found if card is not None]


def _card(session: Session, notice: Notice) -> Card | None:
    counts = deliveries.notice_counts(session, notice.id)
    total = sum(counts.values())
    done = sum(count for state, count in counts.items() if state in FINAL)
    sent = counts.get(DeliveryState.SENT, 0)
    shown = f"{sent}/{done}/{total}"
    if shown == notice.card_shown or notice.card_chat_id is None:
        return None
    coordinator = people.get(session, notice.created_by)
    texts = Texts(coordinator.language if coordinator else DEFAULT)
    is_final = done == total
    text: str
    rows: Keyboard = ()
    if is_final:
        text, rows = final_card(session, notice, texts)
    else:
        text = texts(
            "broadcast-progress",
            title=_title(session, notice),
            sent=sent,
            total=total,
            failed=done - sent,
        )
    message = Outgoing(
        Act.EDIT,
        notice.card_chat_id,
        text,
        messages.keyboard(rows),
        message_id=notice.card_message_id,
    )
    return Card(notice.id, shown, message, is_final)


def final_card(session: Session, notice: Notice, texts: Texts) -> tuple[Html, Keyboard]:
    """Return who got a notice, who did not and why, and which chambers are told by e-mail."""
    rows = deliveries.of_notice(session, notice.id)
    sent = [row for row in rows if row.state is DeliveryState.SENT]
    missed = [row for row in rows if row.state is not DeliveryState.SENT]
    doubtful = sum(row.was_unknown for row in sent)
    doubtful += counts.doubtful_of_notice(session, notice.id)
    gone = counts.of_notice(session, notice.id)
    gone_sent = gone.get(DeliveryState.SENT, 0)
    seats = people.seats(session)
    unreached = unreached_chambers(session, notice)
    parts = [
        texts(
            "broadcast-done",
            title=_title(session, notice),
            sent=len(sent) + gone_sent,
            total=len(rows) + sum(gone.values()),
            chambers=len(reference().chambers) - len(unreached),
        )
    ]
    if doubtful:
        parts.append(texts("broadcast-doubtful", count=doubtful))
    if missed:
        lines = [_missed_line(session, row, seats, texts) for row in missed[:NAMES_SHOWN]]
        parts.append(Html(f"{texts('broadcast-missed')}\n" + "\n".join(lines)))
    if gone:
        # Who they were is not kept for so long; how many they were is.
        parts.append(texts("broadcast-counted", count=sum(gone.values()) - gone_sent))
    if unreached:
        parts.append(texts("broadcast-unreached", count=len(unreached)))
    email = MEETING.data(MeetingAction.EMAIL, meetings.of_notice(session, notice))
    missing = MEETING.data(MeetingAction.UNREACHED, notice)
    buttons = [
        Button(texts.plain("broadcast-email"), email),
        Button(texts.plain("broadcast-unreached-list"), missing),
    ]
    return Html("\n\n".join(parts)), [[button] for button in buttons]


def _title(session: Session, notice: Notice) -> str:
    return meetings.of_notice(session, notice).title


def _missed_line(
    session: Session, row: Delivery, seats: dict[int, list[str]], texts: Texts
) -> Html:
    person: Person | None = people.get(session, row.person_id)
    labels = [
        reference().chamber_label(chamber_id, texts.language)
        for chamber_id in seats.get(row.person_id, [])
    ]
    return texts(
        "broadcast-missed-line",
        name=person.name if person else "?",
        where=", ".join(labels) or "–",
        reason=texts(UNDELIVERED.key(row.state)),
    )


def _note(session: Session, card: Card, *, now: datetime) -> None:
    """Remember what a card shows, unless it moved to another chat while it was being shown."""
    notice = meetings.notice(session, card.notice_id)
    if notice is not None and notice.card_chat_id == card.message.chat_id:
        notice.card_shown = card.shown
        notice.finished_at = now if card.is_final else None
        session.add(notice)


def unreached_chambers(session: Session, notice: Notice) -> list[str]:
    """Return the chambers of the network that a notice reached nobody of, in protocol order."""
    sent = {
        row.person_id
        for row in deliveries.of_notice(session, notice.id)
        if row.state is DeliveryState.SENT
    }
    seats = people.seats(session)
    reached = {chamber for person_id in sent for chamber in seats.get(person_id, [])}
    reached |= counts.reached_by(session, notice.id)
    return [chamber.id for chamber in reference().chambers if chamber.id not in reached]
