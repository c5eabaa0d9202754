"""What the doctor says of the audit log: whether its chain holds, and whether it is guarded."""

from collections.abc import Iterator

from sqlmodel import Session

from bot.process.findings import Finding, fail, ok
from storage import act_triggers, chain
from storage.chain import Broken, Wrong
from storage.database import Database

ABOUT = "log"
REMEDY = (
    "keep a copy as it is (dsn-bot backup), find out who can write to the database, and compare "
    "with an earlier copy: docs/operations.md"
)


def examine(database: Database) -> Iterator[Finding]:
    """Seal what waits, then go through the whole chain; the database is at the head."""
    with database.transaction() as session:
        chain.seal(session)
    with database.reading() as session:
        if not act_triggers.stands(session.connection()):
            remedy = "dsn-bot migrate puts it up again; find out who took it down"
            yield fail(ABOUT, "what keeps acts from being changed is not there", remedy)
        broken = chain.verify(session)
        if broken is not None:
            yield fail(ABOUT, said(broken), REMEDY)
        else:
            yield ok(ABOUT, _whole(session))


def _whole(session: Session) -> str:
    end = chain.end(session)
    if end is None:
        return "empty"
    return f"{end.number} acts, none changed or missing; the last has the digest {end.short}"


def said(broken: Broken) -> str:
    """Return in words which act breaks the chain, and how."""
    when = f" of {broken.at:%Y-%m-%d %H:%M:%S} UTC" if broken.at else ""
    act = f"act {broken.act_id}{when}"
    match broken.what:
        case Wrong.CHANGED:
            return f"{act} (number {broken.number}) was changed, or put where it does not belong"
        case Wrong.INSERTED:
            return f"{act} (number {broken.number}) was put in afterwards"
        case _:
            last = broken.number + broken.count - 1
            span = f"number {last}" if broken.count == 1 else f"numbers {broken.number} to {last}"
            behind = f"behind {act}" if broken.act_id is not None else "from the beginning"
            return f"acts are missing: {span}, {behind}"
