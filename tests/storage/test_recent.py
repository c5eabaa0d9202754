"""What chats got lately, as the next process finds it, on both databases."""

from datetime import timedelta

from sqlmodel import select

from storage import deliveries, inbox, recent
from storage.addresses import chat
from storage.models import Delivery, DeliveryState, Person, Role, Standing

MINUTE = timedelta(minutes=1)


def test_answers_and_deliveries_of_the_last_minute_count_and_what_is_under_way(database, clock):
    now = clock.now()
    with database.transaction() as session:
        inbox.store(session, [(number, 70 + number, "{}") for number in range(1, 5)], now=now)
        inbox.finish(session, [(1, [])], now=now - timedelta(seconds=61))
        inbox.finish(session, [(2, [])], now=now - timedelta(seconds=3))
        inbox.answered(session, 3, [])
        bob = Person(
            name="Bob",
            telegram_id=9,
            language="en",
            zone="Europe/Dublin",
            role=Role.CORRESPONDENT,
            standing=Standing.ACTIVE,
            acknowledged_at=now,
            created_at=now,
        )
        session.add(bob)
        session.flush()
        row = {"person_id": bob.id, "kind": "welcome", "due_at": now}
        deliveries.plan(session, [{"key": str(n), **row} for n in range(4)], now=now)
        for delivery in session.exec(select(Delivery)):
            match delivery.key:
                case "0":
                    delivery.state = DeliveryState.SENT
                    delivery.sent_at = now - timedelta(seconds=2)
                case "1":
                    delivery.state = DeliveryState.SENT
                    delivery.sent_at = now - timedelta(hours=2)
                case "2":
                    delivery.state = DeliveryState.UNKNOWN
            session.add(delivery)
    with database.reading() as session:
        got = recent.messages(session, now=now, within=MINUTE)
    wanted = [(9, 0.0), (9, 2.0), (72, 3.0), (73, 0.0)]
    assert sorted(got) == [(chat(chat_id), ago) for chat_id, ago in wanted]
