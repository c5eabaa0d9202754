"""How the bot presents itself in Telegram: name, descriptions, commands for strangers."""

from collections.abc import Sequence

from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeDefault
from telegram.error import TelegramError

from bot.core import logs
from bot.core.messages import shorten
from bot.core.runtime import Runtime
from bot.core.text_keys import COMMAND
from bot.core.texts import DEFAULT, Texts, languages
from config.network import Network

log = logs.get(__name__)

LONGEST_NAME = 64
"""Units of a bot's name that Telegram takes."""


async def present(bot: Bot, runtime: Runtime) -> None:
    """Set name, descriptions and the commands of strangers, in every language.

    The name is the network's own, from ``config/network.toml``.
    Members' commands are set per chat when their role or language changes. A refusal (Telegram
    allows few changes of the name a day) is logged and does not keep the bot from working.
    """
    for language in languages():
        texts = Texts(language)
        code = None if language == DEFAULT else language
        try:
            name = name_of(runtime.network, language)
            await _present_in(bot, texts, code, name, runtime.menu.of(None))
        except TelegramError as error:
            log.warning("profile_not_set", language=language, error=type(error).__name__)


def name_of(network: Network, language: str) -> str:
    """Return the bot's name in a language: the network's, no longer than Telegram takes."""
    return shorten(network.name_in(language), LONGEST_NAME)


async def _present_in(
    bot: Bot, texts: Texts, code: str | None, name: str, shown: Sequence[str]
) -> None:
    """Set what differs from what Telegram has already."""
    if (await bot.get_my_name(code)).name != name:
        await bot.set_my_name(name, language_code=code)
    if (await bot.get_my_description(code)).description != texts.plain("bot-description"):
        await bot.set_my_description(texts.plain("bot-description"), language_code=code)
    short = texts.plain("bot-short-description")
    if (await bot.get_my_short_description(code)).short_description != short:
        await bot.set_my_short_description(short, language_code=code)
    commands = [BotCommand(name, texts.plain(COMMAND.key(name))) for name in shown]
    for scope in (BotCommandScopeDefault(), BotCommandScopeAllPrivateChats()):
        await bot.set_my_commands(commands, scope=scope, language_code=code)
