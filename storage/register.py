"""The register of personal data: every column of every table, and what becomes of it.

Each column is personal, or it is plain. What is personal falls under a :class:`Rule`, which says
why it is kept, for how long, and what happens at its end. The job of retention, ``/retention``, the
notice, ``docs/privacy.md``, ``/mydata`` and ``/forget`` all follow from here. A column that stands
nowhere, or in two places, is refused by a test.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from sqlalchemy import MetaData

ERASED_NAME = "—"
"""What stands where the name of somebody stood who was erased."""


class Purpose(StrEnum):
    """Why something is kept."""

    ADDRESS = "address"
    DECIDE = "decide"
    INVITE = "invite"
    MEETING = "meeting"
    CHAMBER = "chamber"
    RESUME = "resume"
    OFFER = "offer"
    NARROW = "narrow"
    ANSWER = "answer"
    REPEAT = "repeat"
    PROVE = "prove"
    ACCOUNT = "account"
    RETURN = "return"
    REPLAY = "replay"
    PAUSE = "pause"


class Span(StrEnum):
    """For how long; but for the first two, what the rule counts from is its own matter.

    A setting is a key of ``[retention]`` in ``config/network.toml``.
    """

    MEMBERSHIP = "membership"
    """While the person belongs to the network."""
    HANDLED = "handled"
    """Until it has been dealt with."""
    DAY = "day"
    APPLICANTS = "applicants"
    INVITATIONS = "invitations"
    STRANGERS = "strangers"
    INBOX = "inbox"
    DRAFTS = "draft_expires_after"
    RECIPIENTS = "recipients"
    ACTS = "acts"
    SUSPENDED = "suspended"
    ERASURES = "erasures"


FIXED: Mapping[Span, timedelta] = MappingProxyType({Span.DAY: timedelta(days=1)})
"""The spans that are no settings: what is older is of no use to anybody."""
OPEN_ENDED = frozenset({Span.MEMBERSHIP, Span.HANDLED})
"""Ended by what somebody does, not by a number of days."""


class End(StrEnum):
    """What happens when the span is over."""

    REMOVED = "removed"
    """Whoever was silent is asked, and then removed as ``/forget`` does."""
    NAMELESS = "nameless"
    """It stays, and no longer says whose it is."""
    EMPTIED = "emptied"
    DELETED = "deleted"
    COUNTED = "counted"
    """Deleted; how many there were is kept."""


class RuleName(StrEnum):
    """The kinds of personal data, in the order in which the notice names them."""

    MEMBERS = "members"
    APPLICANTS = "applicants"
    ANSWERS = "answers"
    COMMENTS = "comments"
    ACTIVITIES = "activities"
    WORK = "work"
    ROLES = "roles"
    INVITATIONS = "invitations"
    DRAFTS = "drafts"
    OFFERS = "offers"
    LISTS = "lists"
    MESSAGES = "messages"
    INBOX = "inbox"
    STRANGERS = "strangers"
    DELIVERIES = "deliveries"
    ACTS = "acts"
    SUSPENDED = "suspended"
    ERASURES = "erasures"
    PAUSES = "pauses"


@dataclass(frozen=True)
class Rule:
    """Why one kind of personal data is kept, how long, and what then happens."""

    name: RuleName
    purpose: Purpose
    span: Span
    end: End


RULES: Mapping[RuleName, Rule] = MappingProxyType(
    {
        name: Rule(name, purpose, span, end)
        for name, purpose, span, end in (
            (RuleName.MEMBERS, Purpose.ADDRESS, Span.MEMBERSHIP, End.REMOVED),
            (RuleName.APPLICANTS, Purpose.DECIDE, Span.APPLICANTS, End.DELETED),
            (RuleName.ANSWERS, Purpose.MEETING, Span.MEMBERSHIP, End.NAMELESS),
            (RuleName.COMMENTS, Purpose.MEETING, Span.MEMBERSHIP, End.DELETED),
            (RuleName.ACTIVITIES, Purpose.CHAMBER, Span.MEMBERSHIP, End.NAMELESS),
            (RuleName.WORK, Purpose.MEETING, Span.MEMBERSHIP, End.NAMELESS),
            (RuleName.ROLES, Purpose.ACCOUNT, Span.ACTS, End.DELETED),
            (RuleName.INVITATIONS, Purpose.INVITE, Span.INVITATIONS, End.DELETED),
            (RuleName.DRAFTS, Purpose.RESUME, Span.DRAFTS, End.DELETED),
            (RuleName.OFFERS, Purpose.OFFER, Span.DAY, End.DELETED),
            (RuleName.LISTS, Purpose.NARROW, Span.DAY, End.DELETED),
            (RuleName.MESSAGES, Purpose.ANSWER, Span.HANDLED, End.EMPTIED),
            (RuleName.INBOX, Purpose.REPEAT, Span.INBOX, End.DELETED),
            (RuleName.STRANGERS, Purpose.ANSWER, Span.STRANGERS, End.DELETED),
            (RuleName.DELIVERIES, Purpose.PROVE, Span.RECIPIENTS, End.COUNTED),
            (RuleName.ACTS, Purpose.ACCOUNT, Span.ACTS, End.NAMELESS),
            (RuleName.SUSPENDED, Purpose.RETURN, Span.SUSPENDED, End.DELETED),
            (RuleName.ERASURES, Purpose.REPLAY, Span.ERASURES, End.DELETED),
            (RuleName.PAUSES, Purpose.PAUSE, Span.DAY, End.DELETED),
        )
    }
)


class Link(StrEnum):
    """How a column says whose a row is."""

    PERSON = "person"
    """It holds the id of a person."""
    ACCOUNT = "account"
    """It holds a Telegram id."""
    SUBJECT = "subject"
    """It holds ``person:8``."""
    THROUGH = "through"
    """It holds the id of a row of another table, which is somebody's."""


