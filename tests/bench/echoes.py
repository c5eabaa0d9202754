"""The bare bots that the product is measured beside: each answers a text with the same text.

``python -m tests.bench.echoes ptb`` is python-telegram-bot as its own example writes it, one update
after the other; ``python echoes.py aiogram`` is aiogram as its own example writes it. Run with the
environment's DSN_BOT_TOKEN and DSN_BOT_API_URL. This file imports nothing of the product.
"""

import asyncio
import os
import sys


async def ptb() -> None:
    """python-telegram-bot's echo bot."""
    from telegram.ext import Application, MessageHandler, filters

    async def echo(update, context):
        await update.message.reply_text(update.message.text)

    url = os.environ["DSN_BOT_API_URL"] + "/bot"
    app = Application.builder().token(os.environ["DSN_BOT_TOKEN"]).base_url(url).build()
    app.add_handler(MessageHandler(filters.TEXT, echo))
    async with app:
        await app.start()
        await app.updater.start_polling()
        await asyncio.Event().wait()


async def aiogram() -> None:
    """aiogram's echo bot."""
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer

    server = TelegramAPIServer.from_base(os.environ["DSN_BOT_API_URL"])
    bot = Bot(os.environ["DSN_BOT_TOKEN"], session=AiohttpSession(api=server))
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message):
        await message.answer(message.text)

    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run({"ptb": ptb, "aiogram": aiogram}[sys.argv[1]]())
