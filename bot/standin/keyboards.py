"""Keyboards as Telegram checks them."""

import json
from typing import Any
from urllib.parse import urlsplit

from bot.standin.errors import BadRequest

DATA_BYTES = 64
MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
MOST_BYTES = 10_000
ACTIONS = ("callback_data", "url", "copy_text", "switch_inline_query", "web_app", "pay")


def read_markup(value: Any) -> dict[str, Any] | None:
    """Return the reply markup of a call; raises :class:`BadRequest` in Telegram's words."""
    if value in (None, ""):
        return None
    try:
        markup = json.loads(value) if isinstance(value, str) else value
    except ValueError:
        raise BadRequest("can't parse reply keyboard markup JSON object") from None
    if not isinstance(markup, dict):
        raise BadRequest("object expected as reply markup")
    if len(json.dumps(markup)) > MOST_BYTES:
        raise BadRequest("reply markup is too long")
    if "inline_keyboard" in markup:
        return {"inline_keyboard": _inline(markup["inline_keyboard"])}
    return markup


def _inline(rows: Any) -> list[list[dict[str, Any]]]:
    if not isinstance(rows, list):
        raise BadRequest('field "inline_keyboard" must be of type Array')
    kept: list[list[dict[str, Any]]] = []
    total = 0
    for row in rows:
        if not isinstance(row, list):
            raise BadRequest("inline keyboard row must be an Array")
        shown = [_button(button) for button in row if str(button.get("text", "")).strip()]
        shown = shown[: min(MOST_IN_A_ROW, MOST_BUTTONS - total)]
        total += len(shown)
        if shown:
            kept.append(shown)
    return kept


def _button(button: dict[str, Any]) -> dict[str, Any]:
    used = [action for action in ACTIONS if button.get(action) is not None]
    if not used:
        raise BadRequest("Text buttons are unallowed in the inline keyboard")
    if button.get("style") not in (None, "primary", "success", "danger"):
        raise BadRequest("invalid button style specified")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(str(data).encode()) <= DATA_BYTES:
        raise BadRequest("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url is not None:
        _check_url(str(url))
    copy = button.get("copy_text")
    if copy is not None and not 1 <= len(copy.get("text", "")) <= 256:
        raise BadRequest("BUTTON_COPY_TEXT_INVALID")
    return button


def _check_url(url: str) -> None:
    parts = urlsplit(url if "://" in url else f"http://{url}")
    if parts.scheme not in {"http", "https", "tg", "ton"} or (
        parts.scheme in {"http", "https"}
        and "." not in (parts.hostname or "")
        and parts.hostname != "localhost"
    ):
        raise BadRequest(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
