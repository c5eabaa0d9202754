"""What the features declare, held against the catalogues and the organiser's plan.

A declaration that nothing fulfils is found here, before the bot starts.
"""

from collections.abc import Iterator

from bot.chat.feature import Registry
from bot.chat.forms.flow_texts import texts_of_flow
from bot.core import text_keys as texts_needed
from bot.core.text_keys import COMMAND
from bot.features import REGISTRY
from config.network import FILE, Network


def texts_needed_for(network: Network, registry: Registry = REGISTRY) -> Iterator[str]:
    """Yield the keys of every sentence that is asked for by a name: of a kind, a role, a form."""
    yield from registry.kinds.keys_needed(network)
    for family in texts_needed.families():
        yield from family.keys()
    for flow in registry.forms.values():
        yield from texts_of_flow(flow)
    for command in registry.commands:
        yield COMMAND.key(command)


def missing_texts(network: Network) -> list[tuple[str, str]]:
    """Return (key, language) of every sentence that is needed and that a language lacks.

    *network* may be the one that runs or a trial of the organiser's.
    """
    return list(texts_needed.missing(texts_needed_for(network)))


def mistake(network: Network) -> str | None:
    """Return in one line what keeps the bot from starting with a plan, or None.

    That is a sentence that no catalogue has, or a reminder called as another kind of message.
    """
    for number, rule in enumerate(network.reminders):
        if REGISTRY.kinds.get(rule.kind) is not None:
            return _of_rule(number, f'"{rule.kind}" is the name of another kind of message')
    for key, language in missing_texts(network):
        said = f'no text "{key}" in {language}'
        rule_needs = _rule_that_needs(key, network)
        if rule_needs is not None:
            return _of_rule(rule_needs, said)
        return f"catalogues: {said}: complete bot/core/locales/{language}"
    return None


def _of_rule(number: int, said: str) -> str:
    return f"{FILE.name}: reminder.{number}.kind: {said}"


def _rule_that_needs(key: str, network: Network) -> int | None:
    """Return the place in the file of the first reminder that needs a sentence, if one does."""
    topics = REGISTRY.kinds.topics(network).values()
    codes = {topic.code for topic in topics if key in {*topic.texts, topic.name, topic.why}}
    kinds = [rule.kind for rule in network.reminders]
    return next((number for number, kind in enumerate(kinds) if kind in codes), None)
