"""A thin Bot API server for the benchmarks, in a process of its own: latency, limit, people.

It knows no more of Telegram than the benchmarks need, so that it is not what is measured: every
call takes the latency; messages and edits count against a strict limit of so many in any second,
beyond which everything is refused for a while and the refusals are counted. People live in it: each
acts, waits for the effect, and acts again. ``POST /bench/NAME`` tells it what to do.

Each token is a world of its own. ``python -m tests.bench.standin`` prints the port it listens on.
"""

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic, time
from typing import Any

from aiohttp import web

COUNTED = {"sendmessage", "senddocument", "editmessagetext", "editmessagecaption"}
PENALTY = 3.0
"""Seconds for which everything is refused after one message too many."""


@dataclass
class World:
    """What one bot sees of Telegram."""

    latency: float = 0.0
    limit: int = 0
    """Messages in any second; 0: as many as one likes."""
    updates: deque[dict[str, Any]] = field(default_factory=deque)
    news: asyncio.Event = field(default_factory=asyncio.Event)
    next_update: int = 1
    next_message: int = 1
    sent: deque[float] = field(default_factory=deque)
    refused_until: float = 0.0
    refusals: int = 0
    polled: asyncio.Event = field(default_factory=asyncio.Event)
    watchers: dict[int, Callable[[str, dict[str, Any]], None]] = field(default_factory=dict)
    """By chat: called with each method and its parameters when it takes effect."""
    everything: Callable[[str, dict[str, Any]], None] | None = None

    def push(self, kind: str, content: dict[str, Any]) -> None:
        self.updates.append({"update_id": self.next_update, kind: content})
        self.next_update += 1
        self.news.set()

    def refused(self) -> bool:
        """Count one message; tell whether it is one too many."""
        if not self.limit:
            return False
        now = monotonic()
        if now < self.refused_until:
            self.refusals += 1
            return True
        while self.sent and now - self.sent[0] >= 1.0:
            self.sent.popleft()
        if len(self.sent) >= self.limit:
            self.refusals += 1
            self.refused_until = now + PENALTY
            return True
        self.sent.append(now)
        return False


WORLDS: dict[str, World] = defaultdict(World)


def user(chat: int) -> dict[str, Any]:
    return {"id": chat, "is_bot": False, "first_name": f"P{chat}", "language_code": "en"}


def message(world: World, chat: int, text: str, **more: Any) -> dict[str, Any]:
    number = world.next_message
    world.next_message += 1
    where = {"id": chat, "type": "private", "first_name": f"P{chat}"}
    return {"message_id": number, "date": int(time()), "chat": where, "text": text, **more}


# --- the Bot API -------------------------------------------------------------------------------


async def call(request: web.Request) -> web.Response:
    """Answer ``/bot<token>/<method>``."""
    world, method = WORLDS[request.match_info["token"]], request.match_info["method"].lower()
    parameters = await read(request)
    if method == "getupdates":
        return web.json_response({"ok": True, "result": await updates(world, parameters)})
    if world.latency:
        await asyncio.sleep(world.latency)
    if method in COUNTED and world.refused():
        wait = max(1, round(world.refused_until - monotonic()))
        words = f"Too Many Requests: retry after {wait}"
        told = {"ok": False, "error_code": 429, "description": words}
        return web.json_response(told | {"parameters": {"retry_after": wait}}, status=429)
    result = effect(world, method, parameters)
    return web.json_response({"ok": True, "result": result})


