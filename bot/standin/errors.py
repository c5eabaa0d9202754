"""Refusals of the Bot API server, as it words them."""

from typing import Any


class ApiError(Exception):
    """A call is refused: status, description and parameters go into the answer."""

    status = 400
    prefix = ""

    def __init__(self, words: str, **parameters: Any) -> None:
        """Refuse with *words*; they begin in lower case unless they are a CODE."""
        is_code = words.replace("_", "").isupper()
        shown = words if is_code or not words else words[0].lower() + words[1:]
        super().__init__(f"{self.prefix}{shown}")
        self.parameters = parameters


class BadRequest(ApiError):
    """400."""

    prefix = "Bad Request: "


class Forbidden(ApiError):
    """403."""

    status = 403
    prefix = "Forbidden: "


class Conflict(ApiError):
    """409."""

    status = 409
    prefix = "Conflict: "


class Unauthorized(ApiError):
    """401."""

    status = 401

    def __init__(self) -> None:
        """Refuse a token."""
        Exception.__init__(self, "Unauthorized")
        self.parameters = {}


class NotFound(ApiError):
    """404."""

    status = 404

    def __init__(self) -> None:
        """Refuse a method that does not exist."""
        Exception.__init__(self, "Not Found: method not found")
        self.parameters = {}


class TooManyRequests(ApiError):
    """429."""

    status = 429

    def __init__(self, seconds: int) -> None:
        """Refuse for *seconds*."""
        Exception.__init__(self, f"Too Many Requests: retry after {seconds}")
        self.parameters = {"retry_after": seconds}
