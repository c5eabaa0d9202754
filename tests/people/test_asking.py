"""Asking to join: who may, how often, and how many wait."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from bot.people import asking
from bot.people import service as people
from bot.people.asking import MustWait, TooManyOpen
from bot.people.service import AlreadyRegistered, Registration
from config.network import NetworkFileError, SelfRegistration, load_network
from storage import people as stored
from storage.models import Person, RegistrationPause, Standing
from tests.chat.test_strangers import code_of, register
from tests.harness.network import card
from tests.harness.stock import HELENA, admit, rows, texts_of

pytestmark = pytest.mark.anyio

CODE = "our-code-of-2027"


def asks(account, now):
    return Registration(account, f"P{account}", "en", ("EE-RII",), now)


def apply(database, account, now):
    with database.transaction() as session:
        return people.apply(session, asks(account, now), now=now).id


def waiting(harness):
    return [one for one in rows(harness, Person) if one.standing is Standing.APPLICANT]


async def organised(harness, **decided):
    """Start anew with other decisions of the organiser's."""
    harness.network = harness.network.model_copy(update=decided)
    await harness.restart()


# --- one account -----------------------------------------------------------------------------


async def test_an_account_has_one_open_application_however_often_it_asks(harness):
    helena = await harness.joins(HELENA)
    eve = harness.world.person("Eve", language_code="en")
    await register(harness, eve)
    await harness.settle()
    for _ in range(7):
        await harness.say(eve, "/register")
        assert "waiting for a coordinator" in eve.last.text
        harness.clock.advance(timedelta(minutes=10))
    await harness.settle()
    assert len(waiting(harness)) == 1
    assert len(texts_of(helena, "Request to join")) == 1


async def test_erasing_oneself_and_asking_again_fills_nobodys_chat(harness):
    helena = await harness.joins(HELENA)
    eve = harness.world.person("Eve", language_code="en")
    await register(harness, eve)
    await harness.settle()
    await harness.say(eve, "/forget")
    await harness.press(eve, "Yes, erase my data")
    assert "a mark made from your account number" in card(eve).text or eve.last.text
    for _ in range(7):
        harness.clock.advance(timedelta(minutes=10))
        await harness.say(eve, "/register")
        assert "You can ask to join again from" in eve.last.text
    await harness.say(eve, "/mydata")
    assert "a mark made from your account number is kept until" in eve.last.text
    (kept,) = rows(harness, RegistrationPause)
    assert str(eve.id) not in kept.account_hash
    assert len(kept.account_hash) == 64
    await harness.settle()
    assert len(texts_of(helena, "Request to join")) <= 1
    # An invitation works all the same; and after a day, so does /register.
    harness.clock.advance(timedelta(days=1))
    await harness.run.jobs.run("forget")
    assert rows(harness, RegistrationPause) == []
    await harness.say(eve, "/mydata")
    assert "a mark made from your account number" not in eve.last.text
    await register(harness, eve)
    assert len(waiting(harness)) == 1


async def test_an_invitation_ends_the_wait(harness):
    helena = await harness.joins(HELENA)
    eve = harness.world.person("Eve", language_code="en")
    await register(harness, eve)
    await harness.say(eve, "/forget")
    await harness.press(eve, "Yes, erase my data")
    code = code_of(await harness.say(helena, "/invite FR-SEN"))
    await register(harness, eve, f"/start {code}")
    await harness.settle()
    await eve.receives("Welcome, Eve")


def test_eight_applications_in_a_row_are_two_and_then_one_a_day(database, clock):
    now = clock.now()
    with database.transaction() as session:
        helena = admit(session, HELENA, 1, now=now)
    asked = []
    for turn in range(8):
        try:
            person_id = apply(database, 7, now + timedelta(minutes=turn))
        except MustWait as refused:
            asked.append(refused.until)
            continue
        asked.append(None)
        with pytest.raises(AlreadyRegistered):
            apply(database, 7, now)
        with database.transaction() as session:
            at = now + timedelta(minutes=turn)
            people.decline(session, person_id, "No.", by=helena, now=at)
    assert asked == [None, None, *[now + timedelta(minutes=1, days=1)] * 6]
    apply(database, 7, now + timedelta(days=1, minutes=1))


# --- all together ----------------------------------------------------------------------------


