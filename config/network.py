"""What the organiser decides: ``network.toml``, read once and checked as a whole.

The file that comes with a version, ``config/network.toml``, is the default. What the organiser
writes into ``network.toml`` of ``DSN_HOME`` is laid over it: see :mod:`config.laying_over`.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import time, timedelta
from enum import StrEnum
from functools import cache
from html import escape
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    ValidationError,
    model_validator,
)

from config import home, laying_over
from config.labels import Labels, is_code
from config.languages import DEFAULT, WORKING
from config.privacy import NoticePart, NoticeText, example_in

FILE = Path(__file__).parent / "network.toml"
UNITS = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
}
MONTH_DAYS = 30.4375
"""A month as a span: a twelfth of a year, leap years included."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class NetworkFileError(Exception):
    """The file cannot be used; the text is one line that names the file, the key and the cure."""


def _span(value: object) -> timedelta:
    """Read ``14 days``, ``1 hour``, ``6 months``."""
    number, _, unit = str(value).partition(" ")
    length = UNITS.get(unit.removesuffix("s"))
    if number.isdigit() and unit.removesuffix("s") == "month":
        return months(int(number))
    if not number.isdigit() or length is None:
        raise ValueError('must be a span such as "14 days" or "1 hour"')
    return int(number) * length


def months(number: int) -> timedelta:
    """Return so many months as whole days: twelve are 365, twenty-four 730."""
    return timedelta(days=int(number * MONTH_DAYS))


def _hour(value: object) -> time:
    try:
        return time.fromisoformat(str(value))
    except ValueError:
        raise ValueError('must be a time of day such as "09:00"') from None


Span = Annotated[timedelta, BeforeValidator(_span)]
Hour = Annotated[time, BeforeValidator(_hour)]


def _worded(value: object) -> Labels:
    """Take one name for every language as well as a name for each."""
    if isinstance(value, str):
        return Labels({DEFAULT: value})
    if isinstance(value, dict):
        return Labels(value)
    raise ValueError(f'must be words, or words by language such as {{ {DEFAULT} = "…" }}')


Worded = Annotated[Labels, BeforeValidator(_worded)]
"""A name: one for all languages, or a table of one for each."""
LanguageCode = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
Notice = Annotated[NoticeText, PlainValidator(NoticeText.read)]


class Section(BaseModel):
    """A part of the file: unknown keys are mistakes."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, populate_by_name=True, arbitrary_types_allowed=True
    )


class Anchor(StrEnum):
    """What a reminder counts from."""

    START = "start"
    END = "end"
    REPLY_BY = "reply_by"
    UPDATES_BY = "updates_by"


class Whom(StrEnum):
    """Whom a reminder concerns."""

    EVERYONE = "everyone"
    CHAMBERS_WITHOUT_ANSWER = "chambers_without_answer"
    CHAMBERS_WITHOUT_UPDATE = "chambers_without_update"
    ATTENDING = "attending"
    ATTENDING_ONLINE = "attending_online"
    COORDINATORS = "coordinators"
    IPEX_AGREED = "ipex_agreed"


class Asks(StrEnum):
    """What a reminder asks for: it has the buttons for that."""

    ANSWER = "answer"
    """An answer to the meeting."""
    UPDATE = "update"
    """A report of the chamber's activities, or that there is none."""
    PROJECTS = "projects"
    """A look at what the chambers have reported."""
    NOTHING = "nothing"


BY_KIND = {
    "reply_by": Asks.ANSWER,
    "call_for_updates": Asks.UPDATE,
    "updates_due": Asks.UPDATE,
    "dossier": Asks.PROJECTS,
    "report": Asks.PROJECTS,
    "ipex": Asks.PROJECTS,
    "practical": Asks.NOTHING,
    "joining": Asks.NOTHING,
}
"""What the kinds of the first plan ask for where a file, written before the key, does not say."""
BY_WHOM = {
    Whom.CHAMBERS_WITHOUT_ANSWER: Asks.ANSWER,
    Whom.CHAMBERS_WITHOUT_UPDATE: Asks.UPDATE,
}
"""What a reminder to these asks for where the file does not say; the others ask for nothing."""


