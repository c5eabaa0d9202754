"""What is kept about a person, as a page that they read: one file, nothing to fetch or to run.

It follows ``storage/register.py``: a column that is placed there appears by itself, under its own
name until it is given a label.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from html import escape
from typing import Any

from bot.core import retention_words, times
from bot.core.messages import plain as without_tags
from bot.core.text_families import CHOICE, ROLE
from bot.core.text_keys import Family
from bot.core.texts import Texts
from config.network import Network
from config.reference import reference
from storage.models import Choice, Role
from storage.personal import Held
from storage.register import RULES, RuleName

LABELLED = (
    "telegram_id",
    "name",
    "role",
    "standing",
    "language",
    "zone",
    "acknowledged_at",
    "created_at",
    "decided_at",
    "decline_reason",
    "unreachable_since",
    "unreachable_reason",
    "paused_until",
    "stopped_kinds",
    "last_seen_at",
    "asked_to_stay_at",
    "chamber_id",
    "since",
    "until",
    "meeting_id",
    "choice",
    "comment",
    "answered_at",
    "title",
    "summary",
    "outcome",
    "kind",
    "state",
    "text",
    "answers",
    "at",
    "act",
    "subject",
    "detail",
    "due_at",
    "sent_at",
    "received_at",
    "handled_at",
    "payload",
    "starts_at",
    "ref",
    "version",
    "fields",
)
"""Columns that have a label in the catalogues; another one is called as the database calls it."""
LABEL = Family("data-{}", LABELLED)
TELEGRAM = "Telegram"
STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1rem;"
    "color:#111;background:#fff;overflow-wrap:anywhere}"
    "h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem;border-top:1px solid #bbb;"
    "padding-top:1rem}.why{color:#444}dl{margin:0 0 1rem;padding:.5rem .75rem;background:#f3f5f7;"
    "border-radius:.5rem}dt{font-weight:600;margin-top:.35rem}dd{margin:0;white-space:pre-wrap}"
    "@media (prefers-color-scheme:dark){body{color:#eee;background:#15181b}.why{color:#bbb}"
    "dl{background:#22272c}}"
)


def page(
    found: Sequence[Held],
    texts: Texts,
    network: Network,
    *,
    zone: str,
    titles: Mapping[int, str],
    now: datetime,
) -> str:
    """Return the page; *titles* are the meetings' by id, *zone* (IANA) is the reader's."""
    title = _said(texts, "data-page-title", network=network.name_in(texts.language))
    made = times.moment(now, zone, texts.language)
    recipients = _said(texts, "data-page-recipients", telegram=TELEGRAM)
    contact = _said(texts, "data-page-contact", contact=network.privacy.contact)
    body = [
        f"<h1>{title}</h1>",
        f"<p>{_said(texts, 'data-page-made', when=made)}</p>",
        f"<p>{recipients}</p>",
        f"<p>{contact}</p>",
        *_sections(found, texts, network, zone, titles),
    ]
    return (
        f'<!doctype html>\n<html lang="{escape(texts.language)}">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{title}</title><style>{STYLE}</style></head>\n<body>\n"
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )


def plain(found: Sequence[Held], titles: Mapping[int, str]) -> dict[str, Any]:
    """Return the same for machines: the tables with their rows, and why and how long."""
    return {
        each.record.table: {
            "purpose": RULES[each.record.rule].purpose.value if each.record.rule else None,
            "kept": RULES[each.record.rule].span.value if each.record.rule else None,
            "rows": [_plain_row(row, titles) for row in each.rows],
        }
        for each in found
    }


def _plain_row(row: Mapping[str, Any], titles: Mapping[int, str]) -> dict[str, Any]:
    kept = {name: _plain(value) for name, value in row.items()}
    if row.get("meeting_id") in titles:
        kept["meeting"] = titles[row["meeting_id"]]
    return kept


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _said(texts: Texts, key: str, **values: str) -> str:
    """Return a sentence as it stands in the page: its tags are gone, its values are escaped."""
    return escape(without_tags(texts(key, **values)))


def _sections(
    found: Sequence[Held],
    texts: Texts,
    network: Network,
    zone: str,
    titles: Mapping[int, str],
) -> Iterator[str]:
    by_rule: dict[RuleName, list[Held]] = {}
    for each in found:
        if each.record.rule is not None:
            by_rule.setdefault(each.record.rule, []).append(each)
    for name, rule in RULES.items():
        if name not in by_rule:
            continue
        what = texts(retention_words.WHAT.key(name))
        why = texts(retention_words.WHY.key(rule.purpose))
        kept = retention_words.kept_for(texts, network, rule)
        then = retention_words.then(texts, network, rule)
        yield f"<h2>{escape(without_tags(what))}</h2>"
        line = texts("data-page-why", why=why, kept=kept, then=then)
        yield f'<p class="why">{escape(without_tags(line))}</p>'
        for each in by_rule[name]:
            for row in each.rows:
                yield _row(row, texts, zone, titles)


def _row(row: Mapping[str, Any], texts: Texts, zone: str, titles: Mapping[int, str]) -> str:
    shown = [
        f"<dt>{escape(_label(name, texts))}</dt><dd>{escape(words)}</dd>"
        for name, value in row.items()
        if (words := _words(name, value, texts, zone, titles))
    ]
    return f"<dl>{''.join(shown)}</dl>" if shown else ""


def _label(name: str, texts: Texts) -> str:
    return texts.plain(LABEL.key(name)) if name in LABEL else name


def _words(name: str, value: Any, texts: Texts, zone: str, titles: Mapping[int, str]) -> str:
    """Return a value in words; empty: it is not given."""
    match value:
        case None | "" | [] | {}:
            return ""
        case Role():
            return texts.plain(ROLE.key(value))
        case Choice():
            return texts.plain(CHOICE.key(value))
        case Enum():
            return str(value.value)
        case datetime():
            return times.moment(value, zone, texts.language)
        case date():
            return times.day(value, texts.language)
        case dict() | list():
            return json.dumps(value, ensure_ascii=False, indent=1, default=_plain)
    if name == "chamber_id" and reference().has_chamber(str(value)):
        return reference().chamber_label(str(value), texts.language)
    if name == "meeting_id" and value in titles:
        return titles[value]
    return str(value)