class Erased(StrEnum):
    """What ``/forget`` does with the rows that belong to somebody by a column."""

    ROW = "row"
    """Deleted."""
    EMPTIED = "emptied"
    """The columns of :attr:`Record.emptied` are."""
    STAYS = "stays"
    """It leads to a person's row that holds no name any more."""
    UNLINKED = "unlinked"
    """The link itself is emptied."""


@dataclass(frozen=True)
class Owner:
    """A column by which a row belongs to a person, and what erasing that person does to it."""

    column: str
    link: Link
    erased: Erased
    of: str | None = None
    """For :attr:`Link.THROUGH`: the table whose row it names."""


@dataclass(frozen=True)
class Record:
    """What one table holds about people."""

    table: str
    rule: RuleName | None = None
    """The rule of its personal columns; None where it holds nothing personal."""
    owners: tuple[Owner, ...] = ()
    personal: tuple[str, ...] = ()
    """What is said of, or was said by, the person; ``/mydata`` hands it out."""
    plain: tuple[str, ...] = ()
    """What says nothing of a person: numbers of rows, seals, what the machine needs."""
    other_rules: Mapping[str, RuleName] = field(default_factory=dict)
    """Personal columns, or rows (by a name of their own), that end under another rule."""
    emptied: Mapping[str, Any] = field(default_factory=dict)
    """What erasing puts in place of personal columns."""
    names_in: tuple[str, ...] = ()
    """JSON columns that may name somebody else than the row's owner: erasing looks into them."""

    @property
    def links(self) -> tuple[str, ...]:
        """The columns that say whose its rows are."""
        return tuple(owner.column for owner in self.owners)

    @property
    def columns(self) -> list[str]:
        """Every column that it places, each as often as it does."""
        linking = [name for name in dict.fromkeys(self.links) if name not in self.personal]
        return [*self.personal, *self.plain, *linking]

    def rule_of(self, column: str) -> Rule | None:
        """Return the rule of a column; None for one that is plain."""
        if self.rule is None or column in self.plain:
            return None
        return RULES[self.other_rules.get(column, self.rule)]


def _by(column: str, erased: Erased, link: Link = Link.PERSON) -> Owner:
    return Owner(column, link, erased)


