"""The methods of the Bot API that the stand-in knows, each as strict as Telegram's server.

Wording from the public source of the server (tdlib/telegram-bot-api, ``Client.cpp``).
"""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from bot.standin.entities import EntityError, parse_html, units
from bot.standin.errors import BadRequest, Conflict, Forbidden, TooManyRequests
from bot.standin.keyboards import read_markup
from bot.standin.world import LARGEST, QUERY_ANSWERABLE, Chat, Message, Sent, World

Parameters = dict[str, Any]
Method = Callable[[World, Parameters], Awaitable[Any]]

TEXT_UNITS = 4096
CAPTION_UNITS = 1024
TOAST_UNITS = 200
DELETABLE = timedelta(hours=48)
LONGEST_POLL = 50.0
WEBHOOK_PORTS = (None, 80, 88, 443, 8443)
SAME_CONTENT = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
OLD_QUERY = "query is too old and response timeout expired or query ID is invalid"
TWO_POLLERS = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook "
    "first"
)


def _number(parameters: Parameters, name: str, default: int | None = None) -> int:
    value = parameters.get(name, default)
    try:
        return int(str(value))
    except ValueError:
        raise BadRequest(f'invalid "{name}" specified') from None


def _json(parameters: Parameters, name: str) -> Any:
    value = parameters.get(name)
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise BadRequest(f"can't parse {name} JSON object") from None


def _is_true(parameters: Parameters, name: str) -> bool:
    return str(parameters.get(name, "")).lower() == "true"


# --- who may be written to ---------------------------------------------------------------------


def _chat(world: World, parameters: Parameters) -> Chat:
    """Return the chat that the bot may act in, or refuse as Telegram does."""
    value = parameters.get("chat_id")
    if value in (None, ""):
        raise BadRequest("chat_id is empty")
    try:
        chat = world.chats.get(int(str(value)))
    except ValueError:
        chat = None
    if chat is None:
        raise BadRequest("chat not found")
    if chat.moved_to is not None:
        raise BadRequest(
            "group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.moved_to
        )
    if chat.kind != "private":
        if not chat.member:
            raise Forbidden(f"bot was kicked from the {chat.kind} chat")
        return chat
    person = world.people[chat.id]
    if person.deactivated:
        raise Forbidden("user is deactivated")
    if person.blocked:
        raise Forbidden("bot was blocked by the user")
    if not person.started:
        raise Forbidden("bot can't initiate conversation with a user")
    return chat


def _counted(world: World, chat: Chat) -> None:
    seconds = world.floods.refusal(chat.id)
    if seconds is not None:
        raise TooManyRequests(seconds)


def _text(
    world: World, parameters: Parameters, name: str, limit: int, too_long: str
) -> tuple[str, list[dict[str, Any]]]:
    """Return text and entities of a parameter, within *limit*."""
    source = str(parameters.get(name) or "")
    mode = str(parameters.get("parse_mode") or "").lower()
    if mode == "html":
        try:
            text, entities = parse_html(source, now=world.clock.now())
        except EntityError as error:
            words = str(error)
            raise BadRequest(
                words if words.isupper() else f"can't parse entities: {words}"
            ) from None
    elif mode:
        raise BadRequest("unsupported parse_mode")
    else:
        text, entities = source.strip(), list(_json(parameters, f"{name}_entities") or [])
        entities = list(_json(parameters, "entities") or entities)
    if units(text) > limit:
        raise BadRequest(too_long)
    return text, entities


def _reply_to(chat: Chat, parameters: Parameters) -> int | None:
    told = _json(parameters, "reply_parameters") or {}
    number = told.get("message_id", parameters.get("reply_to_message_id"))
    if number is None:
        return None
    if chat.find(int(number)) is None:
        if told.get("allow_sending_without_reply"):
            return None
        raise BadRequest("message to be replied not found")
    return int(number)


def _sent(world: World, method: str, chat: Chat, message: Message) -> dict[str, Any]:
    world.sent.append(Sent(world.clock.now(), method, chat.id, message.text, message.id))
    world.changed()
    return world.as_json(message)


