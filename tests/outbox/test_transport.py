"""The way to Telegram's server: what leaves, what comes back, and what an error tells."""

import asyncio
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from socket import socket

import pytest
from aiohttp import web
from telegram import Bot, InputFile, InputMediaDocument

from bot.outbox.telegram.transport import NotSent, Transport, Unanswered

TOKEN = "123456:not-to-be-seen"
Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def bot_at(port: int, *, patience: float = 5, connections: int = 8) -> AsyncIterator[Bot]:
    transport = Transport(patience, connections=connections)
    base = f"http://127.0.0.1:{port}/bot"
    await transport.initialize()
    try:
        yield Bot(TOKEN, base_url=base, request=transport, get_updates_request=transport)
    finally:
        await transport.shutdown()


@asynccontextmanager
async def serving(serve: Serve) -> AsyncIterator[int]:
    """Serve each connection's first request; the port. At the end every connection is closed."""
    connections: list[asyncio.Task[None] | None] = []

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connections.append(asyncio.current_task())
        await reader.readuntil(b"\r\n\r\n")
        await serve(reader, writer)
        writer.close()
        await writer.wait_closed()

    async with await asyncio.start_server(connected, "127.0.0.1") as server:
        yield server.sockets[0].getsockname()[1]
        await asyncio.gather(*(task for task in connections if task is not None))


async def hang(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    """Never answer; end when the other side hangs up."""
    await reader.read()


def shown(error: BaseException) -> str:
    return "".join(traceback.format_exception(error)) + repr(error)


async def test_refused_never_left() -> None:
    with closing(socket()) as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        async with bot_at(port) as bot:
            with pytest.raises(NotSent) as caught:
                await bot.get_me()
    assert TOKEN not in shown(caught.value)


async def test_no_free_connection_never_left() -> None:
    async with serving(hang) as port, bot_at(port, connections=1) as bot:
        first = asyncio.create_task(bot.get_me(read_timeout=0.6))
        await asyncio.sleep(0)  # it takes the only connection
        with pytest.raises(NotSent) as caught:
            await bot.get_me(pool_timeout=0.2)
        with pytest.raises(Unanswered):
            await first
    assert TOKEN not in shown(caught.value)


async def test_cut_late_and_garbled_may_have_left() -> None:
    async def cut(_reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        return

    async def half(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")

    async def garble(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"no HTTP at all\r\n\r\n")

    for serve in (cut, half, garble, hang):
        async with serving(serve) as port, bot_at(port, patience=0.3) as bot:
            with pytest.raises(Unanswered) as caught:
                await bot.get_me()
        assert TOKEN not in shown(caught.value), serve.__name__


async def test_a_pool_is_prepared_once_and_closed_once() -> None:
    transport = Transport(5)
    await transport.initialize()
    await transport.initialize()
    await transport.shutdown()
    await transport.shutdown()
    with pytest.raises(RuntimeError):
        await transport.do_request("http://127.0.0.1/", "POST")


@pytest.fixture
async def received() -> AsyncIterator[tuple[int, list[dict[str, object]]]]:
    """A server that keeps what it is sent: its port, and the fields of each request."""
    requests: list[dict[str, object]] = []

    async def keep(request: web.Request) -> web.Response:
        fields: dict[str, object] = {"type": request.content_type}
        if request.content_type == "application/json":
            fields |= await request.json()
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                fields[name] = (value.filename, value.content_type, value.file.read())
            else:
                fields[name] = value
        requests.append(fields)
        message = {"message_id": 7, "date": 0, "chat": {"id": 5, "type": "private"}}
        many = request.path.endswith("sendMediaGroup")
        return web.json_response({"ok": True, "result": [message] if many else message})

    application = web.Application(client_max_size=10**7)
    application.router.add_post("/{rest:.*}", keep)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield runner.addresses[0][1], requests
    await runner.cleanup()


async def test_parameters_and_files_arrive(
    received: tuple[int, list[dict[str, object]]],
) -> None:
    port, requests = received
    large = b"\0\xff" * 1_000_000
    async with bot_at(port) as bot:
        sent = await bot.send_message(5, "é & = ü\n\U0001f600", disable_notification=True)
        await bot.send_document(
            5, InputFile(large, filename='l\'été "26".ics'), caption="Voilà", parse_mode="HTML"
        )
        await bot.send_media_group(5, [InputMediaDocument(b"one"), InputMediaDocument(b"two")])
    text, document, group = requests
    assert sent.message_id == 7
    assert text == {
        "type": "application/json",
        "chat_id": 5,
        "text": "é & = ü\n\U0001f600",
        "disable_notification": True,
    }
    name, kind, content = document.pop("document")
    assert (name, kind) == ('l\'été "26".ics', "text/calendar")
    assert content == large
    assert document == {
        "type": "multipart/form-data",
        "chat_id": "5",
        "caption": "Voilà",
        "parse_mode": "HTML",
    }
    attached = [field for field in group.values() if isinstance(field, tuple)]
    assert [content for _, _, content in attached] == [b"one", b"two"]
    assert str(group["media"]).count("attach://") == 2
