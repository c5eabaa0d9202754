"""The table of rights, walked by everybody: typed, pressed, edited, on old cards, by deep links.

What each may do is stated in :mod:`tests.chat.rights`. Who may not is told so and learns nothing of
what is behind; nothing that is kept changes.
"""

from datetime import timedelta

import pytest

from bot.chat import callback_data
from bot.chat.callback_data import parse
from bot.chat.callbacks import FORM, FormAction
from bot.features import REGISTRY
from bot.updates.list_filter import Chosen
from storage import forms, list_views, offers
from storage import people as stored_people
from storage.models import Form, Role, Standing
from tests.chat import rights
from tests.chat.everybody import (
    ACTIVITY,
    CLOSED,
    FAULT,
    MEETING,
    NAMES,
    OLD,
    SAY,
    SECRETS,
    TO_JOIN,
    buttons,
    closed,
    contents,
    fill,
    gather,
    give,
    popped_up,
    presses_of,
    shown,
)
from tests.chat.rights import COMMANDS, EVERYBODY, MEMBERS, STATED, Who
from tests.harness.network import card

pytestmark = [pytest.mark.long, pytest.mark.no_cover, pytest.mark.anyio]

IN_A_FORM = "I can write in English and French only"
"""What the first question of a registration says to any other answer."""
CHOOSE = "Please choose one of the answers"
TO_OUTSIDE = ("this bot is for members", "waiting for a coordinator’s decision")
"""What strangers and applicants are told of what nobody asked them."""
NOTE = "We hosted a delegation of the Parliament of Montenegro for a study visit in November 2026."


@pytest.fixture
async def everybody(harness):
    harness.hear_strangers()
    gathered = await gather(harness)
    yield gathered
    assert harness.run.runtime.metrics.failed == 0


def new_words(actor, before):
    """Return what somebody was shown since."""
    return [text for _, text in shown(actor)[len(before) :]]


def gives_nothing_away(text):
    return not any(secret in text for secret in SECRETS)


# --- typed -----------------------------------------------------------------------------------


async def test_a_command_that_is_closed_says_so_and_does_nothing(everybody):
    harness = everybody.harness
    before, seen = contents(harness), {who: shown(actor) for who, actor in everybody.actors.items()}
    expected = {who: [] for who in everybody.actors}
    for command, may in COMMANDS.items():
        for words in ("", " Montenegro"):
            for who, actor in everybody.without(may).items():
                actor.send(command + words)
                expected[who].append(closed(who, may))
    await harness.quiet()
    assert {who: new_words(actor, seen[who]) for who, actor in everybody.actors.items()} == expected
    assert sum(map(len, expected.values())) > 100
    assert contents(harness) == before


async def test_a_command_that_is_open_answers(everybody):
    for command, may in COMMANDS.items():
        actors = [everybody.actors[who] for who in may]
        before = [shown(actor) for actor in actors]
        for actor in actors:
            actor.send(command)
        await everybody.harness.quiet()
        for actor, seen in zip(actors, before, strict=True):
            said = new_words(actor, seen)
            assert said, (command, actor.name)
            if command not in {"/start", "/register"}:  # they say where somebody stands
                assert not CLOSED.keys() & set(said), (command, actor.name)
            assert FAULT not in said[0]


JOINING = {
    Who.APPLICANT: "waiting for a coordinator",
    Who.SUSPENDED: "Your access is suspended",
    **dict.fromkeys(MEMBERS, "registered already"),
}


