"""Who may drive the practice network: its own page on this machine, and the bot.

A page of somebody else's in the same browser can send requests to this machine, and can give its
own name this machine's address (DNS rebinding). So the page's requests have to name this machine,
come from the page itself, and bring what only the page was given: a cookie of this run, which
browsers send with no request from another site. What changes anything has to be JSON besides, with
a header that a form cannot set. The Bot API is for programs: it takes nothing that a browser sends.
"""

import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

OWN_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})
HEADER = "X-Practice"
"""Set by the page (``page/api.js``) with whatever changes something."""
JSON = "application/json"
LONGEST = 1_000_000
"""Bytes of what the page may send."""
SHOWN_WITH = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class OwnPageOnly:
    """The ASGI application that asks before it hands a request on."""

    def __init__(self, app: ASGIApp) -> None:
        """Guard *app* with a secret of this run."""
        self.app = app
        self.secret = secrets.token_urlsafe(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)
        status, why = self._refusal(scope, headers)
        if status:
            await JSONResponse({"error": why}, status)(scope, receive, send)
        elif _is_bot_api(scope):
            await self.app(scope, receive, send)
        else:
            await self.app(scope, receive, self._with_headers(scope, send))

    def _refusal(self, scope: Scope, headers: Headers) -> tuple[int, str]:
        """Return the status and the words with which a request is refused; 0 for one that may."""
        host, origin = headers.get("host", ""), headers.get("origin")
        if len(headers.getlist("host")) != 1 or _host_in(host) not in OWN_NAMES:
            return 403, "this page is for this machine alone"
        site = headers.get("sec-fetch-site")
        if _is_bot_api(scope):
            foreign = origin is not None or site is not None
            return (403, "the Bot API is for programs") if foreign else (0, "")
        if origin is not None and origin != f"http://{host}":
            return 403, "this is another page’s request"
        if scope["path"] == "/":
            return 0, ""  # a link from anywhere may lead here: it shows the page, and does nothing
        if site not in (None, "same-origin", "none"):
            return 403, "this is another page’s request"
        if not scope["path"].startswith("/world"):
            return 0, ""
        if not self._knows_the_run(scope, headers):
            return 403, "open the page first: it is of an earlier run"
        return (0, "") if scope["method"] in {"GET", "HEAD"} else _change_refused(headers)

    def _knows_the_run(self, scope: Scope, headers: Headers) -> bool:
        try:
            told = SimpleCookie(headers.get("cookie", "")).get(_cookie(scope))
        except CookieError:
            return False
        given = told.value if told is not None else ""
        return secrets.compare_digest(given.encode(), self.secret.encode())

    def _with_headers(self, scope: Scope, send: Send) -> Send:
        """Return a *send* that adds this run's cookie, and what keeps the page to itself."""

        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(SHOWN_WITH)
                if scope["path"] == "/":
                    cookie = f"{_cookie(scope)}={self.secret}; HttpOnly; SameSite=Strict; Path=/"
                    headers["Set-Cookie"] = cookie
                    headers["Cache-Control"] = "no-store"
            await send(message)

        return send_on


def _is_bot_api(scope: Scope) -> bool:
    return str(scope["path"]).startswith("/bot")


def _cookie(scope: Scope) -> str:
    """Return the cookie's name: browsers keep those of all ports of a machine together."""
    return f"practice-{scope['server'][1]}"


def _change_refused(headers: Headers) -> tuple[int, str]:
    if headers.get("content-type", "").partition(";")[0].strip().lower() != JSON:
        return 415, "say it as JSON"
    if HEADER not in headers:
        return 403, "this is another page’s request"
    length = headers.get("content-length", "")
    if not length.isdecimal() or int(length) > LONGEST:
        return 413, "that is too long"
    return 0, ""


def _host_in(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None
