"""The JSON by which the chat page sees and moves the practice world."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any, Protocol

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.standin.world import Chat, Message, Person, World

Work = Callable[[Request], Awaitable[Response]]
PATIENCE = 25.0
ANSWER_PATIENCE = 5.0


class Controls(Protocol):
    """What the practice network lets the page do to clock and bot."""

    async def advance(self, span: timedelta) -> None:
        """Move the clock on."""
        ...

    async def next_due(self) -> datetime | None:
        """Return when the next message is due."""
        ...

    async def to_next_due(self) -> None:
        """Move the clock there."""
        ...

    async def take_up(self) -> None:
        """Do what waited for Telegram, now that it is back."""
        ...

    def is_running(self) -> bool:
        """Tell whether the bot has come up; without Telegram it waits for it."""
        ...

    async def restart(self) -> None:
        """Stop the bot and start it again."""
        ...


def routes(world: World, controls: Controls | None) -> list[Route]:
    """Return the routes of the control API."""
    page = _Page(world, controls)
    looked_at = {
        "/world/state": page.state,
        "/world/events": page.events,
        "/world/chats/{chat}": page.chat,
        "/world/files/{file_id}/{name}": page.file,
    }
    changed = {
        "/world/people": page.add_person,
        "/world/clock": page.move_clock,
        "/world/telegram": page.set_telegram,
        "/world/bot": page.restart_bot,
        "/world/chats/{chat}/{act}": page.act,
    }
    return [
        *(Route(path, _answering(work)) for path, work in looked_at.items()),
        *(Route(path, _answering(work), methods=["POST"]) for path, work in changed.items()),
    ]


def _answering(work: Work) -> Work:
    """Let what cannot be understood be answered with 400."""

    async def answer(request: Request) -> Response:
        try:
            return await work(request)
        except (LookupError, TypeError, ValueError, ArithmeticError, RecursionError) as error:
            return _error(str(error) or "that cannot be understood", 400)

    return answer


class _Page:
    def __init__(self, world: World, controls: Controls | None) -> None:
        self.world = world
        self.controls = controls

    async def state(self, _request: Request) -> Response:
        """Tell everything that the list and the bar show."""
        world = self.world
        due = await self.controls.next_due() if self.controls else None
        return JSONResponse(
            {
                "now": world.clock.now().isoformat(),
                "sequence": world.sequence,
                "telegram_down": world.faults.down,
                "bot": {
                    "name": world.profile.get(("name", ""), "Practice bot"),
                    "username": world.username,
                    "description": world.profile.get(("description", ""), ""),
                    "short_description": world.profile.get(("short_description", ""), ""),
                    "running": self.controls is None or self.controls.is_running(),
                },
                "people": [
                    *(self._person(person) for person in world.people.values()),
                    *(self._group(chat) for chat in world.chats.values() if chat.id < 0),
                ],
                "controls": {"next_due": due.isoformat() if due else None},
            }
        )

    def _person(self, person: Person) -> dict[str, Any]:
        return {
            "id": person.id,
            "name": person.name,
            "about": person.about,
            "language_code": person.language_code,
            "blocked": person.blocked,
            "started": person.started,
            "members": [],
            **self._news(person.chat),
        }

    def _group(self, chat: Chat) -> dict[str, Any]:
        """Tell of a group as of a person, with those who can write in it."""
        members = [self.world.people[each] for each in chat.members]
        return {
            "id": chat.id,
            "name": chat.title,
            "about": "group · " + ", ".join(member.name for member in members),
            "language_code": members[0].language_code if members else "en",
            "blocked": False,
            "started": True,
            "members": [{"id": member.id, "name": member.name} for member in members],
            **self._news(chat),
        }

    def _news(self, chat: Chat) -> dict[str, Any]:
        shown = [message for message in chat.messages if not message.deleted]
        last = shown[-1] if shown else None
        return {
            "unread": chat.unread,
            "typing": chat.typing_until is not None and chat.typing_until > self.world.clock.now(),
            "last": None
            if last is None
            else {"text": last.text, "at": last.at.isoformat(), "from_bot": last.from_bot},
        }

    async def events(self, request: Request) -> Response:
        """Wait until the world has moved past a sequence number."""
        after = int(request.query_params.get("after", "0"))
        deadline = asyncio.get_running_loop().time() + PATIENCE
        while self.world.sequence <= after:
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0 or not await self.world.wait_for_change(left):
                break
        return JSONResponse({"sequence": self.world.sequence})

    async def chat(self, request: Request) -> Response:
        """Tell everything that is seen of one chat."""
        chat = self.world.chats.get(int(request.path_params["chat"]))
        if chat is None:
            return _error("no such chat", 404)
        person = self.world.people.get(chat.id)
        return JSONResponse(
            {
                "messages": [
                    _message(m, author=self.world.author(m)) for m in chat.messages if not m.deleted
                ],
                "reply_keyboard": chat.reply_keyboard,
                "placeholder": chat.placeholder,
                "commands": commands_seen(self.world, person) if person else [],
                "unread": chat.unread,
            }
        )

    async def act(self, request: Request) -> Response:
        """Do something as a person, or in a group."""
        chat = self.world.chats.get(int(request.path_params["chat"]))
        if chat is None:
            return _error("no such chat", 404)
        body = await _body(request)
        person = self.world.people.get(chat.id)
        if person is None:
            return self._act_in_group(chat, request.path_params["act"], body)
        act = getattr(self, f"_act_{request.path_params['act']}", None)
        if act is None:
            return _error("no such act", 404)
        answer: dict[str, Any] = await act(person, body)
        return JSONResponse(answer)

    def _act_in_group(self, chat: Chat, act: str, body: dict[str, Any]) -> Response:
        """Let a member write in a group; nothing else of the page's is done there."""
        if act == "read":
            self.world.read(chat)
        elif act == "send":
            member = self.world.people[int(body["as"])]
            if member.id not in chat.members:
                raise LookupError("this person is not in the group")
            member.say_in(chat, _words(body))
        else:
            return _error("that is for a chat with the bot alone", 404)
        return JSONResponse({})

    async def _act_send(self, person: Person, body: dict[str, Any]) -> dict[str, Any]:
        person.send(_words(body), reply_to=body.get("reply_to"))
        return {}

    async def _act_forward(self, person: Person, body: dict[str, Any]) -> dict[str, Any]:
        """Forward what somebody wrote elsewhere: all of it at once, as Telegram does."""
        texts = [str(text).strip() for text in body["texts"]]
        if not texts or not all(texts):
            raise ValueError("an empty message cannot be forwarded")
        for text in texts:
            person.forward(text, str(body.get("from", "")).strip() or "Somebody")
        return {}

    async def _act_edit(self, person: Person, body: dict[str, Any]) -> dict[str, Any]:
        person.edit(_own(person.chat, body), _words(body))
        return {}

    async def _act_delete(self, person: Person, body: dict[str, Any]) -> dict[str, Any]:
        person.delete(_own(person.chat, body))
        return {}

    async def _act_press(self, person: Person, body: dict[str, Any]) -> dict[str, Any]:
        message = person.chat.find(int(body["message_id"]))
        if message is None:
            raise LookupError("this message is gone")
        query = person.press_raw(message, str(body["data"]))
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(query.answered.wait(), ANSWER_PATIENCE)
        return {"answer": query.answer}

    async def _act_start(self, person: Person, body: dict[str, Any]) -> dict[str, Any]:
        if person.blocked:
            person.unblock()
        person.start(body.get("payload"))
        return {}

    async def _act_photo(self, person: Person, body: dict[str, Any]) -> dict[str, Any]:
        person.send_photo(str(body.get("caption", "")))
        return {}

    async def _act_file(self, person: Person, body: dict[str, Any]) -> dict[str, Any]:
        person.send_document("Note.pdf", str(body.get("caption", "")))
        return {}

    async def _act_block(self, person: Person, body: dict[str, Any]) -> dict[str, Any]:
        (person.block if body["blocked"] else person.unblock)()
        return {}

    async def _act_read(self, person: Person, _body: dict[str, Any]) -> dict[str, Any]:
        self.world.read(person.chat)
        return {}

    async def add_person(self, request: Request) -> Response:
        """Add a newcomer."""
        body = await _body(request)
        language = body.get("language_code")
        name = str(body.get("name", "")).strip()[:64]
        if not name:
            return _error("a name is needed", 400)
        person = self.world.person(
            name, language_code=language and str(language)[:16], about="newcomer"
        )
        return JSONResponse({"id": person.id})

    async def move_clock(self, request: Request) -> Response:
        """Move the world's clock."""
        if self.controls is None:
            return _error("the clock cannot be moved here", 404)
        body = await _body(request)
        if body.get("to") == "next":
            await self.controls.to_next_due()
        else:
            await self.controls.advance(timedelta(seconds=float(body["advance_seconds"])))
        self.world.changed()
        return JSONResponse({"now": self.world.clock.now().isoformat()})

    async def set_telegram(self, request: Request) -> Response:
        """Let Telegram be down, or up again."""
        self.world.faults.down = bool((await _body(request))["down"])
        if self.controls is not None:
            await self.controls.take_up()
        self.world.changed()
        return JSONResponse({"down": self.world.faults.down})

    async def restart_bot(self, request: Request) -> Response:
        """Restart the bot."""
        await _body(request)
        if self.controls is None:
            return _error("the bot cannot be restarted here", 404)
        await self.controls.restart()
        self.world.changed()
        return JSONResponse({})

    async def file(self, request: Request) -> Response:
        """Hand out a file that the bot sent."""
        found = self.world.files.get(request.path_params["file_id"])
        if found is None:
            return _error("no such file", 404)
        kind = "text/calendar" if found[0].endswith(".ics") else "application/octet-stream"
        return Response(found[1], media_type=kind, headers={"Content-Disposition": "attachment"})