def _keep_markup(chat: Chat, markup: dict[str, Any] | None) -> None:
    """A reply keyboard belongs to the chat, not to the message."""
    if not markup:
        return
    if "keyboard" in markup:
        chat.reply_keyboard = [
            [{"text": key if isinstance(key, str) else key["text"]} for key in row]
            for row in markup["keyboard"]
        ]
        chat.placeholder = markup.get("input_field_placeholder")
    elif markup.get("remove_keyboard"):
        chat.reply_keyboard = chat.placeholder = None


# --- sending -----------------------------------------------------------------------------------


async def send_message(world: World, parameters: Parameters) -> Any:
    """Send a text."""
    chat = _chat(world, parameters)
    text, entities = _text(world, parameters, "text", TEXT_UNITS, "message is too long")
    if not text:
        raise BadRequest(
            "message text is empty" if "text" in parameters else "text must be non-empty"
        )
    markup = read_markup(parameters.get("reply_markup"))
    reply_to = _reply_to(chat, parameters)
    _counted(world, chat)
    message = world.new_message(
        chat, from_bot=True, text=text, entities=entities, markup=markup, reply_to=reply_to
    )
    _keep_markup(chat, markup)
    return _sent(world, "sendMessage", chat, message)


async def send_document(world: World, parameters: Parameters) -> Any:
    """Send a file with an optional caption."""
    chat = _chat(world, parameters)
    file = parameters.get("document")
    if not isinstance(file, tuple):
        raise BadRequest("there is no document in the request")
    name, content = file
    if not content:
        raise BadRequest("file must be non-empty")
    if len(content) > LARGEST:
        raise BadRequest("file is too big")
    caption, entities = _text(
        world, parameters, "caption", CAPTION_UNITS, "message caption is too long"
    )
    markup = read_markup(parameters.get("reply_markup"))
    _counted(world, chat)
    file_id = f"file-{len(world.files) + 1}"
    world.files[file_id] = (name, content)
    document = {
        "file_id": file_id,
        "file_unique_id": file_id,
        "file_name": name,
        "file_size": len(content),
    }
    message = world.new_message(
        chat, from_bot=True, text=caption, entities=entities, markup=markup, document=document
    )
    _keep_markup(chat, markup)
    return _sent(world, "sendDocument", chat, message)


async def send_chat_action(world: World, parameters: Parameters) -> Any:
    """Show that the bot is typing."""
    chat = _chat(world, parameters)
    chat.typing_until = world.clock.now() + timedelta(seconds=5)
    world.changed()
    return True


# --- changing ----------------------------------------------------------------------------------


def _own_message(world: World, parameters: Parameters, what: str) -> tuple[Chat, Message]:
    chat = _chat(world, parameters)
    message = chat.find(_number(parameters, "message_id", 0))
    if message is None:
        raise BadRequest(f"message to {what} not found")
    if not message.from_bot:
        raise BadRequest(f"message can't be {'edited' if what == 'edit' else 'deleted'}")
    return chat, message


def _editable(message: Message) -> None:
    if message.markup is not None and "inline_keyboard" not in message.markup:
        raise BadRequest("message can't be edited")


async def edit_message_text(world: World, parameters: Parameters) -> Any:
    """Change the text of a message of the bot's own."""
    chat, message = _own_message(world, parameters, "edit")
    _editable(message)
    if message.document or message.photo:
        raise BadRequest("there is no text in the message to edit")
    text, entities = _text(world, parameters, "text", TEXT_UNITS, "MESSAGE_TOO_LONG")
    if not text:
        raise BadRequest("message text is empty")
    return _edited(world, chat, message, text, entities, parameters, "editMessageText")


async def edit_message_caption(world: World, parameters: Parameters) -> Any:
    """Change the caption of a file of the bot's own."""
    chat, message = _own_message(world, parameters, "edit")
    _editable(message)
    if not (message.document or message.photo):
        raise BadRequest("there is no caption in the message to edit")
    text, entities = _text(world, parameters, "caption", CAPTION_UNITS, "MEDIA_CAPTION_TOO_LONG")
    return _edited(world, chat, message, text, entities, parameters, "editMessageCaption")


