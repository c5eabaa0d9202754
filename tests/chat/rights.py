"""Who may do what, stated once more by hand: the product's own declarations are held against it.

Whoever adds a command, a button, a form or a reader of messages states here whom it is for. Nothing
in this file is read from the product but the kinds of standing.
"""

from dataclasses import replace
from enum import StrEnum

from bot.chat.feature import DeclarationError, Feature, Registry
from bot.chat.forms.form import Flow
from bot.core.access import Access, allows
from storage.models import Person, Role, Standing


class Who(StrEnum):
    """Where somebody can stand towards the network; who lost their standing was a coordinator."""

    NOBODY = "nobody"
    APPLICANT = "applicant"
    DECLINED = "declined"
    SUSPENDED = "suspended"
    DEPARTED = "departed"
    CORRESPONDENT = "correspondent"
    OBSERVER = "observer"
    COORDINATOR = "coordinator"


EVERYBODY = frozenset(Who)
MEMBERS = frozenset({Who.CORRESPONDENT, Who.OBSERVER, Who.COORDINATOR})
REPORTERS = frozenset({Who.CORRESPONDENT, Who.COORDINATOR})
COORDINATORS = frozenset({Who.COORDINATOR})
MAY_JOIN = frozenset({Who.NOBODY, Who.DECLINED, Who.DEPARTED})
MAY_TAKE_UP_AN_INVITATION = MAY_JOIN | {Who.APPLICANT}

COMMANDS = {
    "/start": EVERYBODY,
    "/register": EVERYBODY,  # whoever cannot join is told why
    "/language": EVERYBODY,
    "/help": EVERYBODY,
    "/cancel": EVERYBODY,
    "/privacy": EVERYBODY,
    "/mydata": EVERYBODY,
    "/forget": EVERYBODY,
    "/meetings": MEMBERS,
    "/projects": MEMBERS,
    "/who": MEMBERS,
    "/settings": MEMBERS,
    "/update": REPORTERS,
    "/handover": REPORTERS,  # coordinators are told how
    "/announce": COORDINATORS,
    "/board": COORDINATORS,
    "/people": COORDINATORS,
    "/invite": COORDINATORS,
    "/invitations": COORDINATORS,
    "/code": EVERYBODY,  # whoever waits for no code is told so
    "/forecast": COORDINATORS,
    "/log": COORDINATORS,
    "/retention": COORDINATORS,
}
BUTTONS = {
    "f": EVERYBODY,  # the form that it stands under has rights of its own
    "do": EVERYBODY,  # the command that it gives has rights of its own
    "lang": EVERYBODY,
    "fgt": EVERYBODY,
    "stay": MEMBERS,
    "rem:why": EVERYBODY,  # its reader may ask, also when they have left
    "rem": MEMBERS,
    "rsvp": MEMBERS,
    "mtg:open": MEMBERS,
    "mtg:past": MEMBERS,
    "mtg:coming": MEMBERS,
    "mtg:comment": MEMBERS,
    "mtg:ics": MEMBERS,
    "mtg:who": COORDINATORS,
    "mtg:email": COORDINATORS,
    "mtg:move": COORDINATORS,
    "mtg:edit": COORDINATORS,
    "mtg:cancel": COORDINATORS,
    "mtg:unreached": COORDINATORS,
    "mtg:reinstate": COORDINATORS,
    "mtg:reinstate-yes": COORDINATORS,
    "mtg:like": COORDINATORS,
    "ann": COORDINATORS,
    "brd": COORDINATORS,
    "upd": REPORTERS,
    "own": REPORTERS,
    "prj": MEMBERS,
    "who": MEMBERS,
    "adm": COORDINATORS,
    "app": COORDINATORS,
    "mbr": COORDINATORS,
    "seat": COORDINATORS,
    "inv": COORDINATORS,
    "inv:open": COORDINATORS,
    "inv:ask": COORDINATORS,
    "inv:revoke": COORDINATORS,
    "apl": COORDINATORS,
    "apl:answer": EVERYBODY,  # the applicant who was asked; others are told that it is over
    "chg": EVERYBODY,  # coordinators, and whoever was removed or suspended; others are told so
    "cli": COORDINATORS,
    "set": MEMBERS,
    "ctc": MEMBERS,
    "prv:all": EVERYBODY,
    "prv:read": MEMBERS,
    "fc": COORDINATORS,
    "log": COORDINATORS,
}
FORMS = {
    "registration": EVERYBODY,
    "decline": COORDINATORS,
    "ask_applicant": COORDINATORS,
    "answer_applicant": EVERYBODY,  # of the one who was asked it takes the answer
    "erase_person": COORDINATORS,
    "pause": MEMBERS,
    "zone": MEMBERS,
    "rename": MEMBERS,
    "unit": MEMBERS,
    "email": MEMBERS,
    "announcement": COORDINATORS,
    "meeting_change": COORDINATORS,
    "meeting_cancel": COORDINATORS,
    "comment": MEMBERS,
    "project_update": REPORTERS,
}
TYPED = {
    "album": EVERYBODY,
    "own message": EVERYBODY,
    "reply to a meeting": MEMBERS,
    "code": EVERYBODY,  # of an applicant to whom one was sent
    "steering, a form is open": EVERYBODY,
    "newer list": MEMBERS,
    "answer goes on": EVERYBODY,  # the form has rights of its own
    "unasked, a form is open": REPORTERS,
    "form": EVERYBODY,  # the form has rights of its own
    "invitation": EVERYBODY,
    "asks for meetings": MEMBERS,
    "asks who": MEMBERS,
    "asks to register": EVERYBODY,
    "greeting": EVERYBODY,
    "thanks": EVERYBODY,
    "answer to a meeting": MEMBERS,
    "unasked": REPORTERS,
    "comes to a meeting": MEMBERS,
    "list": MEMBERS,
    "steering": EVERYBODY,
    "anything": EVERYBODY,
}
EDITED = {"unasked": REPORTERS, "form": EVERYBODY, "anything": EVERYBODY}
UNKNOWN_COMMANDS = {"steering": EVERYBODY, "anything": EVERYBODY}
MEMBERSHIP = {"blocked": EVERYBODY}