@pytest.mark.parametrize("command", ["/register", "/start {code}"])
async def test_the_way_in_is_open_to_those_who_may_join(everybody, command):
    """Deep links too: an invitation lets an applicant in, and nobody who was suspended."""
    harness = everybody.harness
    await harness.say(everybody.helena, "/invite coordinator")
    code = everybody.helena.last.buttons[0]["copy_text"]["text"].rpartition("=")[2]
    may = rights.MAY_JOIN if command == "/register" else rights.MAY_TAKE_UP_AN_INVITATION
    before, seen = contents(harness), {who: shown(actor) for who, actor in everybody.actors.items()}
    for actor in everybody.without(may).values():
        actor.send(command.format(code=code))
    await harness.quiet()
    assert contents(harness) == before
    for who, actor in everybody.without(may).items():
        (said,) = new_words(actor, seen[who])
        assert JOINING[who] in said
    for who in may:
        actor = everybody.actors[who]
        await harness.say(actor, command.format(code=code))
        assert "Which language" in card(actor).text or "language" in card(actor).text.lower()
        with harness.database.reading() as session:
            assert forms.active(session, actor.id).kind == "registration"


async def test_a_code_that_opens_nothing_gives_nothing_away(everybody):
    harness = everybody.harness
    before = contents(harness)
    for actor in everybody.actors.values():
        actor.send("/start AAAAAAAAAAAAAAAAAAAAAAAA")
    await harness.quiet()
    for who, actor in everybody.actors.items():
        key = "registration-already" if who in MEMBERS else "invitation-unknown"
        said = SAY.plain("closed-suspended" if who is Who.SUSPENDED else key, join=TO_JOIN)
        assert actor.last.text == said
    assert contents(harness) == before


# --- pressed ---------------------------------------------------------------------------------


async def test_there_is_a_button_for_every_action_and_each_has_its_right(everybody):
    for who in Who:
        pressed = list(buttons(everybody, who))
        assert {(one.name, one.action) for one in pressed} >= {
            (callback.name, action)
            for callback in callback_data.declared().values()
            if callback is not FORM
            for action in callback.actions or (None,)
        }
        assert {("button", one.right) for one in pressed} == {
            right for right in STATED if right[0] == "button"
        }


async def test_a_button_that_is_closed_says_so_and_does_nothing(everybody):
    harness, pressed = everybody.harness, []
    before, seen = contents(harness), {who: shown(actor) for who, actor in everybody.actors.items()}
    for who, actor in everybody.actors.items():
        for button in buttons(everybody, who):
            may = STATED["button", button.right]
            if button.name == FORM.name:
                may = STATED["form", "announcement"]
            if who not in may:
                query = actor.press_raw(actor.last, button.data)
                pressed.append((button.data, query, closed(who, may)))
    await harness.quiet()
    assert len(pressed) > 300
    assert [
        (data, popped_up(query), said) for data, query, said in pressed if popped_up(query) != said
    ] == []
    assert {who: shown(actor) for who, actor in everybody.actors.items()} == seen
    assert contents(harness) == before


NEVER_THEIRS = {
    (Who.NOBODY, "fgt"),
    (Who.NOBODY, "rem"),
    (Who.OBSERVER, "rem:nothing"),  # observers answer for no chamber
}
"""Buttons that such a person cannot have got: they name a row that can be nobody's of them."""


async def test_a_button_that_is_open_does_what_it_says(everybody):
    harness, pressed = everybody.harness, []
    for who, actor in everybody.actors.items():
        for button in buttons(everybody, who):
            may = STATED["button", button.right]
            if button.name == FORM.name:
                may = STATED["form", "announcement"]
            theirs = {(who, button.name), (who, f"{button.name}:{button.action}")}
            if who in may and not theirs & NEVER_THEIRS:
                pressed.append((who, button.data, actor.press_raw(actor.last, button.data)))
    await harness.quiet()
    assert len(pressed) > 130
    refused = {*CLOSED, OLD}
    assert [
        (who, data, popped_up(query)) for who, data, query in pressed if popped_up(query) in refused
    ] == []