async def edit_message_reply_markup(world: World, parameters: Parameters) -> Any:
    """Change the buttons under a message of the bot's own."""
    chat, message = _own_message(world, parameters, "edit")
    _editable(message)
    method = "editMessageReplyMarkup"
    return _edited(world, chat, message, message.text, message.entities, parameters, method)


def _edited(
    world: World,
    chat: Chat,
    message: Message,
    text: str,
    entities: list[dict[str, Any]],
    parameters: Parameters,
    method: str,
) -> Any:
    markup = read_markup(parameters.get("reply_markup"))
    if markup is not None and not markup.get("inline_keyboard"):
        markup = None
    same = (message.text, message.entities, message.markup) == (text, entities, markup)
    if same:
        raise BadRequest(SAME_CONTENT)
    _counted(world, chat)
    message.text, message.entities, message.markup = text, entities, markup
    message.edited_at = world.clock.now()
    return _sent(world, method, chat, message)


async def delete_message(world: World, parameters: Parameters) -> Any:
    """Delete a message, for 48 hours."""
    chat, message = _own_message(world, parameters, "delete")
    if world.clock.now() - message.at > DELETABLE:
        raise BadRequest("message can't be deleted for everyone")
    message.deleted = True
    world.sent.append(Sent(world.clock.now(), "deleteMessage", chat.id, message.text, message.id))
    world.changed()
    return True


async def answer_callback_query(world: World, parameters: Parameters) -> Any:
    """Answer the press of a button, once and in time."""
    query = world.queries.get(str(parameters.get("callback_query_id", "")))
    now = world.clock.now()
    if query is None or query.answer is not None or now - query.at > QUERY_ANSWERABLE:
        raise BadRequest(OLD_QUERY)
    text = str(parameters.get("text") or "")
    if units(text) > TOAST_UNITS:
        raise BadRequest("MESSAGE_TOO_LONG")
    query.answer = {"text": text, "alert": _is_true(parameters, "show_alert")}
    query.answered.set()
    world.changed()
    return True


# --- receiving ---------------------------------------------------------------------------------


async def get_updates(world: World, parameters: Parameters) -> Any:
    """Wait for updates; a second poller ends the first."""
    if world.webhook["url"]:
        raise Conflict(WEBHOOK_ACTIVE)
    allowed = _json(parameters, "allowed_updates")
    if allowed is not None:
        world.allowed = [str(kind) for kind in allowed]
    offset = _number(parameters, "offset", 0)
    limit = min(max(_number(parameters, "limit", 100), 1), 100)
    patience = min(float(_number(parameters, "timeout", 0)), LONGEST_POLL)
    me = world.poller = object()
    world.polls += 1
    world.changed()
    loop = asyncio.get_running_loop()
    deadline = loop.time() + patience
    while True:
        if world.poller is not me:
            raise Conflict(TWO_POLLERS)
        found = world.pending(offset, limit)
        left = deadline - loop.time()
        if found or left <= 0:
            world.poller = None
            if world.scramble is not None:
                found = world.scramble(found)
            return [found[0], *found] if world.duplicates and found else found
        await world.wait_for_change(left)


async def set_webhook(world: World, parameters: Parameters) -> Any:
    """Have updates posted to an address."""
    url = str(parameters.get("url") or "")
    secret = str(parameters.get("secret_token") or "")
    if secret and not all(s.isascii() and (s.isalnum() or s in "_-") for s in secret):
        raise BadRequest("secret token contains unallowed characters")
    local = url.startswith(("http://127.0.0.1", "http://localhost"))
    if url and not url.startswith("https://") and not local:
        raise BadRequest("bad webhook: An HTTPS URL must be provided for webhook")
    if url and not local and urlsplit(url).port not in WEBHOOK_PORTS:
        raise BadRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    allowed = _json(parameters, "allowed_updates")
    if allowed is not None:
        world.allowed = [str(kind) for kind in allowed]
    if _is_true(parameters, "drop_pending_updates"):
        world.updates.clear()
    world.webhook = {"url": url, "secret": secret}
    world.changed()
    return True


async def delete_webhook(world: World, parameters: Parameters) -> Any:
    """Have updates fetched again."""
    return await set_webhook(world, parameters | {"url": ""})


async def get_webhook_info(world: World, _parameters: Parameters) -> Any:
    """Tell where updates go."""
    return {
        "url": world.webhook["url"],
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }


