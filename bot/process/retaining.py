"""``dsn-bot retention`` and ``dsn-bot forget``: what the jobs and /forget do, from the machine."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from sqlmodel import Session, col, or_, select

from bot.core.retention_words import COUNTED
from bot.core.texts import Texts
from bot.desk import retention
from bot.people import personal_data, silence
from bot.people.personal_data import OnlyCoordinator, Why
from bot.process.starting import Refusal
from config.languages import DEFAULT
from config.network import Network
from storage import erasures, people
from storage.database import Database
from storage.models import Person, Standing
from storage.register import RULES, RuleName


def overview(database: Database, network: Network, *, now: datetime) -> Iterator[str]:
    """Yield in lines what will go within 30 days, by kind; nothing is changed."""
    with database.reading() as session:
        found = retention.coming(session, network, now=now)
    yield f"to go by {now + retention.LOOKED_AHEAD:%Y-%m-%d}:"
    yield from _lines(found)


def run(database: Database, network: Network, *, now: datetime) -> Iterator[str]:
    """End what is overdue, and yield in lines what that was."""
    done = retention.forget_now(database, network, now=now)
    with database.transaction() as session:
        asked = silence.ask(session, network, now=now)
    removed = silence.AT_ONCE
    while removed >= silence.AT_ONCE:
        with database.transaction() as session:
            removed = silence.remove(session, network, now=now)
        done[RuleName.MEMBERS] = done.get(RuleName.MEMBERS, 0) + removed
    erasures.wipe(database, now=now)
    yield "gone:"
    yield from _lines(done)
    if asked:
        yield f"  asked whether they stay: {asked}"


def _lines(numbers: Mapping[RuleName, int]) -> Iterator[str]:
    texts = Texts(DEFAULT)
    found = [rule for rule in RULES if numbers.get(rule)]
    for rule in found:
        yield f"  {texts.plain(COUNTED.key(rule))}: {numbers[rule]}"
    if not found:
        yield "  nothing"


def forget(database: Database, network: Network, who: str, reason: str, *, now: datetime) -> str:
    """Erase somebody by account, name or ``person:8``; return what was done, in one line.

    Raises :class:`Refusal` where nobody is meant, or more than one.
    """
    with database.transaction() as session:
        person = _meant(session, who)
        if person is None:
            done = _forget_account(session, who, now=now)
        else:
            done = _forget_person(session, network, person, reason, now=now)
    if not erasures.wipe(database, now=now):
        return f"{done}; the running bot empties its log within a minute"
    return done


def _meant(session: Session, who: str) -> Person | None:
    number = who.removeprefix("person:")
    if number != who and number.isdigit():
        return people.get(session, int(number))
    named = [col(Person.name) == who]
    if who.isdigit():
        named.append(col(Person.telegram_id) == int(who))
    found = session.exec(
        select(Person).where(or_(*named), Person.standing != Standing.DEPARTED)
    ).all()
    if len(found) > 1:
        ids = ", ".join(f"person:{one.id}" for one in found)
        raise Refusal(f"{len(found)} people are called {who}: name one of {ids}")
    return found[0] if found else None


def _forget_person(
    session: Session, network: Network, person: Person, reason: str, *, now: datetime
) -> str:
    if person.standing is Standing.DEPARTED:
        raise Refusal(f"person:{person.id} was erased already")
    try:
        personal_data.erase(session, network, person, now=now, why=Why.MACHINE, reason=reason)
    except OnlyCoordinator:
        raise Refusal(
            "this is the only coordinator: make another first (dsn-bot invite --role coordinator)"
        ) from None
    return f"person:{person.id} was erased; the other coordinators will be told"


def _forget_account(session: Session, who: str, *, now: datetime) -> str:
    if who.isdigit() and personal_data.erase_stranger(session, int(who), now=now):
        return "what was kept of this account, which is nobody's who registered, was erased"
    raise Refusal(f"nothing is kept of {who}: name an account's number, a name, or person:8")