def commands_seen(world: World, person: Person) -> list[dict[str, str]]:
    """Return the commands that a person sees: the narrowest scope, own language before default."""
    for scope in (("chat", person.id), ("all_private_chats", 0), ("default", 0)):
        for language in (person.language_code or "", ""):
            found = world.commands.get((*scope, language))
            if found:
                return found
    return []


def _own(chat: Chat, body: dict[str, Any]) -> Message:
    message = chat.find(int(body["message_id"]))
    if message is None or message.from_bot:
        raise LookupError("this is not a message of yours")
    return message


def _words(body: dict[str, Any]) -> str:
    """Return the text of a message; raises ``ValueError`` for one that Telegram would not take."""
    text = str(body["text"])
    if not text.strip():
        raise ValueError("an empty message cannot be sent")
    return text


def _message(message: Message, *, author: str) -> dict[str, Any]:
    rows = (message.markup or {}).get("inline_keyboard")
    document = message.document
    return {
        "id": message.id,
        "from_bot": message.from_bot,
        "author": author,
        "forwarded_from": message.extra.get("forward_origin", {}).get("sender_user_name"),
        "at": message.at.isoformat(),
        "edited_at": message.edited_at.isoformat() if message.edited_at else None,
        "text": message.text,
        "entities": message.entities,
        "html": message.html,
        "keyboard": [[_key(button) for button in row] for row in rows] if rows else None,
        "document": None
        if document is None
        else {
            "name": document.get("file_name", "file"),
            "size": document["file_size"],
            "url": f"/world/files/{document['file_id']}/{document.get('file_name', 'file')}"
            if message.from_bot
            else None,
        },
        "photo": {} if message.photo else None,
        "reply_to": message.reply_to,
        "deleted": False,
    }


def _key(button: dict[str, Any]) -> dict[str, Any]:
    key = {
        "text": button["text"],
        "data": button.get("callback_data"),
        "url": button.get("url"),
        "copy": (button.get("copy_text") or {}).get("text"),
        "style": button.get("style"),
    }
    return {name: value for name, value in key.items() if value is not None}


async def _body(request: Request) -> dict[str, Any]:
    """Return what the page sent; raises ``ValueError``."""
    body = await request.json()
    if not isinstance(body, dict):
        raise TypeError("the body is no JSON object")
    return body


def _error(words: str, status: int) -> Response:
    return JSONResponse({"error": words}, status)