async def test_what_is_somebody_elses_is_nobodys_button(everybody):
    """Drafts, offers, reminders and the erasure of oneself: their owner's alone."""
    harness = everybody.harness
    others = {
        Who.COORDINATOR: everybody.own[Who.CORRESPONDENT],
        Who.CORRESPONDENT: everybody.own[Who.COORDINATOR],
    }
    own, everybody.own = everybody.own, {**everybody.own, **others}
    form = fill(everybody, Who.OBSERVER, "rename")
    before, pressed = contents(harness), []
    for who in others:
        actor = everybody.actors[who]
        for button in buttons(everybody, who):
            if button.name in {"own", "fgt", "f"} or button.data in _of_reminders(everybody, who):
                pressed.append(actor.press_raw(actor.last, button.data))
        pressed += [actor.press_raw(actor.last, data) for data in presses_of(form)]
    await harness.quiet()
    everybody.own = own
    assert len(pressed) > 40
    assert {popped_up(query) for query in pressed} == {OLD}
    assert contents(harness) == before


def _of_reminders(everybody, who):
    reminder = everybody.own[who]["reminder"]
    return [
        button.data
        for button in buttons(everybody, who)
        if f":{reminder.id}.{reminder.seal}" in button.data
    ]


# --- the steps of a form -----------------------------------------------------------------------


async def test_a_form_that_is_closed_takes_nothing_whichever_way_it_comes(everybody):
    """Typed, pressed, and the last answer edited."""
    harness, count = everybody.harness, 0
    earlier = {who: actor.send("/help") for who, actor in everybody.actors.items()}
    await harness.quiet()
    for kind in REGISTRY.forms:
        may = STATED["form", kind]
        filled = {
            who: fill(everybody, who, kind, earlier[who].id) for who in everybody.without(may)
        }
        seen = {who: shown(everybody.actors[who]) for who in filled}
        before, pressed = contents(harness), []
        for who, form in filled.items():
            actor = everybody.actors[who]
            actor.send("Podgorica, 11 March 2027 14:00-17:00")
            actor.edit(earlier[who], "Podgorica, 12 March 2027 14:00-17:00")
            pressed += [(who, actor.press_raw(actor.last, data)) for data in presses_of(form)]
        await harness.quiet()
        for who in filled:
            said = new_words(everybody.actors[who], seen[who])
            assert said == [closed(who, may)] * 2, (kind, who)
            count += 1
        for who, query in pressed:
            assert popped_up(query) == closed(who, may), (kind, who, query.data)
        assert contents(harness) == before, kind
    assert count == sum(len(Who) - len(STATED["form", kind]) for kind in REGISTRY.forms)


async def test_a_form_that_is_closed_is_left_with_cancel_and_comes_back_with_the_right(everybody):
    harness, actor = everybody.harness, everybody.actors[Who.SUSPENDED]
    fill(everybody, Who.SUSPENDED, "announcement")
    assert (await harness.say(actor, "/cancel")).text == closed(Who.SUSPENDED, rights.COORDINATORS)
    assert (await harness.say(actor, "What now?")).text == SAY.plain(
        "unasked-stranger", network=harness.network.name_in("en"), join=TO_JOIN
    )
    give(harness, actor, Who.COORDINATOR, by=everybody.helena)
    await harness.say(actor, "/announce", "Once more")
    with harness.database.reading() as session:
        assert forms.active(session, actor.id).answers["title"] == "Once more"


async def test_a_form_that_is_open_takes_what_is_typed_and_pressed(everybody):
    harness = everybody.harness
    for kind in REGISTRY.forms:
        filled = {who: fill(everybody, who, kind) for who in STATED["form", kind]}
        seen = {who: shown(everybody.actors[who]) for who in filled}
        for who in filled:
            everybody.actors[who].send("Podgorica")
        await harness.quiet()
        pressed = []
        for who, filled_in in filled.items():
            said = "".join(new_words(everybody.actors[who], seen[who]))
            assert said, (kind, who)
            assert not any(words in said for words in (*CLOSED, FAULT, "I did not understand this"))
            with harness.database.reading() as session:
                form = session.get(Form, filled_in.id)
            if form is not None:
                data = FORM.data(form, form.version, FormAction.CANCEL)
                pressed.append(everybody.actors[who].press_raw(everybody.actors[who].last, data))
        await harness.quiet()
        assert not {popped_up(query) for query in pressed} & {*CLOSED, OLD}


