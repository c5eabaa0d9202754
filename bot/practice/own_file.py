"""The practice network's own database: it bears a mark, and no other is taken.

The invented people of a practice network get whatever is due in its database, and it is noted as
sent. In a real one these would be the members' notices. The mark is SQLite's application id, in the
first bytes of the file: it can be read without opening a database, which might change one.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.process.starting import Refusal
from storage import private

MAGIC = b"SQLite format 3\x00"
MARK = int.from_bytes(b"DSNp", "big")
MARK_AT = slice(68, 72)
"""https://www.sqlite.org/fileformat.html#application_id"""


def prepare(file: Path) -> None:
    """Make a marked file, or see that it is one; raises :class:`Refusal` and changes nothing."""
    try:
        if not file.exists():
            private.make_folder(file.parent)
            private.make(file)
        elif not is_own(file):
            raise Refusal(
                f"{file} is not a database that dsn-bot practice made, and is left alone: "
                "name a new file with --keep"
            )
        else:
            return
    except OSError as error:
        raise Refusal(f"{file}: {error.strerror}") from None
    with closing(sqlite3.connect(file)) as made:
        made.execute(f"PRAGMA application_id={MARK}")


def is_own(file: Path) -> bool:
    """Tell whether a file bears the mark."""
    with file.open("rb") as opened:
        head = opened.read(100)
    return head.startswith(MAGIC) and int.from_bytes(head[MARK_AT], "big") == MARK
