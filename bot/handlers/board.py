"""/board: the 40 bodies, who is there, who has answered, who has reported."""

from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler

from bot.callbacks import BOARD, BoardAction
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


def pressed(talk: Talk) -> None:
    """The button under the board: the same, as it is now."""
    match talk.pressed.one_of(0, BoardAction):
        case BoardAction.SHOW:
            board(talk)


def handlers() -> list[BaseHandler]:  # type: ignore[type-arg]
    """Return the handlers of this noun."""
    return [
        CommandHandler("board", handles(board, Access.COORDINATOR), filters=PRIVATE),
        CallbackQueryHandler(handles(pressed, Access.COORDINATOR), pattern=BOARD.pattern()),
    ]