# --- the bot itself ----------------------------------------------------------------------------


async def get_me(world: World, _parameters: Parameters) -> Any:
    """Tell who the bot is."""
    abilities = {"can_join_groups": True, "can_read_all_group_messages": False}
    return world.as_bot() | abilities | {"supports_inline_queries": False}


COMMAND_SIGNS = set("abcdefghijklmnopqrstuvwxyz0123456789_")


def _scope(parameters: Parameters) -> tuple[str, int, str]:
    scope = _json(parameters, "scope") or {"type": "default"}
    kind = str(scope.get("type"))
    if kind not in {
        "default",
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
        "chat",
    }:
        raise BadRequest("unsupported type specified")
    return kind, int(scope.get("chat_id", 0)), str(parameters.get("language_code") or "")


async def set_my_commands(world: World, parameters: Parameters) -> Any:
    """Set the list of commands of a scope and language."""
    commands = _json(parameters, "commands") or []
    if len(commands) > 100:
        raise BadRequest("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        name = str(command.get("command", "")).removeprefix("/")
        if not 1 <= len(name) <= 32 or not set(name) <= COMMAND_SIGNS:
            raise BadRequest("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= 256:
            raise BadRequest("BOT_COMMAND_DESCRIPTION_INVALID")
    scope = _scope(parameters)
    if scope[0] == "chat":
        _chat(world, {"chat_id": scope[1]})
    world.commands[scope] = commands
    world.changed()
    return True


async def get_my_commands(world: World, parameters: Parameters) -> Any:
    """Tell the commands of a scope and language."""
    return world.commands.get(_scope(parameters), [])


async def delete_my_commands(world: World, parameters: Parameters) -> Any:
    """Remove the commands of a scope and language."""
    world.commands.pop(_scope(parameters), None)
    return True


def _profile(field: str, key: str, limit: int) -> tuple[Method, Method]:
    async def get(world: World, parameters: Parameters) -> Any:
        language = str(parameters.get("language_code") or "")
        return {key: world.profile.get((field, language), "")}

    async def set_(world: World, parameters: Parameters) -> Any:
        value = str(parameters.get(key) or "")
        if len(value) > limit:
            raise BadRequest(f"bot {field} is too long")
        world.profile[field, str(parameters.get("language_code") or "")] = value
        world.changed()
        return True

    return get, set_


async def get_chat(world: World, parameters: Parameters) -> Any:
    """Tell about a chat."""
    chat = _chat(world, parameters)
    colours = {"accent_color_id": 0, "max_reaction_count": 11}
    gifts = {
        "unlimited_gifts": False,
        "limited_gifts": False,
        "unique_gifts": False,
        "premium_subscription": False,
        "gifts_from_channels": False,
    }
    return world.as_chat(chat) | colours | {"accepted_gift_types": gifts}


async def leave_chat(world: World, parameters: Parameters) -> Any:
    """Leave a group."""
    _chat(world, parameters).member = False
    return True


_get_name, _set_name = _profile("name", "name", 64)
_get_description, _set_description = _profile("description", "description", 512)
_get_short, _set_short = _profile("short_description", "short_description", 120)

METHODS: dict[str, Method] = {
    "getme": get_me,
    "getupdates": get_updates,
    "setwebhook": set_webhook,
    "deletewebhook": delete_webhook,
    "getwebhookinfo": get_webhook_info,
    "sendmessage": send_message,
    "senddocument": send_document,
    "sendchataction": send_chat_action,
    "editmessagetext": edit_message_text,
    "editmessagecaption": edit_message_caption,
    "editmessagereplymarkup": edit_message_reply_markup,
    "deletemessage": delete_message,
    "answercallbackquery": answer_callback_query,
    "setmycommands": set_my_commands,
    "getmycommands": get_my_commands,
    "deletemycommands": delete_my_commands,
    "getmyname": _get_name,
    "setmyname": _set_name,
    "getmydescription": _get_description,
    "setmydescription": _set_description,
    "getmyshortdescription": _get_short,
    "setmyshortdescription": _set_short,
    "getchat": get_chat,
    "leavechat": leave_chat,
}
"""Every method by its name in lower case, as the server compares it."""
