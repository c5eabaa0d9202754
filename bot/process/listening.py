"""The socket on which a process listens; nothing else is loaded for it."""

import socket


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens there; raises ``OSError``."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=128)