_UPDATE = [
    "ref",
    "chamber_id",
    "title",
    "partner_institution",
    "kind",
    "programme",
    "programme_label",
    "role",
    "other_chambers",
    "status",
    "start",
    "start_precision",
    "end",
    "end_precision",
    "format",
    "place",
    "audience",
    "participants",
    "women",
    "summary",
    "summary_language",
    "summary_en",
    "outcome",
    "cooperation",
    "cooperation_text",
    "url",
    "sharing",
    "ipex_url",
    "meeting_id",
    "dac_code",
    "state",
    "version",
    "created_at",
    "updated_at",
]

_RECORDS = (
    Record(
        "person",
        RuleName.MEMBERS,
        owners=(_by("id", Erased.EMPTIED), _by("telegram_id", Erased.EMPTIED, Link.ACCOUNT)),
        personal=(
            "telegram_id",
            "name",
            "username",
            "unit",
            "email",
            "email_confirmed_at",
            "role",
            "standing",
            "language",
            "zone",
            "acknowledged_at",
            "acknowledged_version",
            "created_at",
            "decided_at",
            "decline_reason",
            "unreachable_since",
            "unreachable_reason",
            "paused_until",
            "stopped_kinds",
            "last_seen_at",
            "asked_to_stay_at",
        ),
        # Who decided is named by a number, which leads to a row without a name once they left.
        plain=("seal", "decided_by"),
        other_rules={"decline_reason": RuleName.APPLICANTS},
        emptied={
            "telegram_id": None,
            "name": ERASED_NAME,
            "username": None,
            "unit": None,
            "email": None,
            "email_confirmed_at": None,
            "language": "en",
            "zone": "UTC",
            "decline_reason": None,
            "unreachable_since": None,
            "unreachable_reason": None,
            "paused_until": None,
            "stopped_kinds": (),
            "last_seen_at": None,
            "asked_to_stay_at": None,
        },
    ),
    Record(
        "seat",
        RuleName.MEMBERS,
        owners=(_by("person_id", Erased.STAYS),),
        personal=("chamber_id", "since", "until"),
        plain=("id",),
    ),
    Record(
        "invitation",
        RuleName.INVITATIONS,
        owners=(
            _by("created_by", Erased.UNLINKED),
            _by("used_by", Erased.ROW),
            _by("ended_by", Erased.UNLINKED),
            _by("predecessor_id", Erased.UNLINKED),
        ),
        personal=(
            "role",
            "chamber_id",
            "created_at",
            "expires_at",
            "used_at",
            "ended_at",
            "ended_why",
        ),
        plain=("id", "seal", "code_hash"),
    ),
    Record(
        "role_change",
        RuleName.ROLES,
        owners=(
            _by("person_id", Erased.ROW),
            _by("by", Erased.UNLINKED),
            _by("undone_by", Erased.UNLINKED),
        ),
        personal=("act", "role_before", "role_after", "at", "undone_at"),
        plain=("id", "seal", "undoes_id"),
    ),
    Record(
        "application_question",
        RuleName.APPLICANTS,
        owners=(_by("person_id", Erased.ROW), _by("asked_by", Erased.UNLINKED)),
        personal=("question", "asked_at", "answer", "answered_at"),
        plain=("id", "seal"),
    ),
    Record(
        "email_code",
        RuleName.APPLICANTS,
        owners=(_by("person_id", Erased.ROW), _by("made_by", Erased.UNLINKED)),
        personal=("made_at", "expires_at", "tries"),
        plain=("code_hash",),
    ),
    Record(
        "meeting",
        RuleName.WORK,
        owners=(_by("created_by", Erased.STAYS),),
        personal=("title", "starts_at", "created_at"),
        plain=(
            "id",
            "seal",
            "uid",
            "series",
            "ends_at",
            "zone",
            "format",
            "place",
            "link",
            "focus",
            "agenda",
            "reply_by",
            "state",
            "cancel_reason",
            "revision",
            "sequence",
        ),
    ),
    Record(
        "audience",
        RuleName.ANSWERS,
        owners=(_by("person_id", Erased.STAYS),),
        personal=("meeting_id", "chamber_id", "added_at"),
    ),
    Record(
        "answer",
        RuleName.ANSWERS,
        owners=(_by("person_id", Erased.EMPTIED),),
        personal=("meeting_id", "chamber_id", "choice", "comment", "for_starts_at", "answered_at"),
        other_rules={"comment": RuleName.COMMENTS},
        emptied={"comment": None},
    ),
    Record(
        "chamber_answer",
        RuleName.WORK,
        owners=(_by("recorded_by", Erased.UNLINKED),),
        personal=("meeting_id", "chamber_id", "choice", "for_starts_at", "recorded_at"),
    ),
    Record(
        "notice",
        RuleName.WORK,
        owners=(
            _by("created_by", Erased.STAYS),
            _by("card_chat_id", Erased.EMPTIED, Link.ACCOUNT),
        ),
        personal=("meeting_id", "kind", "revision", "before", "created_at", "card_message_id"),
        plain=("id", "seal", "card_shown", "finished_at", "reason"),
        emptied={"card_chat_id": None, "card_message_id": None},
    ),
    Record("project", plain=("id", "chamber_id", "programme", "partners", "created_at")),
    Record(
        "project_update",
        RuleName.ACTIVITIES,
        owners=(_by("author_id", Erased.STAYS),),
        personal=tuple(_UPDATE),
        plain=("id", "seal", "project_id"),
    ),
    Record(
        "update_partner",
        RuleName.ACTIVITIES,
        owners=(Owner("update_id", Link.THROUGH, Erased.STAYS, of="project_update"),),
        personal=("code",),
        plain=("position",),
    ),
    Record(
        "update_theme",
        RuleName.ACTIVITIES,
        owners=(Owner("update_id", Link.THROUGH, Erased.STAYS, of="project_update"),),
        personal=("code",),
        plain=("position",),
    ),
    Record(
        "nil_return",
        RuleName.ACTIVITIES,
        owners=(_by("person_id", Erased.UNLINKED),),
        personal=("meeting_id", "chamber_id", "said_at"),
    ),
    Record(
        "update_version",
        RuleName.ACTIVITIES,
        owners=(_by("by", Erased.STAYS),),
        personal=("update_id", "version", "fields", "at"),
    ),
    Record(
        "form",
        RuleName.DRAFTS,
        owners=(
            _by("telegram_id", Erased.ROW, Link.ACCOUNT),
            _by("active_chat", Erased.ROW, Link.ACCOUNT),
        ),
        personal=(
            "kind",
            "answers",
            "skipped",
            "asking",
            "proposal",
            "created_at",
            "updated_at",
            "offered_at",
        ),
        plain=("id", "seal", "subject_id", "page", "version", "card_message_id"),
    ),
    Record(
        "offered_text",
        RuleName.OFFERS,
        owners=(_by("telegram_id", Erased.ROW, Link.ACCOUNT),),
        personal=("text", "message_id", "offered_at"),
        plain=("id", "seal", "card_id"),
    ),
    Record(
        "visitor",
        RuleName.STRANGERS,
        owners=(_by("telegram_id", Erased.ROW, Link.ACCOUNT),),
        personal=("language", "chosen_at"),
    ),
    Record(
        "list_view",
        RuleName.LISTS,
        owners=(_by("telegram_id", Erased.ROW, Link.ACCOUNT),),
        personal=("filter", "shown_at"),
    ),
    Record(
        "inbox",
        RuleName.INBOX,
        owners=(_by("lane", Erased.UNLINKED, Link.ACCOUNT),),
        personal=("payload", "state", "answer", "reference", "received_at", "handled_at"),
        plain=("update_id", "answers_sent"),
        other_rules={
            "payload": RuleName.MESSAGES,
            "answer": RuleName.MESSAGES,
        },
    ),
    Record(
        "lane",
        RuleName.MESSAGES,
        # While it is there the person's update is being handled; it goes with that.
        owners=(_by("lane", Erased.STAYS, Link.ACCOUNT),),
        plain=("held_by",),
    ),
    Record("process", plain=("instance", "number", "seen_at")),
    Record("pace_slot", plain=("slot", "free_at", "taken_at", "first_until", "held_by")),
    Record(
        "delivery",
        RuleName.DELIVERIES,
        owners=(_by("person_id", Erased.EMPTIED),),
        personal=(
            "kind",
            "meeting_id",
            "about",
            "due_at",
            "expires_at",
            "channel",
            "state",
            "reason",
            "attempts",
            "message_id",
            "sent_at",
            "created_at",
        ),
        plain=(
            "id",
            "seal",
            "key",
            "notice_id",
            "failures",
            "next_try_at",
            "claimed_by",
            "was_unknown",
            "parts_sent",
            "parts_of",
        ),
        emptied={"about": {}, "message_id": None},
        names_in=("about",),
    ),
    Record("delivery_count", plain=("id", "notice_id", "kind", "state", "doubtful", "count")),
    Record("notice_reach", plain=("notice_id", "chamber_id")),
    Record(
        "act",
        RuleName.ACTS,
        owners=(_by("by", Erased.STAYS), _by("subject", Erased.STAYS, Link.SUBJECT)),
        personal=("at", "act", "subject", "detail"),
        # The salt keeps what was taken out from being guessed; it goes with the names.
        plain=("id", "number", "salt", "commitment", "digest"),
        names_in=("detail",),
    ),
    Record("refused_attempts", plain=("day", "way", "standing", "count")),
    Record("privacy_version", plain=("version", "declared_at", "material", "digests")),
    Record("mark", plain=("name", "at", "value")),
    Record("retention_done", plain=("id", "at", "rule", "count")),
    Record(
        "suspended_account",
        RuleName.SUSPENDED,
        # Nobody can tell whose it is without trying every account, so it is in no export.
        plain=("id",),
        personal=("salt", "digest", "left_at"),
    ),
    Record(
        "erasure",
        RuleName.ERASURES,
        owners=(_by("person_id", Erased.STAYS),),
        personal=("salt", "digest", "at"),
        plain=("id", "wiped_at"),
    ),
    Record(
        "registration_pause",
        RuleName.PAUSES,
        # As with a suspended account, nobody can tell whose it is.
        personal=("account_hash", "until"),
    ),
    Record("silenced", plain=("day", "why", "count")),
    Record("outside_fault", plain=("day", "place", "count", "reference", "last_at")),
)
REGISTER: Mapping[str, Record] = MappingProxyType({one.table: one for one in _RECORDS})

