"""What the doctor says of DSN_LISTEN: it can be listened on, or the running bot has it."""

import errno
import socket

import aiohttp

from bot.process.findings import Finding, fail, ok
from bot.process.listening import listen
from config.settings import Settings

ABOUT = "port"
ANSWER_WITHIN_SECONDS = 3
EVERY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - what is looked up, not used
PRIVILEGED = 1024
"""Ports below it are root's."""


async def examine(settings: Settings, running: set[str]) -> list[Finding]:
    """Try to listen; *running* are the names of the processes that the database knows."""
    if settings.listen_at is None:
        return [ok(ABOUT, "DSN_LISTEN is not set: nothing listens")]
    host, port = settings.listen_at
    try:
        listen(host, port).close()
    except OSError as error:
        return [await _kept_from(settings, error, running)]
    return [ok(ABOUT, f"{settings.listen} can be listened on")]


async def _kept_from(settings: Settings, error: OSError, running: set[str]) -> Finding:
    """Return why nobody can listen there, with what helps in that case."""
    host, port = settings.listen_at or ("", 0)
    where = settings.listen or ""
    if error.errno == errno.EADDRINUSE:
        return await _holder(where, EVERY_ADDRESS.get(host, host), port, running)
    if error.errno in (errno.EACCES, errno.EPERM) and port < PRIVILEGED:
        remedy = f"choose a port of {PRIVILEGED} or more in DSN_LISTEN, behind a reverse proxy"
        return fail(ABOUT, f"{where}: ports below {PRIVILEGED} are root's", remedy)
    if error.errno == errno.EADDRNOTAVAIL or isinstance(error, socket.gaierror):
        said = f"{where}: this machine has no such address"
        return fail(ABOUT, said, "DSN_LISTEN takes one of its own (ip address), or 127.0.0.1")
    said = f"{where} cannot be listened on ({(error.strerror or str(error)).lower()})"
    return fail(ABOUT, said, "choose another address or port in DSN_LISTEN")


async def _holder(where: str, host: str, port: int, running: set[str]) -> Finding:
    """Ask whoever holds the port who it is."""
    name = await _instance_at(f"[{host}]" if ":" in host else host, port)
    if name in running:
        return ok(ABOUT, f"{where} is held by the bot that runs here")
    holder = "another program" if name is None else "a dsn-bot with another database"
    remedy = f"ss -ltnp 'sport = :{port}' names it: stop it, or choose another port in DSN_LISTEN"
    return fail(ABOUT, f"{where} is held by {holder}", remedy)


async def _instance_at(host: str, port: int) -> str | None:
    """Return the name of the process of a bot that listens there; None where it is none."""
    timeout = aiohttp.ClientTimeout(total=ANSWER_WITHIN_SECONDS)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout, trust_env=False) as session,
            session.get(f"http://{host}:{port}/healthz?live=1") as answer,
        ):
            said = await answer.json()
    except (aiohttp.ClientError, TimeoutError, ValueError):
        return None
    name = said.get("instance") if isinstance(said, dict) else None
    return name if isinstance(name, str) else None