async def test_the_next_after_twenty_hears_whom_to_write_to(harness):
    await harness.joins(HELENA)
    now = harness.clock.now()
    late = harness.world.person("Late", language_code="en")
    await harness.say(late, "/register")
    await harness.press(late, "English")
    await harness.press(late, "I have read this")
    await harness.say(late, "Estonia", "Late", "skip", "skip")
    for account in range(asking.OPEN_AT_MOST):
        apply(harness.database, 100 + account, now)
    await harness.press(late, "Send my registration")
    assert harness.network.privacy.contact in late.last.text
    later = harness.world.person("Later", language_code="fr")
    await harness.say(later, "/register")
    assert "Tant de demandes attendent" in later.last.text
    assert len(waiting(harness)) == asking.OPEN_AT_MOST
    # Who was there already hears where they stand.
    with harness.database.transaction() as session:
        row = session.get(Person, waiting(harness)[0].id)
        row.telegram_id = later.id
    await harness.say(later, "/register")
    assert "waiting for a coordinator" in later.last.text


def test_of_two_who_ask_at_once_for_the_last_place_one_has_it(database, clock):
    now = clock.now()
    for account in range(asking.OPEN_AT_MOST - 1):
        apply(database, 100 + account, now)

    def ask(account):
        try:
            return apply(database, account, now)
        except TooManyOpen:
            return None

    for turn in range(20):
        with ThreadPoolExecutor(2) as pool:
            got = list(pool.map(ask, (1000 + 2 * turn, 1001 + 2 * turn)))
        (won,) = [one for one in got if one is not None]
        with database.transaction() as session:
            session.get(Person, won).standing = Standing.DECLINED
    with database.reading() as session:
        assert len(stored.applicants(session)) == asking.OPEN_AT_MOST - 1


# --- as the organiser has it -----------------------------------------------------------------


async def test_closed_means_by_invitation_alone(harness):
    helena = await harness.joins(HELENA)
    await organised(harness, self_registration=SelfRegistration.CLOSED, registration_code=CODE)
    eve = harness.world.person("Eve", language_code="en")
    for asked in ("/start", "Hello", "/register", f"/start {CODE}", f"/register {CODE}", "/help"):
        await harness.say(eve, asked)
        assert "To ask to join" not in eve.last.text
        assert "/register" not in eve.last.text
    assert texts_of(eve, "Registration is not open to everybody. Members join by invitation")
    seen = {one["command"] for one in harness.world.commands["chat", eve.id, ""]}
    assert "register" not in seen
    assert "start" in seen
    code = code_of(await harness.say(helena, "/invite FR-SEN"))
    await register(harness, eve, f"/start {code}")
    await harness.settle()
    await eve.receives("Welcome, Eve")


@pytest.mark.parametrize("opened", ["/start {}", "/register {}"])
async def test_by_code_the_code_is_the_way_to_ask(harness, opened):
    helena = await harness.joins(HELENA)
    await organised(harness, self_registration=SelfRegistration.BY_CODE, registration_code=CODE)
    eve = harness.world.person("Eve", language_code="en")
    await harness.say(eve, "/register")
    assert "Registration is not open to everybody. To ask to join, open the link" in eve.last.text
    await harness.say(eve, "/register another-code-2027")
    assert "This code is not valid" in eve.last.text
    for _ in range(20):
        eve.start("another-code-2027")
    await harness.quiet()
    await register(harness, eve, opened.format(CODE))
    assert "The coordinators will look at your registration" in eve.last.text
    await harness.settle()
    await helena.receives("Request to join")


async def test_a_form_that_was_open_when_the_organiser_closed_ends_kindly(harness):
    await harness.joins(HELENA)
    eve = harness.world.person("Eve", language_code="en")
    await harness.say(eve, "/register")
    await organised(harness, self_registration=SelfRegistration.CLOSED)
    await harness.press(eve, "English")
    await harness.press(eve, "I have read this")
    await harness.say(eve, "Estonia", "Eve", "skip", "skip")
    await harness.press(eve, "Send my registration")
    assert "Members join by invitation" in eve.last.text
    assert waiting(harness) == []


def test_a_file_of_before_is_open_and_a_code_is_needed_where_one_is_asked_for(tmp_path):
    from config.network import FILE

    said = FILE.read_text(encoding="utf-8")
    path = tmp_path / "network.toml"
    path.write_text(said.replace('self_registration = "open"\n', ""), encoding="utf-8")
    assert load_network(path).self_registration is SelfRegistration.OPEN
    by_code = 'self_registration = "by_code"\n'
    path.write_text(said.replace('self_registration = "open"\n', by_code), encoding="utf-8")
    with pytest.raises(NetworkFileError, match='"by_code" needs a registration_code'):
        load_network(path)
    for code, is_good in ((CODE, True), ("short", False), ("no spaces in a code", False)):
        told = f'{by_code}registration_code = "{code}"\n'
        path.write_text(said.replace('self_registration = "open"\n', told), encoding="utf-8")
        if is_good:
            assert load_network(path).code_to_ask == CODE
        else:
            with pytest.raises(NetworkFileError, match="registration_code"):
                load_network(path)