class ReminderRule(Section):
    """One reminder of the plan."""

    kind: str = Field(pattern=r"^[a-z_]{2,24}$")
    anchor: Anchor
    before: Span | None = None
    after: str | None = Field(default=None, pattern=r"^\d+ (working )?days?$")
    at: Hour | None = None
    """The person's own clock; without it the instant itself counts."""
    to: Whom
    only: Literal["any", "online"] = "any"
    exact: bool = False
    """Sent at its instant, also outside working hours."""
    too_late_after: Span
    optional: bool = True
    """Whether a person may stop this kind."""
    once: bool = False
    """Nobody gets it a second time for one meeting, also where that was moved since."""
    asks: Asks | None = None
    """What it asks for; see :attr:`asks_for` where the file does not say."""

    @property
    def asks_for(self) -> Asks:
        """What it asks for: as the file says, as its kind always did, or as its readers need."""
        return self.asks or BY_KIND.get(self.kind) or BY_WHOM.get(self.to, Asks.NOTHING)

    @property
    def offset(self) -> str:
        """What tells two rules of a kind apart, for keys: ``-7d``."""
        if self.before is None:
            return f"+{self.after}".replace(" ", "")
        minutes = int(self.before.total_seconds() // 60)
        return f"-{minutes // 1440}d" if minutes % 1440 == 0 else f"-{minutes}m"


class SelfRegistration(StrEnum):
    """Who may ask to join without an invitation; a coordinator's invitation always admits."""

    OPEN = "open"
    """Whoever writes to the bot."""
    BY_CODE = "by_code"
    """Who has the network's code, or the link with it."""
    CLOSED = "closed"
    """Nobody."""


class WorkingHours(Section):
    """When people may be reminded, on their own clock."""

    from_: Hour = Field(alias="from")
    to: Hour
    days: list[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]]

    def works_on(self, weekday: int) -> bool:
        """Tell whether *weekday* (Monday is 0) is a working day."""
        return WEEKDAYS[weekday] in self.days


class Retention(Section):
    """How long things are kept; what a file of before does not say has its default."""

    inbox: Span
    draft_offered_after: Span
    draft_expires_after: Span
    recipients: Span
    """Who got which message, and how that ended; afterwards only how many there were."""
    acts: Span = months(12)
    """Who did what; afterwards only what was done, and when."""
    applicants: Span = months(6)
    """Applications that were declined or that nobody decided."""
    invitations: Span = timedelta(days=30)
    """Invitations that were used or have expired."""
    strangers: Span = timedelta(days=2)
    """What people send who are not registered."""
    silent_asked_after: Span = months(23)
    """A member who gave no sign of life is asked whether they stay."""
    silent_removed_after: Span = months(24)
    """And is removed, unless there was one."""
    suspended: Span = months(12)
    """The hash of the account of somebody who left while suspended."""
    erasures: Span = months(24)
    """The list of erasures; no copy of the database may be kept for longer."""

    @model_validator(mode="after")
    def _asked_before_removed(self) -> "Retention":
        if self.silent_removed_after - self.silent_asked_after < timedelta(days=7):
            raise ValueError(
                "silent_removed_after must be at least 7 days after silent_asked_after"
            )
        return self


class Privacy(Section):
    """Who answers for the data, and the notice that people read."""

    controller: Worded
    contact: str
    data_protection_officer: str
    hosting: Worded | None = None
    """Where the bot and its database run."""
    version: str | None = Field(default=None, pattern=r"^[0-9][0-9A-Za-z._-]{0,19}$")
    """Names the notice as it is now; people are asked again after a new one."""
    material: bool = True
    """Whether this version changes what people have to know: only then are they asked again."""
    changes: Worded | None = None
    """What has changed since the version before, as members are told."""
    notice: Notice

    @model_validator(mode="after")
    def _says_where(self) -> Self:
        if self.hosting is None and self.notice.parts:
            raise ValueError("hosting is missing: say where the bot and its database run")
        return self

    def examples(self) -> Iterator[tuple[str, str]]:
        """Yield (key, domain) of whatever still has an example in place of a real address."""
        said = {
            "controller": [*self.controller.values()],
            "contact": [self.contact],
            "data_protection_officer": [self.data_protection_officer],
            "hosting": [*(self.hosting or {}).values()],
            "notice": [*(self.notice.whole or {}).values()],
            **{f"notice.{part}": [*text.values()] for part, text in self.notice.parts.items()},
        }
        for key, texts in said.items():
            domain = example_in(" ".join(texts))
            if domain is not None:
                yield f"privacy.{key}", domain


class Series(Section):
    """A kind of meeting: the network's own, the steering committees', others."""

    id: str
    labels: Worded

    @model_validator(mode="before")
    @classmethod
    def _gathered(cls, value: object) -> object:
        """Take the words of a file of before, which stand beside the id: ``en = "…"``."""
        if not isinstance(value, dict):
            return value
        older = {key: said for key, said in value.items() if key != "id" and is_code(key)}
        if not older:
            return value
        rest = {key: said for key, said in value.items() if key not in older}
        labels = rest.get("labels", {})
        return {**rest, "labels": {**older, **labels} if isinstance(labels, dict) else labels}

    def label(self, language: str) -> str:
        """Return its name."""
        return self.labels.in_language(language)


