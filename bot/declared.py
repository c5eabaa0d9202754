"""What the parts of the bot declare, collected: kinds of messages, forms, the sentences they need.

A declaration that nothing fulfils is found here, before the bot starts.
"""

from collections.abc import Iterator

from bot import texts_needed
from bot.delivery.letters import meetings, operations, people, reminders, updates
from bot.delivery.message_kinds import MessageKinds, registry
from bot.domain import access
from bot.forms.flow_texts import texts_of_flow
from bot.forms.flows import FLOWS
from bot.texts_needed import COMMAND
from config.network import Network

KINDS: MessageKinds = registry(
    (
        *reminders.KINDS,
        *people.KINDS,
        *meetings.KINDS,
        *updates.KINDS,
        *operations.KINDS,
    )
)
"""Every kind of message that the bot sends by itself."""


def kept_forms() -> frozenset[str]:
    """Return the kinds of forms that are kept as drafts when they are left."""
    return frozenset(flow.kind for flow in FLOWS if flow.keeps_drafts)


def texts_needed_for(network: Network) -> Iterator[str]:
    """Yield the keys of every sentence that is asked for by a name: of a kind, a role, a form."""
    yield from KINDS.texts(network)
    for family in texts_needed.families():
        yield from family.keys()
    for flow in FLOWS:
        yield from texts_of_flow(flow)
    for command in access.COMMANDS:
        yield COMMAND.key(command)


def missing_texts(network: Network) -> list[tuple[str, str]]:
    """Return (key, language) of every sentence that is needed and that a language lacks.

    *network* may be the one that runs or a trial of the organiser's.
    """
    return list(texts_needed.missing(texts_needed_for(network)))
