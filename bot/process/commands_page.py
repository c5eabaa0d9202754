"""Writes docs/commands.md: what the features register, in the words of the English catalogue.

``python -m bot.process.commands_page FILE`` puts it behind the line :data:`BEGIN` of the file; what
stands before that line is written by hand.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bot.chat import callbacks as chat_callbacks
from bot.chat.callback_data import Callback
from bot.chat.feature import ButtonHandler, Command, Feature, Registry
from bot.core.access import Access
from bot.core.text_keys import COMMAND
from bot.core.texts import Texts
from bot.desk import callbacks as desk_callbacks
from bot.features import REGISTRY
from bot.meetings import callbacks as meetings_callbacks
from bot.people import callbacks as people_callbacks
from bot.reminders import callbacks as reminders_callbacks
from bot.updates import callbacks as updates_callbacks
from config.languages import DEFAULT

BEGIN = "<!-- What follows is written by `make docs`. -->\n"
FOR = {
    Access.ANYONE: "everybody",
    Access.MEMBER: "members",
    Access.CHAMBER: "correspondents, coordinators",
    Access.COORDINATOR: "coordinators",
}
CALLED = {
    value.name: name.lower().replace("_", " ")
    for module in (
        chat_callbacks,
        desk_callbacks,
        meetings_callbacks,
        people_callbacks,
        reminders_callbacks,
        updates_callbacks,
    )
    for name, value in vars(module).items()
    if isinstance(value, Callback)
}
"""What the code calls each kind of button; what a button carries is shorter."""


def completed(page: str, registry: Registry = REGISTRY) -> str:
    """Return a page with everything behind :data:`BEGIN` written anew.

    Raises :class:`ValueError` where the page has no such line.
    """
    by_hand, begin, _ = page.partition(BEGIN)
    if not begin:
        raise ValueError("the page does not say where its generated part begins")
    texts = Texts(DEFAULT)
    commands = [
        (_usage(command), texts.plain(COMMAND.key(command.name)), FOR[command.open_to])
        for command in registry.commands.values()
    ]
    rights = [row for feature in registry.features for row in _rights_of(feature, registry)]
    return "\n".join(
        [
            by_hand + begin,
            *_table(("command", "does", "for"), commands),
            "",
            "## Rights",
            "",
            *_table(("feature", "way in", "what", "for"), rights),
            "",
        ]
    )


def _usage(command: Command) -> str:
    return f"`/{command.name} {command.usage}`" if command.usage else f"`/{command.name}`"


def _rights_of(feature: Feature, registry: Registry) -> Iterator[tuple[str, str, str, str]]:
    """Yield every way into a feature, with whom it is open to."""
    for command in feature.commands:
        yield feature.name, "command", f"/{command.name}", FOR[command.open_to]
    for open_to, pressed in _pressed(feature, registry):
        yield feature.name, "button", pressed, FOR[open_to]
    for flow in feature.forms:
        yield feature.name, "form", flow.kind, FOR[flow.open_to]
    for listener in feature.listeners:
        yield feature.name, listener.way.value, listener.name, FOR[listener.open_to]


def _pressed(feature: Feature, registry: Registry) -> Iterator[tuple[Access, str]]:
    """Yield what each kind of button is called and does, by whom that is open to."""
    found: dict[tuple[Callback, Access], list[str]] = {}
    for button in feature.buttons:
        found.setdefault((button.callback, button.open_to), []).extend(_actions(button, registry))
    for (callback, open_to), actions in found.items():
        called = CALLED[callback.name]
        yield open_to, f"{called}: {', '.join(actions)}" if actions else called


def _actions(button: ButtonHandler, registry: Registry) -> list[str]:
    """Return the actions that a row is for: of a row for all of them, those no other is for."""
    name = button.callback.name
    return [str(one) for one in button.callback.actions if registry.button(name, one) is button]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    for row in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(row)} |"


def main(file: str) -> None:
    """Write the generated part of *file* anew."""
    path = Path(file)
    path.write_text(completed(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
