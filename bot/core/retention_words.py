"""The register of personal data in words: what is kept, why, for how long, and what then happens.

The notice, ``/retention``, ``/mydata`` and ``docs/privacy.md`` say it with these.
"""

from datetime import timedelta

from babel.units import format_unit

from bot.core import times
from bot.core.messages import Html
from bot.core.text_keys import Family
from bot.core.texts import Texts
from config.languages import locale_of
from config.network import Network, months
from storage.register import OPEN_ENDED, RULES, End, Purpose, Rule, RuleName, Span
from storage.retention import span_of

FEWEST_MONTHS, MOST_MONTHS = 2, 120
"""Spans that are said in months; what is shorter or longer is said in days."""

WHAT = Family("retention-what-{}", RuleName)
"""What a rule is about."""
COUNTED = Family(
    "retention-counted-{}",
    (name for name in RuleName if RULES[name].span not in OPEN_ENDED or name is RuleName.MEMBERS),
)
"""What a rule is about where coordinators read how many there are."""
WHY = Family("retention-why-{}", Purpose)
UNTIL = Family("retention-until-{}", (one for one in Span if one in OPEN_ENDED))
"""When a span ends that no clock ends."""
KEPT = Family("retention-kept-{}", (one for one in Span if one not in OPEN_ENDED))
"""How long a span is, and what it counts from."""
THEN = Family("retention-then-{}", (one for one in End if one is not End.REMOVED))


def span_words(span: timedelta, language: str) -> str:
    """Return how long something is kept: ``12 months``, ``30 days``."""
    for number in range(FEWEST_MONTHS, MOST_MONTHS + 1):
        if months(number) == span:
            return str(format_unit(number, "duration-month", locale=locale_of(language)))
    return times.length(span, language)


def kept_for(texts: Texts, network: Network, rule: Rule) -> Html:
    """Return in words how long a rule keeps what it is about."""
    if rule.span in OPEN_ENDED:
        return texts(UNTIL.key(rule.span))
    span = span_words(span_of(rule.span, network.retention), texts.language)
    return texts(KEPT.key(rule.span), span=span)


def then(texts: Texts, network: Network, rule: Rule) -> Html:
    """Return in words what happens when that is over."""
    if rule.end is not End.REMOVED:
        return texts(THEN.key(rule.end))
    spans = network.retention
    return texts(
        "retention-silent",
        asked=span_words(spans.silent_asked_after, texts.language),
        removed=span_words(spans.silent_removed_after, texts.language),
    )


def retention_line(texts: Texts, network: Network, rule: Rule) -> Html:
    """Return what one rule says, as a line."""
    return texts(
        "retention-line",
        what=texts(WHAT.key(rule.name)),
        why=texts(WHY.key(rule.purpose)),
        kept=kept_for(texts, network, rule),
        then=then(texts, network, rule),
    )


def retention_lines(texts: Texts, network: Network) -> Html:
    """Return the part of the notice on how long personal data are kept: a line for each rule."""
    return Html("\n".join(retention_line(texts, network, rule) for rule in RULES.values()))
