"""Words that steer: typed alone, they do what the button of the same name does."""

from enum import StrEnum

from bot.chat import phrases
from bot.core.text_keys import Family


class Steer(StrEnum):
    """What a word alone asks for, whatever question is open."""

    CANCEL = "cancel"
    BACK = "back"
    SKIP = "skip"
    HELP = "help"


HEARD = Family("heard-{}", Steer)
"""The words for each."""


def meant(text: str | None) -> Steer | None:
    """Return what *text* asks for, where it is nothing but such a word; a slash may precede it."""
    if not text:
        return None
    return next((steer for steer in Steer if phrases.is_one_of(HEARD.key(steer), text)), None)
