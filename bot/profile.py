"""How the bot presents itself in Telegram: name, descriptions, commands for strangers."""

from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeDefault
from telegram.error import TelegramError

from bot import logs
from bot.domain import access
from bot.texts import DEFAULT, Texts, languages
from bot.texts_needed import COMMAND

log = logs.get(__name__)


async def present(bot: Bot) -> None:
    """Set name, descriptions and the commands of strangers, in every language.

    Members' commands are set per chat when their role or language changes. A refusal (Telegram
    allows few changes of the name a day) is logged and does not keep the bot from working.
    """
    for language in languages():
        texts = Texts(language)
        code = None if language == DEFAULT else language
        try:
            await _present_in(bot, texts, code)
        except TelegramError as error:
            log.warning("profile_not_set", language=language, error=type(error).__name__)


async def _present_in(bot: Bot, texts: Texts, code: str | None) -> None:
    """Set what differs from what Telegram has already."""
    if (await bot.get_my_name(code)).name != texts.plain("bot-name"):
        await bot.set_my_name(texts.plain("bot-name"), language_code=code)
    if (await bot.get_my_description(code)).description != texts.plain("bot-description"):
        await bot.set_my_description(texts.plain("bot-description"), language_code=code)
    short = texts.plain("bot-short-description")
    if (await bot.get_my_short_description(code)).short_description != short:
        await bot.set_my_short_description(short, language_code=code)
    commands = [
        BotCommand(name, texts.plain(COMMAND.key(name))) for name in access.commands_of(None)
    ]
    for scope in (BotCommandScopeDefault(), BotCommandScopeAllPrivateChats()):
        await bot.set_my_commands(commands, scope=scope, language_code=code)