async def read(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        body = await request.read()
        return dict(json.loads(body)) if body else {}
    if request.content_type == "multipart/form-data":
        return {name: value for name, value in (await request.post()).items() if name != "document"}
    return dict(await request.post()) if request.can_read_body else dict(request.query)


async def updates(world: World, parameters: dict[str, Any]) -> list[dict[str, Any]]:
    offset = int(parameters.get("offset") or 0)
    deadline = monotonic() + float(parameters.get("timeout") or 0)
    world.polled.set()
    while True:
        while world.updates and world.updates[0]["update_id"] < offset:
            world.updates.popleft()
        left = deadline - monotonic()
        if world.updates or left <= 0:
            return [update for update, _ in zip(world.updates, range(100), strict=False)]
        world.news.clear()
        try:
            await asyncio.wait_for(world.news.wait(), left)
        except TimeoutError:
            return []


def effect(world: World, method: str, parameters: dict[str, Any]) -> Any:
    if method == "getme":
        bot = {"id": 1, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
        groups = {"can_join_groups": True, "can_read_all_group_messages": False}
        return bot | groups | {"supports_inline_queries": False}
    if method not in COUNTED:
        return True
    chat = int(parameters["chat_id"])
    told = message(world, chat, str(parameters.get("text") or parameters.get("caption") or ""))
    if parameters.get("message_id"):
        told["message_id"] = int(parameters["message_id"])
    markup = parameters.get("reply_markup")
    told["reply_markup"] = json.loads(markup) if isinstance(markup, str) else markup
    if told["reply_markup"] is None:
        del told["reply_markup"]
    if chat in world.watchers:
        world.watchers[chat](method, told)
    if world.everything is not None:
        world.everything(method, told)
    return told


# --- people ------------------------------------------------------------------------------------


@dataclass
class Chatter:
    """Somebody who acts, waits for the effect and acts again; keeps the seconds each step took."""

    world: World
    chat: int
    effects: asyncio.Queue[tuple[str, dict[str, Any]]] = field(default_factory=asyncio.Queue)
    card: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.world.watchers[self.chat] = lambda method, told: self.effects.put_nowait(
            (method, told)
        )

    async def type(self, text: str, *, words: str = "") -> None:
        """Type, and wait for a message with these words."""
        entities = []
        if text.startswith("/"):
            entities = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
        told = message(self.world, self.chat, text, entities=entities)
        self.world.push("message", told | {"from": user(self.chat)})
        await self.seen(words)

    async def press(self, label: str, *, words: str = "") -> None:
        """Press the button that begins like this on the last card, and wait for the new card."""
        rows = self.card["reply_markup"]["inline_keyboard"]
        data = next(
            b["callback_data"]
            for row in rows
            for b in row
            if b["text"].lstrip("✓ ").startswith(label)
        )
        query = {
            "id": str(self.world.next_update),
            "from": user(self.chat),
            "message": self.card,
            "chat_instance": "1",
            "data": data,
        }
        self.world.push("callback_query", query)
        await self.seen(words)

    async def seen(self, words: str) -> None:
        while True:
            _, told = await self.effects.get()
            if told.get("reply_markup"):
                self.card = told
            if words in told["text"]:
                return


async def echo(world: World, chat: int, ends: float, took: list[float]) -> None:
    """Type, wait for the echo, type again."""
    chatter, number = Chatter(world, chat), 0
    while monotonic() < ends:
        number += 1
        began = monotonic()
        await chatter.type(f"say {number}")
        took.append(monotonic() - began)


FORMS: dict[tuple[int, int], tuple[Chatter, list[bool]]] = {}


async def form(world: World, chat: int, ends: float, took: list[float]) -> None:
    """Answer a question of a form by a button, go back, answer it again.

    A step stores the update and the draft, answers the press and edits the card.
    """
    key = (id(world), chat)
    if key not in FORMS:
        chatter = Chatter(world, chat)
        await chatter.type("/update", words="Describe the activity in your own words")
        asked = "What would you call the activity"
        await chatter.type("Ask me question by question", words=asked)
        await chatter.type("A workshop", words="Which partner countries?")
        await chatter.type("Montenegro", words="What kind of activity")
        FORMS[key] = (chatter, [False])
    chatter, is_answered = FORMS[key]
    world.watchers[chat] = lambda method, told: chatter.effects.put_nowait((method, told))
    while monotonic() < ends:
        began = monotonic()
        if is_answered[0]:
            await chatter.press("‹ Back", words="What kind of activity")
        else:
            await chatter.press("Workshop", words="Which themes?")
        is_answered[0] = not is_answered[0]
        took.append(monotonic() - began)


TALK = {"echo": echo, "form": form}


async def talk(request: web.Request) -> web.Response:
    """Let people talk side by side for some seconds; return how long each step took."""
    told = await request.json()
    world = WORLDS[told["token"]]
    took: list[float] = []
    began = monotonic()
    ends = began + told["seconds"]
    each = TALK[told["kind"]]
    people = [each(world, told["first"] + n, ends, took) for n in range(told["people"])]
    await asyncio.wait_for(asyncio.gather(*people), told["seconds"] + 60)
    return web.json_response({"took": took, "seconds": monotonic() - began})


async def commands(request: web.Request) -> web.Response:
    """Let somebody send a command now and then; return how long each answer took."""
    told = await request.json()
    world, took = WORLDS[told["token"]], []

    async def ask(chat: int) -> None:
        chatter = Chatter(world, chat)
        began = monotonic()
        await chatter.type("/help", words="What you can do here")
        took.append(monotonic() - began)
        del world.watchers[chat]

    tasks = []
    for number in range(round(told["seconds"] * told["rate"])):
        tasks.append(asyncio.create_task(ask(told["first"] + number % told["people"])))
        await asyncio.sleep(1 / told["rate"])
    await asyncio.wait_for(asyncio.gather(*tasks), 120)
    return web.json_response({"took": took})


def intrude(world: World, chat: int, number: int) -> None:
    """Let a stranger do one thing: write, command, press, edit."""
    told = message(world, chat, f"noise {number}", **{"from": user(chat)})
    match number % 4:
        case 0:
            world.push("message", told)
        case 1:
            entities = [{"type": "bot_command", "offset": 0, "length": 6}]
            world.push("message", told | {"text": "/start", "entities": entities})
        case 2:
            query = {"id": str(world.next_update), "from": user(chat), "message": told}
            world.push("callback_query", query | {"chat_instance": "1", "data": "f:1:2:3:4"})
        case _:
            world.push("edited_message", told | {"edit_date": int(time())})


async def flood(request: web.Request) -> web.Response:
    """Let strangers send so many updates a second each, for some seconds; return how many."""
    told = await request.json()
    world, number = WORLDS[told["token"]], 0
    people, rate = told["people"], told["people"] * told["rate"]
    began = monotonic()
    while monotonic() - began < told["seconds"]:
        while number < (monotonic() - began) * rate:
            intrude(world, told["first"] + number % people, number // people)
            number += 1
        await asyncio.sleep(0.005)
    return web.json_response({"sent": number})


async def pile(request: web.Request) -> web.Response:
    """Put many updates of strangers in front of a member's command; return when it was answered."""
    told = await request.json()
    world = WORLDS[told["token"]]
    for number in range(told["count"]):
        intrude(world, told["first"] + number % told["people"], number // told["people"])
    chatter, began = Chatter(world, told["member"]), monotonic()
    await asyncio.wait_for(chatter.type("/help", words="What you can do here"), 120)
    del world.watchers[told["member"]]
    return web.json_response({"took": monotonic() - began})


async def arrivals(request: web.Request) -> web.Response:
    """Wait until so many messages with certain words have come; return their instants."""
    told = await request.json()
    world, instants = WORLDS[told["token"]], []
    over = asyncio.Event()

    def count(method: str, came: dict[str, Any]) -> None:
        if method.startswith("send") and told["words"] in came["text"]:
            instants.append(monotonic())
            if len(instants) >= told["count"]:
                over.set()

    world.everything = count
    await asyncio.wait_for(over.wait(), told["within"])
    world.everything = None
    return web.json_response({"instants": instants})


async def setting(request: web.Request) -> web.Response:
    """Set latency and limit of a world; return what has been refused since the last time."""
    told = await request.json()
    world = WORLDS[told["token"]]
    world.latency = told.get("latency", world.latency)
    world.limit = told.get("limit", world.limit)
    refusals, world.refusals = world.refusals, 0
    return web.json_response({"refusals": refusals})


async def polled(request: web.Request) -> web.Response:
    """Wait until the bot of a token has asked for updates."""
    told = await request.json()
    await asyncio.wait_for(WORLDS[told["token"]].polled.wait(), 60)
    return web.json_response({})


async def main() -> None:
    """Listen on a free port until killed."""
    app = web.Application(client_max_size=60_000_000)
    for each in (talk, commands, flood, pile, arrivals, setting, polled):
        app.router.add_post(f"/bench/{each.__name__}", each)
    app.router.add_route("*", "/bot{token}/{method}", call)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
