"""``/bot<token>/<method>`` over HTTP: parameters in, Telegram's envelope out, faults on the way."""

import asyncio
import json
import socket
from secrets import compare_digest
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from bot.standin.errors import ApiError, BadRequest, NotFound, TooManyRequests, Unauthorized
from bot.standin.faults import Fault
from bot.standin.methods import METHODS
from bot.standin.world import World

UNSEEN = ("getupdates",)
"""Calls that do not count as activity of the bot's."""


class CutOff(Exception):
    """The connection is to be cut."""


class BotApi:
    """The ASGI application behind ``/bot``."""

    def __init__(self, world: World) -> None:
        """Serve *world*."""
        self.world = world

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one call."""
        request = Request(scope, receive)
        method = request.path_params["rest"].rpartition("/")[2].lower()
        self.world.under_way[method] += 1
        try:
            response = await self._respond(request)
            await response(scope, receive, send)
        except CutOff:
            _cut(scope)
        finally:
            self.world.under_way[method] -= 1

    async def _respond(self, request: Request) -> Response:
        token, _, method = request.path_params["rest"].partition("/")
        name = method.lower()
        if self.world.faults.down:
            self.world.faults.happened.append((name, Fault.CUT_BEFORE))
            raise CutOff
        if self.world.faults.latency and name not in UNSEEN:
            await asyncio.sleep(self.world.faults.latency)
        planned = self.world.faults.take(name)
        if planned is not None:
            early = await self._before(*planned)
            if early is not None:
                return early
        response = await self._call(request, token, name)
        if planned is not None:
            response = await self._after(*planned, response)
        if self.world.faults.down:
            self.world.faults.happened.append((name, Fault.CUT_AFTER))
            raise CutOff
        return response

    async def _before(self, fault: Fault, seconds: float) -> Response | None:
        """Return the failure that comes instead of an effect."""
        match fault:
            case Fault.CUT_BEFORE:
                raise CutOff
            case Fault.FLOOD:
                return _refusal(TooManyRequests(int(seconds)))
            case Fault.REFUSED:
                return _refusal(BadRequest("can't parse entities: unexpected end of message"))
            case Fault.INTERNAL:
                body = {"ok": False, "error_code": 500, "description": "Internal Server Error"}
                return JSONResponse(body, 500)
            case Fault.GATEWAY:
                return Response("<html>502 Bad Gateway</html>", 502, media_type="text/html")
            case Fault.SLOW:
                await asyncio.sleep(seconds)
        return None

    async def _after(self, fault: Fault, seconds: float, response: Response) -> Response:
        """Return what is heard of a call that was carried out."""
        match fault:
            case Fault.CUT_AFTER:
                raise CutOff
            case Fault.GARBAGE:
                return Response("\x00<<<", media_type="application/json")
            case Fault.TRUNCATED:
                half = bytes(response.body)[: len(response.body) // 2]
                return Response(half, media_type="application/json")
            case Fault.HANG:
                await asyncio.sleep(seconds)
                raise CutOff
        return response

    async def _call(self, request: Request, token: str, name: str) -> Response:
        try:
            if not compare_digest(token.encode(), self.world.token.encode()):
                raise Unauthorized
            method = METHODS.get(name)
            if method is None:
                raise NotFound
            result = await method(self.world, await _parameters(request))
        except ApiError as error:
            self._note(name, error.status)
            self.world.refused.append((name, str(error)))
            return _refusal(error)
        self._note(name, 200)
        return _Escaped({"ok": True, "result": result})

    def _note(self, name: str, status: int) -> None:
        if name not in UNSEEN:
            self.world.calls.append((name, status))


class _Escaped(JSONResponse):
    """JSON as Telegram writes it: every sign beyond ASCII is escaped."""

    def render(self, content: Any) -> bytes:
        """Return the bytes of *content*."""
        return json.dumps(content, separators=(",", ":")).encode()


async def _parameters(request: Request) -> dict[str, Any]:
    """Return the parameters of a call: query, form, multipart or JSON."""
    found: dict[str, Any] = dict(request.query_params)
    kind = request.headers.get("content-type", "")
    if kind.startswith("application/json"):
        body = await request.body()
        try:
            found |= json.loads(body) if body else {}
        except ValueError:
            raise BadRequest("can't parse request: body must be a JSON object") from None
    elif kind.startswith(("application/x-www-form-urlencoded", "multipart/form-data")):
        async with request.form(max_part_size=60_000_000) as form:
            for name, value in form.items():
                found[name] = (
                    value if isinstance(value, str) else (value.filename, await value.read())
                )
    for name, value in list(found.items()):
        if isinstance(value, str) and value.startswith("attach://"):
            found[name] = found.get(value.removeprefix("attach://"), value)
    return found


def _refusal(error: ApiError) -> Response:
    body: dict[str, Any] = {
        "ok": False,
        "error_code": error.status,
        "description": str(error),
    }
    if error.parameters:
        body["parameters"] = error.parameters
    return JSONResponse(body, error.status)


def _cut(scope: Scope) -> None:
    """Close the connection without a word, as a network that fails does."""
    transport = scope.get("extensions", {}).get("dsn.transport")
    if transport is None:
        return
    raw = transport.get_extra_info("socket")
    if raw is not None:
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
    transport.abort()