# --- what is typed and edited beside a form ----------------------------------------------------


def look_at_a_list(everybody, who, *, form_is_older=False):
    harness, actor = everybody.harness, everybody.actors[who]
    with harness.database.transaction() as session:
        list_views.keep(session, actor.id, Chosen().code, now=harness.clock.now())
        form = forms.active(session, actor.id)
        if form is not None and form_is_older:
            form.updated_at -= timedelta(minutes=1)
            session.add(form)


def write_after_a_list(everybody, who):
    look_at_a_list(everybody, who)
    everybody.actors[who].send("Montenegro")


def write_after_a_list_in_a_form(everybody, who):
    fill(everybody, who, "registration")
    look_at_a_list(everybody, who, form_is_older=True)
    everybody.actors[who].send("Montenegro")


def write_a_note(everybody, who):
    everybody.actors[who].send(NOTE)


def forward_a_note_in_a_form(everybody, who):
    fill(everybody, who, "registration")
    everybody.actors[who].forward(NOTE, "Somebody")


def edit_what_an_offer_waits_with(everybody, who):
    harness, actor = everybody.harness, everybody.actors[who]
    message = next(m for m in reversed(actor.chat.messages) if not m.from_bot)
    with harness.database.transaction() as session:
        offers.keep(session, actor.id, NOTE, message.id, now=harness.clock.now())
    actor.edit(message, NOTE.replace("Montenegro", "Georgia"))


def reply_to_a_notice(everybody, who):
    actor = everybody.actors[who]
    notice = next((m for m in actor.received if MEETING in m.text), actor.last)
    actor.send("Not in person, I will be online", reply_to=notice.id)


UNPROMPTED = {
    ("typed", "reply to a meeting"): (reply_to_a_notice, CHOOSE, "I did not understand this"),
    ("typed", "answer to a meeting"): (
        lambda e, who: e.actors[who].send("I cannot attend in person, only online"),
        CHOOSE,
        "this bot is for members",
    ),
    ("typed", "comes to a meeting"): (
        lambda e, who: e.actors[who].send("I will be there"),
        CHOOSE,
        "this bot is for members",
    ),
    ("typed", "asks for meetings"): (
        lambda e, who: e.actors[who].send("When is the next meeting?"),
        MEETING,
        "this bot is for members",
    ),
    ("typed", "asks who"): (
        lambda e, who: e.actors[who].send("Who works with Montenegro?"),
        "Who does what",
        "this bot is for members",
    ),
    ("typed", "list"): (write_after_a_list, ACTIVITY, "this bot is for members"),
    ("typed", "newer list"): (write_after_a_list_in_a_form, ACTIVITY, IN_A_FORM),
    ("typed", "unasked"): (
        write_a_note,
        "Would you like to report it?",
        "I did not understand this",
    ),
    ("typed", "unasked, a form is open"): (
        forward_a_note_in_a_form,
        "Would you like to report it?",
        IN_A_FORM,
    ),
    ("edited", "unasked"): (
        edit_what_an_offer_waits_with,
        "I have read your edited message",
        "You edited a message that I had already read",
    ),
}
"""How it comes, what is said to whom it is open to, what to others: they are passed over."""


def begin_anew(everybody):
    """Forget what everybody was doing."""
    with everybody.harness.database.transaction() as session:
        for actor in everybody.actors.values():
            list_views.forget(session, actor.id)
            form = forms.active(session, actor.id)
            if form is not None:
                forms.discard(session, form)


async def test_what_comes_unasked_is_read_for_those_it_is_open_to(everybody):
    for right in UNPROMPTED:
        # What they write belongs to no earlier offer.
        everybody.harness.clock.advance(timedelta(seconds=3))
        await comes_unasked(everybody, right)
        begin_anew(everybody)


