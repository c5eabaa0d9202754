"""Which updates of strangers are taken: decided in memory, before anything of them is stored.

A stranger is whoever is no active member: nobody that the network knows, an applicant, somebody
who was declined or suspended. What a member sends is always taken. A stranger's look around and
registration are taken as far as a person needs them; one notice says so, and what comes after it
is counted and forgotten. Who is a member is read from the database whenever somebody is not known
to be one, so nobody who has just been admitted is silenced, in whichever process that was.

The budgets are this process's own and end with it. Where updates are polled one process has all.
"""

from collections import Counter, OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from hmac import compare_digest
from time import monotonic
from typing import Any

from sqlmodel import Session

from bot.chat import codes
from bot.chat.request import GONE
from bot.core.runtime import Runtime
from config.network import SelfRegistration
from storage import strangers
from storage.models import Standing
from storage.strangers import Accounts

KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
"""The updates that the bot asks Telegram for."""
LAST_WORD = "dsn_last_word"
"""The key of an update that is taken only to say that nothing more is read for so many seconds."""
OPENS_A_FORM = frozenset({"register", "start"})
MEMBER_FOR = 60.0
"""Seconds for which a member counts as one without another look; rights are read at each tap."""
FEW_LOOKS = 2
"""Looks that an account may have although all strangers together have had half of theirs."""
FORM_STORED_WITHIN = timedelta(minutes=1)
PASTED = 1000
"""Signs of a text in which a pasted link is looked for."""
CODE_LENGTH = range(8, 65)
"""Signs of what may be a code; Telegram's deep links carry at most 64."""


class Why(StrEnum):
    """Why an update was not taken."""

    UNASKED = "unasked"
    """A text, picture or edit that nothing waits for, after the notice."""
    TOO_MUCH = "too_much"
    """More than a look around and a registration need."""
    TOO_MANY = "too_many"
    """All strangers together sent more than is taken of them."""
    MEMBERSHIP = "membership"
    """The bot was blocked, unblocked or removed by somebody whom it does not know."""
    NOT_READ = "not_read"
    """A kind of update that the bot reads of nobody, or talk in a group."""


@dataclass(frozen=True)
class Limits:
    """How much of strangers is taken. What is typed or pressed in an open form is 1 point."""

    look: int = 5
    """The points of a command, and of whatever else is answered."""
    points: int = 50
    """What an account has at first, and at most."""
    point_every: timedelta = timedelta(minutes=1)
    quiet: timedelta = timedelta(minutes=10)
    """An account that was silenced is heard again when it has kept quiet for so long..."""
    points_after: int = 15
    """...and has these points then."""
    notice_every: timedelta = timedelta(days=1)
    invited: int = 80
    """Updates that the code of an invitation lets through besides, once an account and code..."""
    bearers: int = 10
    """...for so many accounts: a code that was published is no way round."""
    all_looks: int = 500
    """What all strangers together have at first and at most: looks..."""
    looks_an_hour: int = 500
    all_steps: int = 600
    """...and steps of registrations, which are counted apart: looks do not use them up."""
    steps_an_hour: int = 1000
    accounts: int = 20_000
    """Accounts that are remembered; of more the ones unheard for longest are forgotten."""


@dataclass(frozen=True)
class Taken:
    """An update that goes on into the inbox."""

    update: dict[str, Any]
    lane: int
    is_outside: bool
    """Whether it comes from a stranger: it goes behind what members sent."""


@dataclass(slots=True)
class _Account:
    """What is remembered of a stranger; it ends with the process."""

    points: float
    at: datetime
    is_silenced: bool = False
    noticed_at: datetime | None = None
    looks: int = 0
    filling_in_until: datetime | None = None
    """A form that was just asked for may not be stored yet."""
    invited: int = 0
    codes: frozenset[str] = frozenset()
    """The hashes of the good codes that it brought: each is worth something once."""


