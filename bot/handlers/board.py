"""/board: the 40 bodies, who is there, who has answered, who has reported."""

from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler

from bot.callbacks import BOARD
from bot.documents import board_card
from bot.domain.access import Access
from bot.edge import handles
from bot.handlers.filters import PRIVATE
from bot.services import board as service
from bot.talk import Talk


def board(talk: Talk) -> None:
    """The board as it is now."""
    found = service.board(talk.session, now=talk.now)
    talk.show(*board_card.card(found, talk.texts, talk.member.zone))


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """Return the handlers of this noun."""
    return [
        CommandHandler("board", handles(board, Access.COORDINATOR), filters=PRIVATE),
        CallbackQueryHandler(handles(board, Access.COORDINATOR), pattern=BOARD.pattern()),
    ]