async def comes_unasked(everybody, right):
    come, taken, passed_over = UNPROMPTED[right]
    seen = {who: shown(actor) for who, actor in everybody.actors.items()}
    for who in everybody.actors:
        come(everybody, who)
    before = contents(everybody.harness)
    await everybody.harness.quiet()
    for who, actor in everybody.actors.items():
        said = "\n".join(new_words(actor, seen[who]))
        if who in STATED[right]:
            assert taken in said, who
        else:
            assert taken not in said, who
            assert any(words in said for words in (passed_over, *TO_OUTSIDE)), who
            assert gives_nothing_away(said)
    after = contents(everybody.harness)
    assert {table for table in after if after[table] != before[table]} <= {
        "form",
        "list_view",
        "offered_text",
    }


def edit_what_was_read(everybody, who):
    actor = everybody.actors[who]
    actor.edit(next(m for m in reversed(actor.chat.messages) if not m.from_bot), "Something else")


CLOSED_WAYS = ("Which language", "waiting for a coordinator", "Your access is suspended")
NOT_CLEAR, NONE_OPEN = ("I did not understand this",), ("No question is open",)
OPEN_TO_ALL = {
    ("typed", "anything"): (lambda e, who: e.actors[who].send("Good day"), TO_OUTSIDE, NOT_CLEAR),
    ("typed", "code"): (lambda e, who: e.actors[who].send("ABCD-EFGH"), TO_OUTSIDE, NOT_CLEAR),
    ("typed", "album"): (
        lambda e, who: e.actors[who].send_album("", ""),
        TO_OUTSIDE,
        ("I can only read text here",),
    ),
    ("typed", "own message"): (
        lambda e, who: e.actors[who].forward_back(e.actors[who].last),
        ("a message of the bot’s own",),
        ("a message of the bot’s own",),
    ),
    ("typed", "invitation"): (
        lambda e, who: e.actors[who].send(
            f"t.me/{e.harness.run.runtime.username}?start={'a' * 24}"
        ),
        (SAY.plain("invitation-unknown", join=TO_JOIN), "Your access is suspended"),
        ("registered already",),
    ),
    ("typed", "asks to register"): (
        lambda e, who: e.actors[who].send("I would like to register"),
        CLOSED_WAYS,
        NOT_CLEAR,
    ),
    ("typed", "greeting"): (
        lambda e, who: e.actors[who].send("Good morning!"),
        ("Hello. What would you like to do?", *TO_OUTSIDE),
        ("Hello. What would you like to do?",),
    ),
    ("typed", "thanks"): (
        lambda e, who: e.actors[who].send("Thank you!"),
        ("You are welcome", *TO_OUTSIDE),
        ("You are welcome",),
    ),
    ("typed", "steering"): (lambda e, who: e.actors[who].send("back"), NONE_OPEN, NONE_OPEN),
    ("typed", "steering, a form is open"): (
        lambda e, who: (fill(e, who, "registration"), e.actors[who].send("Stop!")),
        ("Cancelled.",),
        ("Cancelled.",),
    ),
    ("typed", "form"): (
        lambda e, who: (fill(e, who, "registration"), e.actors[who].send("hm")),
        (IN_A_FORM,),
        (IN_A_FORM,),
    ),
    ("typed", "answer goes on"): (
        lambda e, who: (
            fill(e, who, "registration"),
            e.actors[who].send("It goes on. " * 340),
            e.actors[who].send("And on."),
        ),
        ("together with what you sent",),
        ("together with what you sent",),
    ),
    ("edited", "form"): (
        lambda e, who: (
            fill(e, who, "registration", e.actors[who].send("/help").id),
            e.actors[who].edit(e.actors[who].chat.messages[-1], "English"),
        ),
        ("I have read your edited message",),
        ("I have read your edited message",),
    ),
    ("edited", "anything"): (edit_what_was_read, ("already read",), ("already read",)),
    ("unknown command", "steering"): (
        lambda e, who: (fill(e, who, "registration"), e.actors[who].send("/annuler")),
        ("Cancelled.",),
        ("Cancelled.",),
    ),
    ("unknown command", "anything"): (
        lambda e, who: e.actors[who].send("/teleport"),
        ("I do not know this command",),
        ("I do not know this command",),
    ),
}
"""How it comes, what is said to strangers, what to members."""