STATED = {
    (way, name): may
    for way, table in {
        "command": COMMANDS,
        "button": BUTTONS,
        "form": FORMS,
        "typed": TYPED,
        "edited": EDITED,
        "unknown command": UNKNOWN_COMMANDS,
        "membership": MEMBERSHIP,
    }.items()
    for name, may in table.items()
}
JOBS = {
    "show_progress",
    "look_after_drafts",
    "tell_health",
    "forget",
    "ask_silent",
    "wipe",
    "seal_acts",
    "keep_refused",
    "tell_privacy",
}


def refusal(who: Who, may: frozenset[Who]) -> str:
    """Return the key of what somebody is told who may not do what is for *may*."""
    if who in MEMBERS:
        return "closed-to-observer" if may == REPORTERS else "closed-coordinators"
    return "closed-stranger" if who is Who.NOBODY else f"closed-{who}"


ROLES = {
    Who.APPLICANT: Role.CORRESPONDENT,
    Who.DECLINED: Role.CORRESPONDENT,
    Who.SUSPENDED: Role.COORDINATOR,
    Who.DEPARTED: Role.COORDINATOR,
    Who.CORRESPONDENT: Role.CORRESPONDENT,
    Who.OBSERVER: Role.OBSERVER,
    Who.COORDINATOR: Role.COORDINATOR,
}


def standing_of(who: Who) -> Standing:
    return Standing.ACTIVE if who in MEMBERS else Standing(who)


SOMEBODY = {
    who: Person(role=ROLES[who], standing=standing_of(who)) if who in ROLES else None for who in Who
}


def differences(registry: Registry) -> list[str]:
    """Return in words where a registry opens something else, or to others, than is stated."""
    found = []
    declared = {(right.way, right.name): right.open_to for right in registry.rights()}
    found += [f"{way} {name} is stated, not registered" for way, name in STATED.keys() - declared]
    found += [f"{way} {name} is registered, not stated" for way, name in declared.keys() - STATED]
    for key in STATED.keys() & declared.keys():
        may = {who for who in Who if allows(SOMEBODY[who], declared[key])}
        if may != STATED[key]:
            found.append(f"{' '.join(key)} is open to {sorted(may)}")
    if registry.jobs.keys() != JOBS:
        found.append(f"the jobs are {sorted(registry.jobs)}")
    return sorted(found)


def is_noticed(features: list[Feature]) -> bool:
    """Tell whether these features do not fit together, or do not fit what is stated."""
    try:
        return bool(differences(Registry(features)))
    except DeclarationError:
        return True


PARTS = ("commands", "buttons", "listeners", "forms", "jobs")


def each_without_one(features: tuple[Feature, ...]) -> list[tuple[str, list[Feature]]]:
    """Return a name and the features for each entry that can be taken out."""
    return [
        (
            f"{feature.name}: {part} {at}",
            _with(features, feature, part, [*rows[:at], *rows[at + 1 :]]),
        )
        for feature in features
        for part in PARTS
        for rows in [list(getattr(feature, part))]
        for at in range(len(rows))
    ]


def each_opened_to(
    features: tuple[Feature, ...], access: Access
) -> list[tuple[str, list[Feature]]]:
    """Return a name and the features for each entry that is not open to *access* and could be."""
    return [
        (
            f"{feature.name}: {part} {at} to {access}",
            _with(
                features, feature, part, [*rows[:at], replace(row, open_to=access), *rows[at + 1 :]]
            ),
        )
        for feature in features
        for part in PARTS[:-1]
        for rows in [list(getattr(feature, part))]
        for at, row in enumerate(rows)
        if row.open_to is not access
    ]


def _with(
    features: tuple[Feature, ...], changed: Feature, part: str, rows: list[Flow]
) -> list[Feature]:
    return [
        replace(feature, **{part: tuple(rows)}) if feature is changed else feature
        for feature in features
    ]
