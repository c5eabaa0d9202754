"""The clock of the practice world: the machine's, moved on by hand."""

from datetime import UTC, datetime, timedelta


class WorldClock:
    """Runs with the machine's clock at a distance that can be widened, or stands still."""

    def __init__(self, at: datetime | None = None, *, frozen: bool = False) -> None:
        """Begin at *at* (the present by default); *frozen*: move only by hand."""
        self._frozen_at = at if frozen else None
        self._ahead = at - datetime.now(UTC) if at is not None else timedelta()

    def now(self) -> datetime:
        """Return the present instant of the world, aware, in UTC."""
        return self._frozen_at or datetime.now(UTC) + self._ahead

    def advance(self, span: timedelta) -> None:
        """Move on by *span*."""
        self.set(self.now() + span)

    def set(self, at: datetime) -> None:
        """Move to *at*."""
        if self._frozen_at is not None:
            self._frozen_at = at
        else:
            self._ahead = at - datetime.now(UTC)