async def test_what_is_open_to_everybody_answers_everybody(everybody):
    everybody.harness.clock.advance(timedelta(seconds=3))  # what they write belongs to no offer
    for right in OPEN_TO_ALL:
        await comes_to_all(everybody, right)
        begin_anew(everybody)


async def comes_to_all(everybody, right):
    come, to_strangers, to_members = OPEN_TO_ALL[right]
    seen = {who: shown(actor) for who, actor in everybody.actors.items()}
    for who in everybody.actors:
        come(everybody, who)
    await everybody.harness.quiet()
    for who, actor in everybody.actors.items():
        said = "\n".join(new_words(actor, seen[who]))
        expected = to_members if who in MEMBERS else to_strangers
        assert any(words in said for words in expected), (who, said)
        assert gives_nothing_away(said)


async def test_who_blocks_the_bot_is_noted_whoever_they_are(everybody):
    harness = everybody.harness
    for who, actor in everybody.actors.items():
        if who is not Who.COORDINATOR:
            actor.block()
    await harness.quiet()
    with harness.database.reading() as session:
        for who in NAMES.keys() - {Who.COORDINATOR}:
            person = stored_people.by_telegram_id(session, everybody.actors[who].id)
            assert person.unreachable_since is not None, who


def test_every_way_in_is_walked():
    walked = {*UNPROMPTED, *OPEN_TO_ALL, ("membership", "blocked")}
    others = {"command", "button", "form"}
    assert walked == {right for right in STATED if right[0] not in others}
    for right in OPEN_TO_ALL:
        assert STATED[right] == EVERYBODY


# --- the standing changes meanwhile ------------------------------------------------------------


OPENED = (
    "/people",
    "Victim 3",
    "Suspend",
    "/people",
    "Decide on ",
    "/meetings",
    "/forecast",
    "/board",
    "/invite",
    "Correspondent",
    "/log",
    "/settings",
    "/projects",
    "/update",
    "Ask me question by question",
    "/announce",
)
"""What a coordinator types and presses, so that each kind of card lies in their chat."""


async def with_cards(everybody, actor):
    """Let a coordinator open cards; return every button that they have then, each once."""
    for said in OPENED:
        if said.startswith("/"):
            await everybody.harness.say(actor, said)
        else:
            await everybody.harness.press(actor, said)
    found = {}
    for message in actor.received:
        for button in message.buttons:
            if "callback_data" in button:
                found[button["callback_data"]] = message
    return found


def right_of(harness, data):
    """Return whom a button is for; under a form that is the form."""
    press = parse(data)
    if press.name == FORM.name:
        with harness.database.reading() as session:
            form = session.get(Form, int(press.parts[0].partition(".")[0]))
        return STATED["form", form.kind] if form is not None else None
    action = press.parts[0] if callback_data.declared()[press.name].actions else None
    row = REGISTRY.button(press.name, action)
    own = (press.name, action) in REGISTRY.buttons
    return STATED["button", f"{row.callback.name}:{action}" if own and action else press.name]


@pytest.mark.parametrize("now", [Who.CORRESPONDENT, Who.OBSERVER, Who.SUSPENDED, Who.DEPARTED])
async def test_an_old_card_is_closed_once_the_role_was_taken(everybody, now):
    harness, actor = everybody.harness, everybody.actors[Who.COORDINATOR]
    cards = await with_cards(everybody, actor)
    if now is Who.DEPARTED:
        await harness.say(actor, "/forget")
        await harness.press(actor, "Yes, erase")
        now = Who.NOBODY  # nothing ties the account to the person any more
    else:
        give(harness, actor, now, by=everybody.helena)
    await harness.settle()
    before, seen = contents(harness), shown(actor)
    closed_now = {
        data: may
        for data in cards
        if (may := right_of(harness, data)) is not None and now not in may
    }
    pressed = [(data, actor.press_raw(cards[data], data)) for data in closed_now]
    await harness.quiet()
    assert len(pressed) > 40
    kinds = {data.partition(":")[0] for data in closed_now}
    assert kinds >= {"mbr", "app", "adm", "inv", "fc", "brd", "mtg"}
    for data, query in pressed:
        assert popped_up(query) == closed(now, closed_now[data]), data
    assert shown(actor) == seen
    assert contents(harness) == before