class Network(Section):
    """Everything that the organiser decides."""

    name: Worded
    unit: Worded
    zone: str
    working_languages: tuple[LanguageCode, ...] = Field(default=WORKING, min_length=1)
    """What every member may write, besides the languages of their country."""
    invitation_valid_for: Span
    coordinator_invitation_valid_for: Span = timedelta(hours=48)
    """Of a link that makes its bearer a coordinator."""
    self_registration: SelfRegistration = SelfRegistration.OPEN
    registration_code: str | None = Field(default=None, pattern=r"^[A-Za-z0-9_-]{12,64}$")
    """With ``by_code``: what opens /register. It only lets ask, so many may have it."""
    privacy: Privacy
    working_hours: WorkingHours
    retention: Retention
    series: list[Series]
    reminders: list[ReminderRule] = Field(alias="reminder")

    @model_validator(mode="after")
    def _has_code(self) -> "Network":
        if self.self_registration is SelfRegistration.BY_CODE and self.registration_code is None:
            raise ValueError('self_registration = "by_code" needs a registration_code')
        return self

    @property
    def code_to_ask(self) -> str | None:
        """The code with which one may ask to join, where there is one."""
        is_by_code = self.self_registration is SelfRegistration.BY_CODE
        return self.registration_code if is_by_code else None

    def name_in(self, language: str) -> str:
        """Return the network's name as it is said in *language*."""
        return self.name.in_language(language)

    def unit_in(self, language: str) -> str:
        """Return who runs the bot, as it is said in *language*."""
        return self.unit.in_language(language)

    def privacy_notice(
        self, language: str, *, drafts: str, retention: str
    ) -> Mapping[NoticePart | None, str]:
        """Return the notice on data protection by part, as HTML; a whole text stands under None.

        *drafts* says how long drafts are kept, *retention* (HTML) how long everything is.
        """
        privacy = self.privacy
        plain = {
            "network": self.name_in(language),
            "unit": self.unit_in(language),
            "controller": privacy.controller.in_language(language),
            "contact": privacy.contact,
            "data_protection_officer": privacy.data_protection_officer,
            "hosting": privacy.hosting.in_language(language) if privacy.hosting else "",
            "drafts": drafts,
        }
        values = {key: escape(value, quote=False) for key, value in plain.items()}
        values["retention"] = retention
        if privacy.notice.whole is not None:
            return {None: privacy.notice.whole.in_language(language).format(**values)}
        return {
            part: text.in_language(language).strip().format(**values)
            for part, text in privacy.notice.parts.items()
        }

    def series_label(self, series_id: str, language: str) -> str:
        """Return the label of a series; its id where the file no longer has it."""
        found = next((series for series in self.series if series.id == series_id), None)
        return found.label(language) if found else series_id


def load_network(path: Path) -> Network:
    """Return what a whole file says by itself; raises :class:`NetworkFileError`."""
    return _checked(_read(path, path.name), lambda _: path.name)


def own_file() -> Path:
    """Return where the organiser's file lies, if there is one; raises ``HomeError``."""
    return home.home() / home.NETWORK_FILE


def load_own() -> Network:
    """Return what the organiser's file and the default say; raises :class:`NetworkFileError`."""
    own, file = _own()
    merged = laying_over.merged(_read(FILE, FILE.name), own, Network)
    return _checked(merged, lambda key: str(file) if not key or key[0] in own else FILE.name)


def differing() -> list[str]:
    """Return the keys for which the organiser's file says something else than the default.

    Raises :class:`NetworkFileError`.
    """
    own, _ = _own()
    return list(laying_over.differing(_read(FILE, FILE.name), own, Network))


def _own() -> tuple[dict[str, Any], Path]:
    """Return what the organiser's file says, nothing where there is none, and where it lies."""
    try:
        file = own_file()
    except home.HomeError as error:
        raise NetworkFileError(str(error)) from None
    is_there = file.is_symlink() or file.exists()
    return (_read(file, str(file)) if is_there else {}), file


def _read(path: Path, named: str) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise NetworkFileError(f"{named}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise NetworkFileError(f"{named}: this is no file of text (UTF-8)") from None
    except tomllib.TOMLDecodeError as error:
        raise NetworkFileError(f"{named}: {error}") from None


def _checked(said: dict[str, Any], file_of: Callable[[tuple[int | str, ...]], str]) -> Network:
    """Check what is *said*; *file_of* names the file of a key for whoever wrote it."""
    try:
        return Network.model_validate(said)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        key = ".".join(str(part) for part in first["loc"])
        message = first["msg"].removeprefix("Value error, ")
        raise NetworkFileError(f"{file_of(first['loc'])}: {key}: {message}") from None


@cache
def network() -> Network:
    """Return what the organiser decides, read once."""
    return load_own()
