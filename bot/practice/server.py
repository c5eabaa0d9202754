"""The stand-in as a web server: the Bot API, the page, and its JSON."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.practice.control import Controls, routes
from bot.practice.own_page import OwnPageOnly
from bot.standin.api import BotApi
from bot.standin.world import World

PAGE = Path(__file__).parent / "page"
FIRST_PAUSE = 0.2
LONGEST_PAUSE = 5.0

KEEP_ALIVE_SECONDS = 75
"""How long an idle connection stays: longer than the bot keeps one, or a request meets its end."""


def practice_app(world: World, controls: Controls | None = None) -> ASGIApp:
    """Return the whole stand-in as one ASGI application."""

    async def index(_request: Request) -> Response:
        return FileResponse(PAGE / "index.html")

    app = Starlette(
        routes=[
            Route("/bot{rest:path}", BotApi(world), methods=["GET", "POST"]),
            *routes(world, controls),
            Route("/", index),
            Mount("/page", StaticFiles(directory=PAGE)),
        ]
    )
    return OwnPageOnly(app)


class _Protocol(H11Protocol):
    """Hands the connection to the application, which may have to cut it."""

    def handle_events(self) -> None:
        """Add the transport to the scope of each request."""
        super().handle_events()
        if self.scope is not None:
            extensions: dict[str, Any] = self.scope.setdefault("extensions", {})
            extensions["dsn.transport"] = self.transport


class _Server(uvicorn.Server):
    """Ends when it is told to, not at its next tick; who still waits for an answer gets none."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._ended = asyncio.Event()

    def end(self) -> None:
        """Take no more requests, and finish."""
        self.should_exit = True
        self._ended.set()

    async def main_loop(self) -> None:
        """Keep the date of the answers right, to a second, until the end."""
        while not await self.on_tick(0):
            with suppress(TimeoutError):
                await asyncio.wait_for(self._ended.wait(), 1.0)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Close what is open; a request that waits for news has been woken and ends by itself."""
        for listener in (*self.servers, *(sockets or ())):
            listener.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        if self.server_state.tasks:
            await asyncio.wait(self.server_state.tasks, timeout=1.0)


@asynccontextmanager
async def serving(
    world: World,
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    sock: socket.socket | None = None,
    controls: Controls | None = None,
) -> AsyncIterator[str]:
    """Serve in this event loop; yields the base URL; ends cleanly. *sock* listens already."""
    config = uvicorn.Config(
        practice_app(world, controls),
        host=host,
        port=port,
        log_level="critical",
        lifespan="off",
        http=_Protocol,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        ws="none",
        timeout_graceful_shutdown=1,
        access_log=False,
    )
    server = _Server(config)
    # Signals belong to whoever started the process.
    server.capture_signals = nullcontext  # type: ignore[assignment,method-assign]
    task = asyncio.create_task(server.serve(None if sock is None else [sock]), name="stand-in")
    while not server.started:
        if task.done():
            raise OSError(f"port {port} is taken: choose another one with --port")
        await asyncio.sleep(0.01)
    bound = (sock or server.servers[0].sockets[0]).getsockname()[1]
    poster = asyncio.create_task(_post_updates(world), name="webhook-poster")
    try:
        yield f"http://{host}:{bound}"
    finally:
        poster.cancel()
        await asyncio.gather(poster, return_exceptions=True)
        world.poller = None
        server.end()
        world.changed()
        with suppress(asyncio.CancelledError):
            await task


async def _post_updates(world: World) -> None:
    """Deliver updates to the webhook, in order, with growing pauses after a failure."""
    while not world.webhook.get("url"):
        await world.wait_for_change(1.0)
    pause = FIRST_PAUSE
    # Made at need alone: a client reads a list of certificates.
    async with httpx.AsyncClient(timeout=10) as client:
        while True:
            url = world.webhook.get("url")
            if not url or not world.updates:
                await world.wait_for_change(1.0)
                continue
            _, update = world.updates[0]
            headers = {"content-type": "application/json"}
            if world.webhook.get("secret"):
                headers["X-Telegram-Bot-Api-Secret-Token"] = world.webhook["secret"]
            try:
                answer = await client.post(url, content=json.dumps(update), headers=headers)
                accepted = answer.is_success
            except httpx.HTTPError:
                accepted = False
            if accepted:
                world.updates = [kept for kept in world.updates if kept[1] is not update]
                world.changed()
                pause = FIRST_PAUSE
            else:
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