@dataclass
class _Bucket:
    """What all strangers together still have."""

    most: int
    an_hour: int
    left: float = field(init=False)
    at: datetime | None = None

    def __post_init__(self) -> None:
        self.left = self.most

    def take(self, now: datetime, *, leave: float = 0) -> bool:
        """Take one if there is one more than what is to be left."""
        if self.at is not None:
            hours = max(0.0, (now - self.at) / timedelta(hours=1))
            self.left = min(self.most, self.left + hours * self.an_hour)
        self.at = now
        if self.left < 1 + leave:
            return False
        self.left -= 1
        return True


@dataclass(frozen=True)
class _Came:
    """An update as the gate looks at it."""

    update: dict[str, Any]
    lane: int
    kind: str
    content: dict[str, Any]

    @property
    def is_private(self) -> bool:
        where = self.content.get("message") if self.kind == "callback_query" else self.content
        chat = (where or {}).get("chat") or {}
        return bool(chat.get("type", "private") == "private")

    @property
    def words(self) -> list[str]:
        """The command that was given, without slash and name of the bot, and what is behind it."""
        text = self.content.get("text") if self.kind == "message" else None
        if not isinstance(text, str) or not text.startswith("/"):
            return []
        command, _, rest = text[1:200].partition(" ")
        return [command.partition("@")[0].lower(), rest.strip()]

    @property
    def code(self) -> str | None:
        """What may be the code of an invitation or of the network, typed or pasted."""
        words = self.words
        text = self.content.get("text") if self.kind == "message" else None
        if not words and isinstance(text, str):
            return codes.in_a_link(text[:PASTED]) or codes.bare(text[:PASTED])
        if not words or words[0] not in OPENS_A_FORM or len(words[1]) not in CODE_LENGTH:
            return None
        return words[1]


