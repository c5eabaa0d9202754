"""What an automatic message says about itself: why it came, tomorrow again, no more of these."""

from bot import keyboards
from bot.delivery.letters.letter import Letter
from bot.delivery.message_kinds import MessageKind
from bot.messages import Button, Keyboard, grid


def rows(letter: Letter, kind: MessageKind) -> Keyboard:
    """Return the buttons below everything else; none under what the person asked for."""
    texts, row = letter.texts, letter.row
    if kind.explains_itself:
        return []
    found = [Button(texts.plain("reminder-why"), keyboards.pack("rem", "why", row.id))]
    if kind.comes_again and not row.about.get("again"):
        later = keyboards.pack("rem", "later", row.id)
        found.append(Button(texts.plain("reminder-tomorrow"), later))
    if letter.house.kinds.topic_of(letter.house.network, row).can_be_stopped:
        found.append(Button(texts.plain("reminder-stop"), keyboards.pack("rem", "stop", row.id)))
    return grid(found, 2)
