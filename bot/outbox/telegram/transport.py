"""Requests to Telegram straight on aiohttp; one that fails says whether it had left.

python-telegram-bot's own request class builds every request and every answer in httpx, which took
an eighth of the processor time of a conversation step (``docs/performance.md``).

No error from here carries a text of aiohttp's: it may hold the address, and with it the token.
"""

import json
import ssl
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Final
from urllib.request import getproxies

import aiohttp
import httpx
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

CONNECTIONS: Final = 256
KEEP_ALIVE_SECONDS: Final = 20
CONNECT_SECONDS: Final = 10
POOL_SECONDS: Final = 30
"""How long a request may wait until it has a connection, old or new."""

NEVER_LEFT: Final = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,
)
"""What proves that the request never left: refused, no connection in time, or a proxy's no."""


class NotSent(NetworkError):
    """The request never left; the message is the kind of the error."""

    certificate: int | None = None
    """Why the other side's certificate is not trusted, as OpenSSL counts; None: it is not that."""


class Unanswered(NetworkError):
    """The request may have left, and there is no answer; the message is the kind of the error."""


class Transport(BaseRequest):
    """python-telegram-bot's way to the Bot API server: one pool of connections for everything.

    Proxies are taken from the environment, as aiohttp does it.
    """

    def __init__(self, patience: float, *, connections: int = CONNECTIONS) -> None:
        """Give an answer, and a file on its way, *patience* seconds; nothing is opened yet."""
        self._patience = patience
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """How many seconds an answer may take where the caller does not say."""
        return self._patience

    async def initialize(self) -> None:
        """Prepare the pool, unless it is there: the library asks once for each use of it."""
        if self._session is not None:
            return
        connector = aiohttp.TCPConnector(
            limit=self._connections,
            keepalive_timeout=KEEP_ALIVE_SECONDS,
            ssl=_certificates(),
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self.USER_AGENT},
            # Asked for once: aiohttp would look through the environment at each request.
            trust_env=bool(getproxies()),
        )

    async def shutdown(self) -> None:
        """Close every connection."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Send one request; return the status and the body of its answer, whatever they are.

        Time-outs are seconds, None for none. Raises :class:`NotSent` and :class:`Unanswered`.
        """
        if self._session is None:
            raise RuntimeError("the transport is not initialized")
        read = _seconds(read_timeout, self._patience)
        write = _seconds(write_timeout, self._patience)
        pool = _seconds(pool_timeout, POOL_SECONDS)
        all_of_it = None if read is None or write is None or pool is None else read + write + pool
        timeout = aiohttp.ClientTimeout(
            # aiohttp has no limit of its own for writing: what hangs there ends with the whole.
            total=all_of_it,
            connect=pool,
            sock_connect=_seconds(connect_timeout, CONNECT_SECONDS),
            sock_read=read,
        )
        body = _body(request_data)
        try:
            async with self._session.request(
                method, url, data=body, timeout=timeout, allow_redirects=False
            ) as answer:
                return answer.status, await answer.read()
        except NEVER_LEFT as error:
            raise _not_sent(error) from None
        except Exception as error:  # noqa: BLE001 - whatever it is, the request may have left
            raise Unanswered(type(error).__name__) from None

    async def head(self, url: str) -> Mapping[str, str]:
        """Ask whether anything answers at *url*; return the head of the answer, whatever it says.

        Raises :class:`NotSent` and :class:`Unanswered`.
        """
        if self._session is None:
            raise RuntimeError("the transport is not initialized")
        timeout = aiohttp.ClientTimeout(total=self._patience, sock_connect=CONNECT_SECONDS)
        try:
            async with self._session.get(url, timeout=timeout, allow_redirects=False) as answer:
                return answer.headers
        except NEVER_LEFT as error:
            raise _not_sent(error) from None
        except Exception as error:  # noqa: BLE001 - as in do_request
            raise Unanswered(type(error).__name__) from None


def _not_sent(error: Exception) -> NotSent:
    told = NotSent(type(error).__name__)
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        told.certificate = getattr(error.certificate_error, "verify_code", 0)
    return told


def _certificates() -> ssl.SSLContext | bool:
    """Return whom to trust: the machine's own list, else the one that comes with the library.

    A parliament's proxy may have a certificate that the machine alone knows. True stands for the
    context that aiohttp has made already; a second one takes 1 MiB.
    """
    known = ssl.get_default_verify_paths()
    some = known.cafile or (known.capath and any(Path(known.capath).iterdir()))
    return True if some else httpx.create_ssl_context(trust_env=False)


def _body(data: RequestData | None) -> aiohttp.BytesPayload | aiohttp.FormData | None:
    """Return a request's parameters, with its files where there are any."""
    if data is None:
        return None
    if not data.contains_files:
        encoded = json.dumps(data.parameters, separators=(",", ":")).encode()
        return aiohttp.BytesPayload(encoded, content_type="application/json")
    form = aiohttp.FormData(data.json_parameters, quote_fields=False)
    for name, (filename, content, kind) in data.multipart_data.items():
        stream = BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, stream, filename=filename, content_type=kind)
    return form


def _seconds(given: object, otherwise: float) -> float | None:
    """Return a time-out that a caller gave; what the library leaves open is *otherwise*."""
    return given if given is None or isinstance(given, int | float) else otherwise
