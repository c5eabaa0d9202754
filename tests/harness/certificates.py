"""A certificate authority of an organisation's own, made for a test, and servers that stand on it.

Certificates are made by ``openssl``; a machine without it leaves out what needs them, and says so.
"""

import asyncio
import shutil
import ssl
import subprocess
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

HOST = "localhost"
"""Where the stand-in is said to be by whoever speaks through the proxy; it refuses other names."""


@dataclass(frozen=True)
class Authority:
    """A certificate authority in a folder."""

    folder: Path

    @property
    def certificate(self) -> Path:
        """What whoever trusts it has in a list."""
        return self.folder / "authority.pem"

    def context(self, *, names=f"DNS:{HOST},IP:127.0.0.1", days="2") -> ssl.SSLContext:
        """Return a server's context with a certificate for *names*; past its time if *days* < 0."""
        own = self.folder / f"server{len(list(self.folder.iterdir()))}"
        own.mkdir()
        _request(own, "server")
        (own / "names").write_text(f"subjectAltName={names}\n")
        openssl(
            own, "x509", "-req", "-in", "server.csr", "-CA", self.certificate,
            "-CAkey", self.folder / "authority.key", "-set_serial", str(hash(own) % 10**9),
            "-days", days, "-extfile", "names", "-out", "server.pem",
        )  # fmt: skip
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(own / "server.pem", own / "server.key")
        return context


def openssl(folder, *words):
    subprocess.run(["openssl", *map(str, words)], cwd=folder, check=True, capture_output=True)


def _request(folder, name):
    openssl(
        folder, "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
        "-keyout", f"{name}.key", "-subj", f"/CN={name} of a test", "-out", f"{name}.csr",
    )  # fmt: skip


def make_authority(folder: Path) -> Authority:
    if shutil.which("openssl") is None:
        pytest.skip("openssl is missing: nothing is tried with an authority of one's own")
    openssl(
        folder, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
        "-keyout", "authority.key", "-subj", "/CN=Authority of a test", "-days", "2",
        "-out", "authority.pem",
    )  # fmt: skip
    return Authority(folder)


async def _pipe(reader, writer):
    with suppress(OSError, asyncio.CancelledError):
        while part := await reader.read(65536):
            writer.write(part)
            await writer.drain()
    with suppress(OSError):
        writer.close()


async def _join(reader, writer, url):
    """Pass on everything between a connection and the plain server at *url*."""
    there = urlsplit(url)
    inner, outer = await asyncio.open_connection(there.hostname, there.port)
    await asyncio.gather(_pipe(reader, outer), _pipe(inner, writer))


@asynccontextmanager
async def _served(serve, **options):
    tasks: set[asyncio.Task] = set()

    async def connected(reader, writer):
        tasks.add(asyncio.current_task())
        with suppress(OSError, asyncio.CancelledError, asyncio.IncompleteReadError):
            await serve(reader, writer)
        writer.close()

    async with await asyncio.start_server(connected, "127.0.0.1", **options) as server:
        yield server.sockets[0].getsockname()[1]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


@asynccontextmanager
async def behind_tls(url: str, context: ssl.SSLContext):
    """Serve what is at *url* with a certificate before it; yields the new address."""

    async def serve(reader, writer):
        await _join(reader, writer, url)

    async with _served(serve, ssl=context) as port:
        yield f"https://127.0.0.1:{port}"


@asynccontextmanager
async def inspecting_proxy(url: str, context: ssl.SSLContext, *, refuses: bool = False):
    """A proxy that opens every connection with a certificate of its own, as firewalls do.

    Whatever host is asked for, what answers is at *url*. Yields the proxy's address, and what was
    asked for.
    """
    asked: list[str] = []

    async def serve(reader, writer):
        head = await reader.readuntil(b"\r\n\r\n")
        asked.append(head.split()[1].decode())
        if refuses:
            writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
            await writer.drain()
            return
        writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        await writer.drain()
        await writer.start_tls(context)
        await _join(reader, writer, url)

    async with _served(serve) as port:
        yield f"http://127.0.0.1:{port}", asked