class Gate:
    """Decides which updates are taken, and counts the others."""

    def __init__(self, runtime: Runtime, limits: Limits | None = None) -> None:
        """Begin with full budgets."""
        self.runtime = runtime
        self.limits = limits or Limits()
        self._members: dict[int, float] = {}
        """Accounts that were members when they were last looked up, and until when that counts."""
        self._accounts: OrderedDict[int, _Account] = OrderedDict()
        self._looks = _Bucket(self.limits.all_looks, self.limits.looks_an_hour)
        self._steps = _Bucket(self.limits.all_steps, self.limits.steps_an_hour)
        self._bearers: dict[str, int] = {}

    async def take(self, updates: Sequence[dict[str, Any]]) -> list[Taken]:
        """Return those of *updates* that are to be stored, in their order.

        Raises ``OperationalError`` where the database cannot say who is a member: then nothing is
        decided, and nothing counted.
        """
        came = [_seen(update) for update in updates]
        unknown = self._not_known({each.lane for each in came if each.kind})
        hashes = {hash_of(each.code) for each in came if each.code and each.lane in unknown}
        now = self.runtime.clock.now()
        found = Accounts({}, frozenset(), frozenset(), frozenset())
        if unknown:
            new = [account for account in unknown if account not in self._accounts]
            found = await self.runtime.read(strangers.look, unknown, hashes, new=new, now=now)
            self._remember(found)
        taken = []
        for each in came:
            is_outside = each.lane in unknown and self._is_outside(each.lane, found)
            why = self._refused(each, found, now=now) if is_outside else _odd(each)
            if why is None:
                taken.append(Taken(each.update, each.lane, is_outside))
            elif (last_word := self._last_word(each, why, now=now)) is not None:
                taken.append(last_word)
            else:
                self.runtime.metrics.silenced[why.value] += 1
                self.runtime.metrics.silenced_unsaved[why.value] += 1
        return taken

    async def save(self) -> None:
        """Add to the day's counts what was silenced since the last time."""
        counts = self.runtime.metrics.silenced_unsaved
        if not counts:
            return
        self.runtime.metrics.silenced_unsaved = Counter()
        try:
            await self.runtime.db(_add, counts, day=self.runtime.clock.now().date())
        except BaseException:
            self.runtime.metrics.silenced_unsaved += counts
            raise

    # --- who is a member -----------------------------------------------------------------------

    def _not_known(self, accounts: Iterable[int]) -> list[int]:
        now = monotonic()
        return [account for account in accounts if self._members.get(account, 0.0) <= now]

    def _remember(self, found: Accounts) -> None:
        until = monotonic() + MEMBER_FOR
        for account, standing in found.standings.items():
            if standing is Standing.ACTIVE:
                self._members[account] = until
                self._accounts.pop(account, None)
            else:
                self._members.pop(account, None)

    @staticmethod
    def _is_outside(account: int, found: Accounts) -> bool:
        return found.standings.get(account) is not Standing.ACTIVE

    # --- what is taken of strangers --------------------------------------------------------------

    def _refused(self, came: _Came, found: Accounts, *, now: datetime) -> Why | None:
        """Return why a stranger's update is not taken; None: it is."""
        why = _odd(came) or self._of_no_use(came, found)
        if why is not None:
            return why
        account = self._account(came.lane, now=now)
        self._let_in(account, came, found)
        if came.lane in found.waiting:
            # Begun with an earlier process, whose memory is gone: it may be a form that opens.
            account.filling_in_until = now + FORM_STORED_WITHIN
        if account.is_silenced:
            return Why.TOO_MUCH
        is_step = self._is_step(account, came, found, now=now)
        # A coordinator may have asked an applicant something: what they write is heard.
        is_asked = is_step or found.standings.get(came.lane) is Standing.APPLICANT
        is_unasked = not is_asked and _is_unasked(came)
        if is_unasked and account.noticed_at is not None:
            return Why.UNASKED
        # A command costs a look also inside a form; it is only counted with the form's steps.
        cost = 1 if is_step and not came.words else self.limits.look
        why = self._charge(account, cost, is_step=is_step, now=now)
        if why is None:
            if is_unasked:
                account.noticed_at = now  # its answer is the notice
            self._note_form(account, came, now=now)
        return why

    def _charge(self, account: _Account, cost: int, *, is_step: bool, now: datetime) -> Why | None:
        """Take what an update costs; return why there is not enough, if there is not."""
        if account.invited > 0:
            account.invited -= 1
            return None
        if account.points < cost:
            account.is_silenced = True
            return Why.TOO_MUCH
        account.points -= cost
        return None if self._room(account, is_step=is_step, now=now) else Why.TOO_MANY

    def _of_no_use(self, came: _Came, found: Accounts) -> Why | None:
        """Return why nothing follows from an update, whoever among strangers sends it."""
        if came.kind == "my_chat_member" and (came.is_private or _is_removed(came.content)):
            # Only of whom the network knows it is noted whether they can be reached.
            is_noted = came.is_private and came.lane in found.standings
            return None if is_noted else Why.MEMBERSHIP
        if not came.is_private and came.kind in {"message", "edited_message"} and not came.words:
            return Why.NOT_READ
        return None

    def _account(self, account_id: int, *, now: datetime) -> _Account:
        limits = self.limits
        account = self._accounts.get(account_id)
        if account is None:
            account = self._accounts[account_id] = _Account(limits.points, now)
            if len(self._accounts) > limits.accounts:
                self._accounts.popitem(last=False)
        self._accounts.move_to_end(account_id)
        rested = max(timedelta(0), now - account.at)
        account.at = now
        if account.is_silenced and rested >= limits.quiet:
            account.is_silenced, account.points = False, limits.points_after
        elif not account.is_silenced:
            more = rested / limits.point_every
            account.points = min(limits.points, account.points + more)
        if account.noticed_at is not None and now - account.noticed_at >= limits.notice_every:
            account.noticed_at, account.looks = None, 0
        return account

    def _let_in(self, account: _Account, came: _Came, found: Accounts) -> None:
        """Let whoever brings a good code be heard, whatever they sent before."""
        code = came.code
        if code is None:
            return
        hashed = hash_of(code)
        if hashed in account.codes:
            return
        if hashed in found.good_codes and self._bearers.get(hashed, 0) < self.limits.bearers:
            if len(self._bearers) >= self.limits.accounts:
                self._bearers.clear()
            self._bearers[hashed] = self._bearers.get(hashed, 0) + 1
            account.invited = self.limits.invited
        elif self._is_the_networks(code):
            account.points = self.limits.points
        else:
            return
        account.codes, account.is_silenced = account.codes | {hashed}, False

    def _is_the_networks(self, code: str) -> bool:
        own = self.runtime.network.code_to_ask
        return own is not None and compare_digest(own.encode(), code.encode())

    def _is_step(self, account: _Account, came: _Came, found: Accounts, *, now: datetime) -> bool:
        """Tell whether an update is part of a conversation that the bot leads."""
        if not came.is_private or came.kind == "my_chat_member":
            return False
        if came.code is not None and hash_of(came.code) in account.codes:
            return True
        until = account.filling_in_until
        return came.lane in found.filling_in or (until is not None and now < until)

    def _room(self, account: _Account, *, is_step: bool, now: datetime) -> bool:
        if is_step:
            return self._steps.take(now)
        # What is left of the last half is for those who have had least.
        leave = self.limits.all_looks / 2 if account.looks >= FEW_LOOKS else 0
        if not self._looks.take(now, leave=leave):
            return False
        account.looks += 1
        return True

    def _note_form(self, account: _Account, came: _Came, *, now: datetime) -> None:
        """Take note that a form opens: what is typed into it may come before it is stored."""
        is_open = self.runtime.network.self_registration is SelfRegistration.OPEN
        asks = is_open and came.words[:1] == ["register"]
        if asks or (came.code is not None and hash_of(came.code) in account.codes):
            account.filling_in_until = now + FORM_STORED_WITHIN

    def _last_word(self, came: _Came, why: Why, *, now: datetime) -> Taken | None:
        """Return the update that brings the one notice of an account, where it is due."""
        account = self._accounts.get(came.lane)
        if account is None or account.noticed_at is not None or why is not Why.TOO_MUCH:
            return None
        is_heard = came.is_private and came.kind != "my_chat_member"
        if not is_heard or not self._looks.take(now):
            return None
        account.noticed_at = now
        seconds = self.limits.quiet.total_seconds()
        return Taken(came.update | {LAST_WORD: seconds}, came.lane, is_outside=True)


