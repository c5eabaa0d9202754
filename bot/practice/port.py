"""Where the practice page listens: at the port that was asked for, or at the next free one."""

import errno
import socket

from bot.process.listening import listen
from bot.process.starting import Refusal

HOST = "127.0.0.1"
USUAL = 8080
TRIED = 20
"""How many ports are looked at, from the usual one on, before any that the system gives."""


def take(wanted: int | None) -> socket.socket:
    """Return a socket that listens at *wanted*; None stands for the usual port or the next free.

    Raises :class:`Refusal` where *wanted* is taken, or not for this user.
    """
    if wanted is not None:
        try:
            return listen(HOST, wanted)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise Refusal(
                f"port {wanted} cannot be listened on: {reason}: choose another one "
                f"(--port, or PORT= for make practice), or none: then a free one is taken"
            ) from None
    for port in (*range(USUAL, USUAL + TRIED), 0):
        try:
            return listen(HOST, port)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise Refusal(f"{HOST} cannot be listened on: {error.strerror}") from None
    raise Refusal(f"no port of {HOST} is free")
