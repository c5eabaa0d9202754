"""What follows a restore, in its order; each step is a function of its own.

The copy is in its place and at this version's state. Here everybody whom the missing time concerns
is planned a message in the restored database; the bot sends them when it starts.
"""

from datetime import datetime

from bot.desk import absence, restored
from storage import gap, marks
from storage.backup import Kept
from storage.database import Database
from storage.gap import Gap


def tell(database: Database, kept: Kept, *, now: datetime) -> Gap:
    """Plan what people hear after a restore; return what is missing."""
    missing = gap.measure(database, kept, now=now)
    with database.transaction() as session:
        # The bot ran until then, so that it says of its absence what is so.
        marks.put(session, absence.ALIVE, missing.until)
        restored.tell(session, missing, now=now)
    return missing