def hash_of(code: str) -> str:
    """Return what is kept of a code, as :mod:`bot.people.service` does."""
    return sha256(code.encode()).hexdigest()


def _add(session: Session, counts: Mapping[str, int], *, day: date) -> None:
    strangers.add_silenced(session, counts, day=day)


def lane_of(update: dict[str, Any]) -> int:
    """Return whose update this is: the id of the person, of the chat where there is no person."""
    return _seen(update).lane


def _seen(update: dict[str, Any]) -> _Came:
    """Return an update with what the gate asks for; one that nothing is known of has no kind."""
    for kind in KINDS:
        content = update.get(kind)
        if isinstance(content, dict) and content:
            origin = content.get("from") or content.get("chat") or content["message"]["chat"]
            return _Came(update, int(origin["id"]), kind, content)
    return _Came(update, 0, "", {})


def _is_unasked(came: _Came) -> bool:
    """Tell whether somebody wrote what is no command; a group is answered whatever it is."""
    if came.kind == "edited_message":
        return True
    return came.kind == "message" and came.is_private and not came.words


def _odd(came: _Came) -> Why | None:
    return None if came.kind else Why.NOT_READ


def _is_removed(change: dict[str, Any]) -> bool:
    """Tell whether the bot is not, or not newly, in a group: then nothing is said there."""
    old = (change.get("old_chat_member") or {}).get("status")
    new = (change.get("new_chat_member") or {}).get("status")
    return new in GONE or old not in GONE
