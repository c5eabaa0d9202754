"""What everybody can do at any time: help, privacy, cancel; and whatever was not foreseen."""

from sqlmodel import Session
from telegram import Update, User
from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from bot.callbacks import FORM
from bot.domain import access
from bot.edge import GONE, Context, handles, language_of
from bot.forms.flows import ENGINE
from bot.handlers import own_words, projects
from bot.handlers.filters import PRIVATE
from bot.keyboards import OldButton
from bot.messages import Act, Html, Outgoing, paragraphs
from bot.services import people
from bot.talk import Talk
from bot.texts import Texts
from bot.typography import tied
from storage import chats, forms
from storage import people as stored_people
from storage.models import Standing


def help_(talk: Talk) -> None:
    """The commands of this person's role, each with what it does."""
    lines = [
        talk.texts("help-line", command=name, what=talk.texts(f"command-{name}"))
        for name in access.commands_of(talk.person)
    ]
    active = talk.person is not None and talk.person.standing is Standing.ACTIVE
    role = talk.person.role.value if active and talk.person else "stranger"
    talk.set_commands(access.commands_of(talk.person))
    talk.say(talk.texts(f"help-{role}", lines=Html("\n".join(lines))))


def privacy(talk: Talk) -> None:
    """The organiser's notice on data protection."""
    language = talk.texts.language
    for part in paragraphs(tied(talk.house.network.privacy_notice(language), language)):
        talk.say(part)


def cancel(talk: Talk) -> None:
    """Leave whatever conversation is going on."""
    if not ENGINE.cancel(talk):
        talk.say(talk.texts("form-nothing-to-cancel"))


def typed(talk: Talk) -> None:
    """A message that is no command: an answer, if something was asked."""
    if projects.on_top(talk) and projects.narrowed(talk):
        return
    if ENGINE.could_be_another(talk) and own_words.offered(talk):
        return
    if ENGINE.typed(talk) or own_words.offered(talk) or projects.narrowed(talk):
        return
    known = talk.person is not None and talk.person.standing is Standing.ACTIVE
    if known and not talk.words:
        talk.say(talk.texts("unasked-no-text"))
    else:
        talk.say(talk.texts("unasked-member" if known else "unasked-stranger"))


def unknown_command(talk: Talk) -> None:
    """A command that the bot does not have."""
    talk.say(talk.texts("command-unknown"))


def edited(talk: Talk) -> None:
    """The person edited a message that was read already: the last answer is read again."""
    if ENGINE.edited(talk) or own_words.read_again(talk):
        return
    is_asked = forms.active(talk.session, talk.chat_id) is not None
    talk.say(talk.texts("form-edited" if is_asked else "edited-unasked"))


def form_pressed(talk: Talk) -> None:
    """A button of a form."""
    ENGINE.pressed(talk)


def old_button(talk: Talk) -> None:
    """A button that this version of the bot does not make."""
    raise OldButton(talk.press.name if talk.press else "")


def membership(talk: Talk) -> None:
    """Somebody blocked the bot; who comes back is noted before any handler runs."""
    change = talk.update.my_chat_member
    if change is not None and change.new_chat_member.status in GONE:
        people.lost_account(talk.session, talk.user.id, "blocked the bot", now=talk.now)


async def membership_anywhere(update: Update, context: Context) -> None:
    """What the bot is to somebody has changed: a person blocked it, a group took it in."""
    change = update.my_chat_member
    if change is None or change.chat.type == "private":
        await _membership(update, context)
    elif change.old_chat_member.status in GONE and change.new_chat_member.status not in GONE:
        await in_a_group(update, context)


async def in_a_group(update: Update, context: Context) -> None:
    """The bot works in private chats only; a group is told so, once for each call."""
    chat, user = update.effective_chat, update.effective_user
    if chat is None or user is None:
        return
    house = context.bot_data.house
    texts = Texts(await house.read(_language_of, user))
    text = texts("group-private-only", link=f"https://t.me/{house.username}")
    message = Outgoing(Act.SEND, chat.id, text)
    await context.bot_data.answers.give(update.update_id, [message])


async def upgraded(update: Update, context: Context) -> None:
    """A group has become a supergroup, under another id."""
    message = update.message
    if message is not None and message.migrate_to_chat_id is not None:
        house = context.bot_data.house
        await house.db(chats.replace, message.chat.id, message.migrate_to_chat_id)


def _language_of(session: Session, user: User) -> str:
    return language_of(session, stored_people.by_telegram_id(session, user.id), user)


_membership = handles(membership)


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """Return the handlers that come before all others."""
    return [
        CommandHandler("help", handles(help_), filters=PRIVATE),
        CommandHandler("privacy", handles(privacy), filters=PRIVATE),
        CommandHandler("cancel", handles(cancel), filters=PRIVATE),
        CallbackQueryHandler(handles(form_pressed), pattern=FORM.pattern()),
        ChatMemberHandler(membership_anywhere, ChatMemberHandler.MY_CHAT_MEMBER),
    ]


def last_handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """Return the handlers for whatever no other one wanted."""
    edited_message = filters.UpdateType.EDITED_MESSAGE & filters.ChatType.PRIVATE
    return [
        MessageHandler(filters.COMMAND & PRIVATE, handles(unknown_command)),
        MessageHandler(PRIVATE, handles(typed)),
        MessageHandler(edited_message, handles(edited)),
        MessageHandler(filters.StatusUpdate.MIGRATE, upgraded),
        MessageHandler(filters.COMMAND & filters.ChatType.GROUPS, in_a_group),
        CallbackQueryHandler(handles(old_button)),
    ]