NOT_HANDED_OUT = frozenset({"salt", "digest", "account_hash"})
"""Columns that an export leaves out: they tell their reader nothing, and a thief something."""


def problems(metadata: MetaData, register: Mapping[str, Record] = REGISTER) -> Iterator[str]:
    """Yield what is wrong between the tables and a register, each as one line."""
    for table in metadata.sorted_tables:
        record = register.get(table.name)
        if record is None:
            yield f"the table {table.name} is not in storage/register.py"
            continue
        yield from _misplaced(table.name, [column.name for column in table.c], record)
    for name in register.keys() - {table.name for table in metadata.sorted_tables}:
        yield f"storage/register.py places the table {name}, which does not exist"


def _misplaced(table: str, columns: Sequence[str], record: Record) -> Iterator[str]:
    placed = record.columns
    for name in columns:
        if name not in placed:
            yield f"{table}.{name} is neither personal nor plain: place it in storage/register.py"
    for name in dict.fromkeys(placed):
        if name not in columns:
            yield f"storage/register.py places {table}.{name}, which does not exist"
        if placed.count(name) > 1:
            yield f"storage/register.py places {table}.{name} twice"
    if record.rule is None and (record.personal or record.owners):
        yield f"{table} holds what is personal under no rule"
    for name in {*record.emptied, *record.names_in} - {*record.personal, *record.links}:
        yield f"{table}.{name} is emptied or looked into, and is not personal"


def personal_columns(
    register: Mapping[str, Record] = REGISTER,
) -> Iterator[tuple[Record, str, Rule]]:
    """Yield every personal column with its rule, the tables in their order."""
    for record in register.values():
        names = dict.fromkeys((*record.links, *record.personal))
        for name in names:
            rule = record.rule_of(name)
            if rule is not None:
                yield record, name, rule
