"""What the outbox asks of a channel: whether it is open, a turn, and to send.

Telegram's :class:`~bot.outbox.telegram.sender.Sender` is one; the outbox knows no more of it than
this.
"""

from typing import Protocol

from bot.core.messages import Outgoing
from bot.outbox.rate_limiter import Turn
from storage.addresses import Address
from storage.models import Channel


class ChannelSender(Protocol):
    """Carries messages to the addresses of one channel."""

    channel: Channel

    @property
    def is_open(self) -> bool:
        """Whether anything can be sent at this moment."""
        ...

    async def back_within(self, seconds: float) -> bool:
        """Wait until the channel is there; return False if it is not within some *seconds*."""
        ...

    async def turn(self, address: Address, *, first: bool) -> Turn:
        """Wait until one more message may go to an address; *first* for whoever waits for it.

        Raises :class:`~bot.outbox.rate_limiter.Closed` when the bot stops before that.
        """
        ...

    async def send(self, message: Outgoing, turn: Turn) -> int | None:
        """Send one message in its *turn*; return the id that it has there, if it has one.

        Raises a :class:`~bot.outbox.errors.DeliveryError` that says what became of it.
        """
        ...

    def close(self) -> None:
        """Give no more turns to what can wait: the bot is stopping."""
        ...
