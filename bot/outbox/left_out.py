"""Why a message does not reach a person, as a coordinator reads it."""

from enum import StrEnum

from bot.core.text_keys import Family


class LeftOut(StrEnum):
    """Why a message does not reach a person: what the ledger keeps, and ``left-out-…`` says."""

    STOPPED = "stopped by the person"
    PAUSED = "paused by the person"
    FOR_COORDINATORS = "for coordinators"
    NOT_ANSWERED = "has not answered"
    DOES_NOT_COME = "does not come"
    IN_PERSON = "comes in person"
    ANSWERED = "has answered"
    CHAMBER_ANSWERED = "the chamber has answered"
    NO_CHAMBER = "has no chamber to report for"
    CHAMBER_REPORTED = "the chamber has reported"
    NOTHING_TO_PUBLISH = "nothing to publish"
    NO_ACCOUNT = "no Telegram account"
    TOLD = "told already"
    MOVED = "the meeting was moved"
    CANCELLED = "the meeting was cancelled"

    @property
    def key(self) -> str:
        """The key of its sentence: ``left-out-chamber-answered``."""
        return LEFT_OUT.key(self.code)

    @property
    def code(self) -> str:
        """What its sentence is known by: ``chamber-answered``."""
        return self.name.lower().replace("_", "-")


LEFT_OUT = Family("left-out-{}", (reason.code for reason in LeftOut))


NOT_ADDRESSED = frozenset(
    {LeftOut.FOR_COORDINATORS, LeftOut.NO_CHAMBER, LeftOut.NOTHING_TO_PUBLISH}
)
"""Reasons that say that a message was never meant for a person: nobody misses it."""
