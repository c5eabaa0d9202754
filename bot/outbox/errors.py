"""What can become of a message that was handed to a channel, other than being sent.

A channel raises these. The worker records each as the next state of the row.
"""

from datetime import timedelta


class DeliveryError(Exception):
    """Telegram or the network did not simply accept a message."""


class TryLater(DeliveryError):
    """It did not leave, or was turned away for now: it may be sent again without a doubt."""

    def __init__(self, reason: str, after: timedelta | None = None) -> None:
        """Keep the *reason* and, where Telegram said so, how long to wait."""
        super().__init__(reason)
        self.reason = reason
        self.after = after


class Flooded(TryLater):
    """429: everybody has to wait *after*, not only this message."""


class NotReached(TryLater):
    """Nobody answered at Telegram's end, and nothing left: that is not this message's fault."""


class TokenLost(TryLater):
    """401: Telegram does not know the token any more; the program has to stop."""


class Unreachable(DeliveryError):
    """The person blocked the bot, never started it, or is gone (403, chat not found)."""

    def __init__(self, reason: str) -> None:
        """Keep Telegram's *reason*."""
        super().__init__(reason)
        self.reason = reason


class Moved(DeliveryError):
    """The group has become a supergroup and has a new id."""

    def __init__(self, chat_id: int) -> None:
        """Keep the new *chat_id*."""
        super().__init__(f"moved to {chat_id}")
        self.chat_id = chat_id


class Refused(DeliveryError):
    """400: the message itself is wrong; sending it again would be refused again."""

    def __init__(self, reason: str) -> None:
        """Keep Telegram's *reason*."""
        super().__init__(reason)
        self.reason = reason


class Unknown(DeliveryError):
    """The request left and no answer came: the message may have arrived, or not."""

    def __init__(self, reason: str) -> None:
        """Keep what happened to the request."""
        super().__init__(reason)
        self.reason = reason


class QueryOld(DeliveryError):
    """The press was made too long ago for Telegram to show an answer to it."""
