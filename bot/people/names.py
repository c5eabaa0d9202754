"""The questions about who somebody is: their name, their unit, a work e-mail."""

from unicodedata import category

from bot.chat.forms import reading
from bot.chat.forms.form import Question, Reading, Refuse, Scene, Took
from bot.core import messages
from bot.core.messages import Html
from bot.core.text_keys import Family
from bot.understanding.links import read_email
from bot.understanding.person_names import NameFault, fault_of, tidy_name

NAME_LIMIT = 120
UNIT_LIMIT = 120
EMAIL_LIMIT = 254
NO_NAME = Family("name-{}", NameFault)
"""Why what was given is no name."""
DECORATION = ("So", "Sk")
"""Emoji and their like: left out of the name of a Telegram profile."""


def read(scene: Scene, text: str) -> Reading:
    """Read a name by the rules of ``bot.understanding.person_names``."""
    name = tidy_name(text)
    if len(text) > NAME_LIMIT or len(name) > NAME_LIMIT:
        return Refuse(scene.texts("form-too-long", length=len(text), limit=NAME_LIMIT))
    fault = fault_of(name)
    return Took(name) if fault is None else Refuse(scene.texts(NO_NAME.key(fault)))


def offered(profile: str) -> str:
    """Return the name of a Telegram profile as it could be taken, without emoji; "" if not."""
    name = tidy_name("".join(sign for sign in profile if not _is_decoration(sign)))
    return "" if is_refused(name) else name


def is_refused(name: str) -> bool:
    """Tell whether a name, as it is kept, would not be taken today."""
    return len(name) > NAME_LIMIT or fault_of(tidy_name(name)) is not None


def refusal(scene: Scene, name: str) -> Html:
    """Return why a name that an earlier version took is not taken."""
    return scene.texts(NO_NAME.key(fault_of(tidy_name(name)) or NameFault.SIGN))


def _is_decoration(sign: str) -> bool:
    return category(sign) in DECORATION or 0xFE00 <= ord(sign) <= 0xFE0F


def _read_email(scene: Scene, text: str) -> Reading:
    address = read_email(text)
    if address is None or len(address) > EMAIL_LIMIT:
        return Refuse(scene.texts("email-unclear"))
    return Took(address)


NAME_QUESTION = Question(
    "name",
    prompt=reading.asks("rename-ask"),
    read=read,
    show=lambda _, value: messages.html(value),
)
UNIT_QUESTION = Question(
    "unit",
    prompt=reading.asks("unit-ask"),
    read=reading.one_line(UNIT_LIMIT),
    show=reading.show_text,
    optional=True,
)
EMAIL_QUESTION = Question(
    "email",
    prompt=reading.asks("email-ask"),
    read=_read_email,
    show=reading.show_text,
    optional=True,
)
