"""The town that is fuzzed: people of all standings, what they wrote, and who may see which of it.

Whatever somebody writes holds a mark of its own (``zq7q``). Wherever a message, a button, a pop-up
or a file then shows the mark to somebody else, the place where it stands in the database tells
whether they may see it.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlmodel import SQLModel, col, select

from bot.meetings import service as meetings
from bot.people import service as people
from bot.standin.world import Chat
from bot.standin.world import Person as Actor
from config.network import network
from storage import people as stored_people
from storage.database import table_of
from storage.models import Delivery, Format, Person, Role, Standing
from tests.chat.everybody import Everybody, gather
from tests.fuzz.landing import Landing, recorded
from tests.harness import stock
from tests.harness.network import Harness

MARK = re.compile(r"zq(\d+)q")
ANONYMOUS = 1_087_968_824
"""Telegram's own account that anonymous administrators of groups write as."""
MACHINERY = {"inbox", "lane", "process", "pace_slot", "mark"}
FOR_MEMBERS = {
    ("project_update", None),
    ("update_version", None),
    ("meeting", None),
    ("notice", None),
}
"""What every member may read: the network's activities and meetings."""
FOR_COORDINATORS = {
    ("person", "name"),
    ("person", "decline_reason"),
    ("answer", "comment"),
    ("act", None),
}
"""What coordinators read besides."""
OWN_DATA = "my-data"
"""How the files of one's own data are called: whom they are of was invited to what stands there."""


@dataclass(frozen=True)
class Place:
    """Where a mark stands, and to whose account the row belongs, if to anybody's."""

    table: str
    column: str
    owner: int | None

    def is_one_of(self, places: set[tuple[str, str | None]]) -> bool:
        """Tell whether this is one of some places; None: any column of the table."""
        return (self.table, self.column) in places or (self.table, None) in places


@dataclass
class Town:
    """One running application with everybody in it."""

    harness: Harness
    everybody: Everybody
    actors: dict[str, Actor]
    outside: list[Chat]
    """A group, a supergroup and a channel that the bot is a member of."""
    landing: Landing
    codes: list[str]
    """Invitations: open, used, expired, unknown."""
    authors: dict[int, int] = field(default_factory=dict)
    """By mark: the account that wrote it, 0 where the network did."""
    places: dict[int, set[Place]] = field(default_factory=lambda: defaultdict(set))
    seen: int = 0
    """How much of what was sent was looked at."""
    toasts: set[str] = field(default_factory=set)
    standings: dict[int, set[str]] = field(default_factory=dict)
    """Of each account: what it was before the turn and what it is after it."""

    def marked(self, text: str, author: int) -> str:
        """Return a text with a mark of its author's."""
        number = len(self.authors) + 1
        self.authors[number] = author
        return f"{text} zq{number}q"

    # --- who may see what ----------------------------------------------------------------------

    def look_at_standings(self) -> None:
        """Note what everybody is; what they were before this turn counts as well."""
        found, before = self.present(), self._present
        self._present = found
        self.standings = {
            account: {before.get(account, "outside"), found.get(account, "outside")}
            for account in before.keys() | found.keys()
        }

    def present(self) -> dict[int, str]:
        """Return what everybody with an account is now: member, coordinator, or outside."""
        with self.harness.database.reading() as session:
            return {
                one.telegram_id: _standing(one)
                for one in session.exec(select(Person))
                if one.telegram_id is not None
            }

    _present: dict[int, str] = field(default_factory=dict)

    def leaks(self) -> Iterator[str]:
        """Yield what somebody was shown since the last look that they may not see."""
        self.look_at_standings()
        for chat_id, shown, where in self._shown():
            for number in {int(found) for found in MARK.findall(shown)}:
                if self._may_see(chat_id, number, where):
                    continue
                self._look_for_marks()
                if not self._may_see(chat_id, number, where):
                    stands = {(one.table, one.column) for one in self.places[number]}
                    who = self.standings.get(chat_id, {"outside"})
                    yield (
                        f"{where} to {self.name_of(chat_id)} ({'/'.join(sorted(who))}) shows mark "
                        f"{number}, which stands in {sorted(stands) or 'nothing'}: {shown[:300]!r}"
                    )

    def name_of(self, chat_id: int) -> str:
        """Return by what the town knows a chat."""
        return next((name for name, one in self.actors.items() if one.id == chat_id), str(chat_id))

    def _may_see(self, chat_id: int, number: int, where: str) -> bool:
        author = self.authors.get(number)
        if author is None or author == chat_id:
            return True
        who, places = self.standings.get(chat_id, {"outside"}), self.places[number]
        if where.startswith(OWN_DATA):
            who = who | {"member"}
        for place in places:
            if place.owner == chat_id and place.table in {"person", "act"}:
                return True
            if who & {"member", "coordinator"} and place.is_one_of(FOR_MEMBERS):
                return True
            if "coordinator" in who and place.is_one_of(FOR_COORDINATORS):
                return True
        return False

    def _shown(self) -> Iterator[tuple[int, str, str]]:
        """Yield (chat, what was shown, how) since the last look."""
        world = self.harness.world
        sent, self.seen = world.sent[self.seen :], len(world.sent)
        for one in sent:
            message = world.chats[one.chat_id].find(one.message_id)
            yield one.chat_id, one.text, one.method
            if message is None:
                continue
            yield one.chat_id, " ".join(message.labels), "a button"
            if message.document and message.from_bot and one.method == "sendDocument":
                name, content = world.files[message.document["file_id"]]
                yield one.chat_id, content.decode(errors="replace"), name
        for query in world.queries.values():
            if query.answer is not None and query.id not in self.toasts:
                self.toasts.add(query.id)
                yield query.person.id, str(query.answer.get("text") or ""), "a pop-up"

    def _look_for_marks(self) -> None:
        """Note where each mark stands now; where it stood before is kept."""
        tables = [table_of(mapper.class_) for mapper in SQLModel._sa_registry.mappers]
        with self.harness.database.reading() as session:
            accounts = {one.id: one.telegram_id for one in session.exec(select(Person))}
            for table in tables:
                if table.name in MACHINERY:
                    continue
                for row in session.execute(table.select()).mappings():
                    for column, value in row.items():
                        for number in _marks_in(value):
                            owner = _owner(table.name, row, accounts)
                            self.places[number].add(Place(table.name, column, owner))


