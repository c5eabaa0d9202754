"""A clock that one process holds and others read: seconds ahead of the machine's, in a file.

The file is mapped into memory by everybody, so a reading costs nothing and a move is seen at once.
The test process moves it; the program under test (:mod:`tests.resilience.program`) only reads.
"""

import mmap
import struct
from datetime import UTC, datetime, timedelta
from pathlib import Path

AHEAD = struct.Struct("d")


class HeldClock:
    """The machine's clock, moved by what stands in the file."""

    def __init__(self, path: Path) -> None:
        """Read *path*; make it, standing at the machine's present, where there is none."""
        if not path.exists():
            path.write_bytes(AHEAD.pack(0.0))
        self.path = path
        with path.open("r+b") as file:
            self._seconds = mmap.mmap(file.fileno(), AHEAD.size)

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        (ahead,) = AHEAD.unpack_from(self._seconds)
        return datetime.now(UTC) + timedelta(seconds=ahead)

    def set(self, at: datetime) -> None:
        """Move everybody's present to *at*; it runs on from there."""
        ahead = (at - datetime.now(UTC)).total_seconds()
        AHEAD.pack_into(self._seconds, 0, ahead)

    def advance(self, span: timedelta) -> None:
        """Move everybody's present on by *span*."""
        self.set(self.now() + span)
