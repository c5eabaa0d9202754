"""When a kind of reminder comes, in words, as the organiser's plan has it."""

from collections.abc import Sequence
from datetime import timedelta

from babel.lists import format_list

from bot.core.texts import Texts
from config.languages import locale_of
from config.network import ReminderRule

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
WEEK = 7
WEEKS_FROM = 2 * WEEK
"""From so many days on, whole weeks are said in weeks."""


def in_words(rules: Sequence[ReminderRule], texts: Texts) -> str:
    """Return when the *rules* of one kind come: ``7 days before and on the day itself``."""
    said = [texts.plain(key, count=count) for key, count in map(_offset, rules)]
    return format_list(list(dict.fromkeys(said)), locale=locale_of(texts.language))


def _offset(rule: ReminderRule) -> tuple[str, int]:
    """Return the key and the count that say how long before or after its anchor a rule comes."""
    if rule.before is None:
        number, _, unit = (rule.after or "0 days").partition(" ")
        if "working" in unit:
            return "plan-after-working-days", int(number)
        return _days(int(number), "plan-after-days", "plan-after-weeks")
    if rule.before % DAY == timedelta():
        return _days(rule.before // DAY, "plan-before-days", "plan-before-weeks")
    if rule.before % HOUR == timedelta():
        return "plan-before-hours", rule.before // HOUR
    return "plan-before-minutes", rule.before // MINUTE


def _days(count: int, in_days: str, in_weeks: str) -> tuple[str, int]:
    if count >= WEEKS_FROM and count % WEEK == 0:
        return in_weeks, count // WEEK
    return in_days, count