def _standing(person: Person) -> str:
    if person.standing is not Standing.ACTIVE:
        return "outside"
    return "coordinator" if person.role is Role.COORDINATOR else "member"


def _marks_in(value: Any) -> set[int]:
    if isinstance(value, str):
        return {int(found) for found in MARK.findall(value)}
    if isinstance(value, dict | list):
        return {int(found) for found in MARK.findall(json.dumps(value, default=str))}
    return set()


def _owner(table: str, row: Any, accounts: dict[int, int | None]) -> int | None:
    if table == "person":
        return row["telegram_id"]
    if "telegram_id" in row:
        return row["telegram_id"]
    return accounts.get(row.get("person_id") or row.get("author_id") or row.get("by") or 0)


# --- making it ---------------------------------------------------------------------------------


async def make(harness: Harness) -> Town:
    """Return a town in which everybody has something, and meetings stand in every way."""
    world = harness.world
    counter = iter(range(1, 10**6))
    names: dict[int, str] = {}

    def written(text: str) -> str:
        number = next(counter)
        names[number] = text
        return f"{text} zq{number}q"

    everybody = await gather(harness, written=written)
    actors = {str(who): actor for who, actor in everybody.actors.items()}
    actors |= {"helena": everybody.helena}
    for number, row in enumerate([*everybody.applicants, *everybody.victims]):
        assert row.telegram_id is not None
        actors[f"victim{number}"] = world.people[row.telegram_id]
    actors["second nobody"] = world.person("Second", language_code="fr")
    for kind in ("bot", "anonymous"):
        account = ANONYMOUS if kind == "anonymous" else 6_000_001
        actors[kind] = world.person(kind, language_code=None, person_id=account)
    group = world.group("A group", list(actors.values()))
    big, channel = Chat(-1_004_000_001, "supergroup", "Big"), Chat(-1_004_000_002, "channel", "C")
    for chat in (big, channel):
        chat.members = [actor.id for actor in actors.values()]
        world.chats[chat.id] = chat
    landing = await _landing(harness, actors)
    town = Town(harness, everybody, actors, [group, big, channel], landing, [])
    by_name = {actor.name: actor.id for actor in actors.values()}
    for number, text in names.items():
        town.authors[number] = by_name.get(f"{text} zq{number}q", 0)
    _complete(town)
    _meetings(town)
    _codes(town)
    await harness.settle()
    town.look_at_standings()
    list(town.leaks())  # what they saw as members
    return town


_RECORDED: list[Landing] = []


async def _landing(harness: Harness, actors: dict[str, Actor]) -> Landing:
    """Return the states of forms, recorded in the first town that this process makes."""
    if not _RECORDED:
        by = {
            "announcement": actors["helena"],
            "project_update": actors["coordinator"],
            "registration": actors["second nobody"],
        }
        _RECORDED.append(await recorded(harness, by))
    return _RECORDED[0]


def _complete(town: Town) -> None:
    """Let the reminders that everybody is said to have got look as if they had been sent."""
    with town.harness.database.transaction() as session:
        for row in session.exec(select(Delivery).where(col(Delivery.key).startswith("own:"))):
            row.attempts, row.sent_at = 1, row.due_at
            session.add(row)


def _meetings(town: Town) -> None:
    """Announce a meeting that is on now, one that begins soon, one that was cancelled."""
    harness, now = town.harness, town.harness.clock.now()
    starts = {"on": -timedelta(hours=1), "soon": timedelta(hours=30), "off": timedelta(days=20)}
    with harness.database.transaction() as session:
        by = stored_people.by_telegram_id(session, town.everybody.helena.id)
        for name, until in starts.items():
            meeting = stock.announce(
                session,
                by,
                now=now,
                title=town.marked(f"Meeting {name}", 0),
                starts_at=now + until,
                reply_by=now + until - timedelta(hours=1),
                format=Format.HYBRID,
                place=town.marked("Room", 0),
                link=None,
            )
            if name == "off":
                meetings.cancel(session, network(), meeting, None, by=by, now=now, card=(0, None))


def _codes(town: Town) -> None:
    """Make invitations in every state."""
    now, harness = town.harness.clock.now(), town.harness
    with harness.database.transaction() as session:
        for role, chamber, days in (
            (Role.CORRESPONDENT, "FR-SEN", 14),
            (Role.COORDINATOR, None, 14),
            (Role.OBSERVER, None, 14),
            (Role.CORRESPONDENT, "IE-DAI", 0),
        ):
            code = people.invite(
                session, role, chamber, by=None, now=now, valid_for=timedelta(days=days)
            )
            town.codes.append(code)
    town.codes.append("A" * 24)