async def suspend(harness, helena, name):
    """Take somebody's access as a coordinator does it, in the chat."""
    await harness.say(helena, "/people")
    while name not in card(helena).labels:
        await harness.press(helena, "▶")
    await harness.press(helena, name)
    await harness.press(helena, "Suspend")
    await harness.press(helena, "Yes")
    await harness.settle()


MIDST = {
    "a meeting that is moved": (
        Who.COORDINATOR,
        ("/meetings", "Move"),
        "18 March 2027 14:00-17:00",
        "19 March 2027 14:00-17:00",
    ),
    "a meeting that is announced": (Who.COORDINATOR, ("/announce",), "A title", "Another title"),
    "an activity": (
        Who.CORRESPONDENT,
        ("/update", "Ask me question by question"),
        "A title",
        "Another title",
    ),
    "a name": (Who.OBSERVER, ("/settings", "Name"), "", ""),
}


@pytest.mark.parametrize("what", MIDST)
async def test_between_two_taps_the_access_is_taken(everybody, what):
    """The last answer is edited, the next one typed, the card pressed: each is refused."""
    who, way, answer, edited = MIDST[what]
    harness, actor = everybody.harness, everybody.actors[who]
    for said in way:
        await (harness.say if said.startswith("/") else harness.press)(actor, said)
    if answer:
        await harness.say(actor, answer)
    typed = next(m for m in reversed(actor.chat.messages) if not m.from_bot)
    under = card(actor)
    await suspend(harness, everybody.helena, NAMES[who])
    before, seen = contents(harness), shown(actor)
    if edited:
        actor.edit(typed, edited)
    actor.send(edited or "Another")
    pressed = [actor.press_raw(under, button["callback_data"]) for button in under.buttons]
    await harness.quiet()
    said = SAY.plain("closed-suspended")
    assert new_words(actor, seen) == [said] * (2 if edited else 1)
    assert pressed
    assert {popped_up(query) for query in pressed} == {said}
    assert contents(harness) == before


async def test_a_role_that_is_given_between_two_taps_opens_the_card(everybody):
    harness, actor = everybody.harness, everybody.actors[Who.OBSERVER]
    await harness.say(everybody.helena, "/meetings")
    data = next(b for b in card(everybody.helena).buttons if b["text"] == "Who has answered")
    query = actor.press_raw(actor.last, data["callback_data"])
    await harness.quiet()
    assert popped_up(query) == closed(Who.OBSERVER, rights.COORDINATORS)
    give(harness, actor, Who.COORDINATOR, by=everybody.helena)
    seen = len(actor.received)
    actor.press_raw(actor.last, data["callback_data"])
    await harness.quiet()
    # The cards of those who wait for a decision come meanwhile.
    assert any(MEETING in message.text for message in actor.received[seen:])


async def test_an_applicant_is_let_in_between_two_taps(everybody):
    harness, actor = everybody.harness, everybody.actors[Who.APPLICANT]
    assert closed(Who.APPLICANT, MEMBERS) == (await harness.say(actor, "/meetings")).text
    with harness.database.reading() as session:
        person = stored_people.by_telegram_id(session, actor.id)
        assert (person.standing, person.role) == (Standing.APPLICANT, Role.CORRESPONDENT)
    await harness.say(everybody.helena, "/people")
    await harness.press(everybody.helena, f"Decide on {NAMES[Who.APPLICANT]}")
    await harness.press(everybody.helena, "Approve")
    assert MEETING in (await harness.say(actor, "/meetings")).text
