"""The notice on data protection over HTTP: read before joining, kept by version, asked anew."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from bot.core.messages import TEXT_LIMIT, Html, plain, units
from bot.core.retention_words import retention_lines
from bot.core.texts import Texts
from bot.core.typography import tied
from bot.people import acknowledgement
from bot.people.callbacks import PRIVACY, PrivacyAction
from bot.people.privacy_notice import PART
from bot.process import privacy_check
from config.labels import Labels
from config.network import network
from config.privacy import NoticePart, NoticeText
from storage import forms
from storage.models import BEFORE_VERSIONS, Delivery, PrivacyVersion
from storage.models import Person as Row
from tests.harness.network import card
from tests.harness.stock import BOB, CAMILLE, HELENA, SOFIA, rows, texts_of

pytestmark = [pytest.mark.long, pytest.mark.anyio]

NOW = network().privacy.version
NEW = "2027-02"
CHANGED = "notice of the Democracy Support Network has changed"
ASKED = "The data protection " + CHANGED
REMINDED = "Reminder: the data protection " + CHANGED
READ, READ_FR = "I have read this", "J’en ai pris connaissance"
ALL, ALL_FR = "Read all of it", "Lire la notice entière"


def with_privacy(**changes):
    """Return the organiser's file with another word on data protection."""
    own = network()
    return own.model_copy(update={"privacy": own.privacy.model_copy(update=changes)})


async def declare(harness, **changes):
    """Let the organiser change the file and start the bot anew."""
    await harness.stop()
    harness.network = with_privacy(**changes)
    await harness.start()
    await tick(harness)


async def tick(harness):
    await harness.run.jobs.run("tell_privacy")
    await harness.settle()


def person(harness, name):
    with harness.database.reading() as session:
        return session.exec(select(Row).where(Row.name == name)).one()


def whole(language):
    """Return what each part of the notice says, as a reader sees it."""
    texts = Texts(language)
    said = network().privacy_notice(
        language,
        drafts="30 days" if language == "en" else "30 jours",
        retention=f"\n{retention_lines(texts, network())}",
    )
    return {
        part: (texts.plain(PART.key(part)), plain(Html(tied(text, language))))
        for part, text in said.items()
    }


def is_complete(shown, language):
    """Tell whether every part of the notice stands, with its name, in what somebody was shown."""
    together = "\n".join(message.text for message in shown)
    found = whole(language)
    assert found.keys() == set(NoticePart)
    return all(
        name in together and line in together
        for name, text in found.values()
        for line in text.splitlines()
    )


# --- before joining --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "speaks", "all_of_it", "read"),
    [("en", "English", ALL, READ), ("fr", "Français", ALL_FR, READ_FR)],
)
async def test_the_notice_is_there_before_the_button_in_full(
    harness, language, speaks, all_of_it, read
):
    alice = harness.world.person("Alice", language_code=language)
    await harness.say(alice, "/register")
    await harness.press(alice, speaks)
    short = alice.last
    assert short.labels[:2] == [read, all_of_it]
    for what in (network().privacy.controller[language], network().privacy.contact, "Telegram"):
        assert what in short.text
    assert "consent" in short.text
    before = len(alice.received)
    await harness.press(alice, all_of_it)
    *shown, again = alice.received[before:]
    assert is_complete(shown, language)
    assert all(units(message.text) <= TEXT_LIMIT for message in shown)
    assert again.labels[:2] == [read, all_of_it], "the question stands below what was read"
    assert rows(harness, Row) == []
    await harness.press(alice, read, again)
    assert is_complete(alice.received[before:], language), "the notice stays in the chat"
    await harness.say(alice, "Estonia", "Alice", "skip", "skip")
    await harness.press(alice, card(alice).labels[0])
    stored = person(harness, "Alice")
    assert (stored.acknowledged_version, stored.acknowledged_at) == (NOW, harness.clock.now())


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_stranger_reads_all_of_it_at_any_time(harness, language):
    alice = harness.world.person("Alice", language_code=language)
    await harness.say(alice, "/privacy")
    assert is_complete(alice.received, language)
    assert f"version {NOW}" in alice.received[0].text
    assert [message.labels for message in alice.received if message.labels] == []
    assert rows(harness, Row) == []


async def test_yes_is_typed_as_well_and_anything_else_is_not_taken_for_it(harness):
    alice = harness.world.person("Alice", language_code="en")
    await harness.say(alice, "/register")
    await harness.press(alice, "English")
    await harness.say(alice, "maybe <b>")
    assert "once you have read this" in alice.last.text
    await harness.say(alice, "/privacy")
    assert alice.last.labels[:2] == [READ, ALL]
    await harness.say(alice, "yes")
    assert "Which country" in alice.last.text


async def test_a_button_under_an_earlier_notice_is_an_old_one(harness):
    alice = harness.world.person("Alice", language_code="en")
    await harness.say(alice, "/register")
    await harness.press(alice, "English")
    under = alice.last
    await declare(harness, version=NEW)
    said = await harness.toast(alice, READ, under)
    assert "out of date" in said
    await harness.say(alice, "/privacy")
    await harness.press(alice, READ)
    await harness.say(alice, "Estonia", "Alice", "skip", "skip")
    await harness.press(alice, "Send my registration")
    assert person(harness, "Alice").acknowledged_version == NEW


async def test_a_notice_of_one_text_without_a_version_is_shown_and_asked_of_nobody(harness):
    bob = await harness.joins(BOB)
    await harness.settle()
    text = Labels({"en": "<b>Our notice</b>\n\n{controller}: {drafts}."})
    await declare(harness, version=None, hosting=None, notice=NoticeText({}, text))
    assert texts_of(bob, CHANGED) == []
    await harness.say(bob, "/privacy")
    assert bob.last.text == f"Our notice\n\n{network().privacy.controller['en']}: 30 days."
    alice = harness.world.person("Alice", language_code="en")
    await harness.say(alice, "/register")
    await harness.press(alice, "English")
    await harness.press(alice, READ)
    await harness.say(alice, "Estonia", "Alice", "skip", "skip")
    await harness.press(alice, "Send my registration")
    assert person(harness, "Alice").acknowledged_version == BEFORE_VERSIONS


# --- a new version ---------------------------------------------------------------------------


async def test_members_are_asked_once_reminded_once_and_counted(any_harness):
    harness = any_harness
    helena, bob = await harness.joins(HELENA), await harness.joins(BOB)
    camille = await harness.joins(CAMILLE)
    await harness.settle()
    await tick(harness)
    assert texts_of(bob, CHANGED) == [], "they have read the notice as it is"
    changes = Labels({"en": "It says <where> it runs.", "fr": "Elle dit où il fonctionne."})
    await declare(harness, version=NEW, changes=changes)
    asked = await bob.receives(ASKED)
    assert f"version {NEW}" in asked.text
    assert "It says <where> it runs." in asked.text
    assert "You keep access either way" in asked.text
    assert asked.labels[:2] == [ALL, READ]
    assert not any("Stop" in label for label in asked.labels)
    await camille.receives("Elle dit où il fonctionne.")
    await harness.say(helena, "/people")
    assert "3 members have not yet confirmed reading" in helena.last.text
    # Whoever does not press is shut out of nothing.
    assert "No meeting" in (await harness.say(bob, "/meetings")).text
    await harness.press(bob, READ, asked)
    assert f"version {NEW}" in asked.text
    assert "It is noted" in asked.text
    stored = person(harness, "Bob")
    assert (stored.acknowledged_version, stored.acknowledged_at) == (NEW, harness.clock.now())
    await harness.say(helena, "/people")
    assert "2 members have not yet confirmed reading" in helena.last.text
    for _ in range(60):
        await harness.wait(timedelta(days=1))
        await tick(harness)
    assert len(texts_of(bob, CHANGED)) == 0, "the one message has become a note that he read it"
    assert len(texts_of(helena, ASKED)) == 1
    assert len(texts_of(helena, REMINDED)) == 1
    sent = [row for row in rows(harness, Delivery) if row.kind == acknowledgement.KIND]
    first, second = sorted(
        (row for row in sent if row.person_id == person(harness, "Helena").id),
        key=lambda row: row.sent_at,
    )
    assert second.sent_at - first.sent_at >= timedelta(weeks=2)
    await harness.restart()
    await tick(harness)
    assert len(texts_of(helena, CHANGED)) == 2


async def test_it_comes_in_working_hours_on_the_readers_own_clock(harness):
    bob, camille = await harness.joins(BOB), await harness.joins(CAMILLE)
    await harness.settle()
    harness.clock.set(datetime(2026, 11, 28, 12, 0, tzinfo=UTC))  # a Saturday
    await declare(harness, version=NEW)
    assert texts_of(bob, CHANGED) == []
    await harness.pass_until(datetime(2026, 11, 30, 7, 45, tzinfo=UTC))
    await harness.settle()
    assert texts_of(camille, "a changé"), "08:45 in Paris"
    assert texts_of(bob, CHANGED) == [], "07:45 in Dublin"
    await harness.pass_until(datetime(2026, 11, 30, 8, 30, tzinfo=UTC))
    await harness.settle()
    assert texts_of(bob, CHANGED)


async def test_a_change_of_wording_is_asked_of_nobody(harness):
    bob = await harness.joins(BOB)
    await harness.settle()
    await tick(harness)
    await declare(harness, version=NEW, material=False)
    assert texts_of(bob, CHANGED) == []
    assert person(harness, "Bob").acknowledged_version == NOW
    # A later one that matters is asked for, whatever lies between.
    await declare(harness, version="2027-03")
    assert texts_of(bob, "version 2027-03")


async def test_an_earlier_button_shows_the_notice_that_holds_now(harness):
    bob = await harness.joins(BOB)
    await harness.settle()
    await declare(harness, version=NEW)
    first = await bob.receives(ASKED)
    await declare(harness, version="2027-03")
    said = await harness.toast(bob, READ, first)
    assert "has changed since" in said
    assert person(harness, "Bob").acknowledged_version == NOW
    assert "Have you read this notice" in bob.last.text
    await harness.press(bob, READ)
    assert person(harness, "Bob").acknowledged_version == "2027-03"
    assert "It is noted" in bob.last.text


async def test_a_forged_version_is_kept_of_nobody(harness):
    bob = await harness.joins(BOB)
    await harness.settle()
    under = await harness.say(bob, "/help")
    for version in ("9", "x" * 20, "before versions", ""):
        bob.press_raw(under, PRIVACY.data(PrivacyAction.READ, version) if version else "prv:read:")
    await harness.quiet()
    assert person(harness, "Bob").acknowledged_version == NOW
    assert harness.run.runtime.metrics.failed == 0


async def test_whoever_was_suspended_or_away_is_asked_when_they_are_back(harness):
    helena, bob = await harness.joins(HELENA), await harness.joins(BOB)
    sofia = await harness.joins(SOFIA)
    await harness.settle()
    sofia.blocked = True
    await harness.say(helena, "/people")
    await harness.press(helena, "Bob")
    await harness.press(helena, "Suspend")
    await harness.press(helena, "Yes, suspend")
    await harness.settle()
    await declare(harness, version=NEW)
    await harness.wait(timedelta(days=2))
    await tick(harness)
    assert texts_of(bob, CHANGED) == []
    await harness.say(helena, "/people")
    assert "2 members have not yet confirmed" in helena.last.text
    await harness.press(helena, "Bob")
    await harness.press(helena, "Reinstate")
    await harness.press(helena, "Yes, reinstate")
    sofia.blocked = False
    await harness.say(sofia, "/help")
    await tick(harness)
    assert len(texts_of(bob, ASKED)) == 1
    assert len(texts_of(sofia, ASKED)) == 1


async def test_what_will_be_asked_is_foreseen(harness):
    await harness.joins(HELENA)
    await harness.settle()
    await harness.stop()
    harness.network = with_privacy(version=NEW)
    await harness.start()
    now = harness.clock.now()
    with harness.database.reading() as session:
        coming = acknowledgement.coming(
            session, harness.network, after=now, until=now + timedelta(days=14)
        )
    assert [(row["kind"], row["due_at"]) for row in coming] == [(acknowledgement.KIND, now)]


# --- the same version with another text ---------------------------------------------------------


async def test_a_text_that_changes_under_its_version_is_noticed(harness):
    await tick(harness)
    with harness.database.reading() as session:
        assert not acknowledgement.has_changed(session, network())
        moved = with_privacy(contact="somebody-else@parliament.eu")
        assert acknowledgement.has_changed(session, moved)
        assert not acknowledgement.has_changed(
            session, with_privacy(version=NEW, contact="somebody-else@parliament.eu")
        )
    said = list(privacy_check.changed(harness.database, moved))
    assert [text for text, _ in said] == [
        f"the notice reads otherwise than when version {NOW} began"
    ]
    assert list(privacy_check.changed(harness.database, network())) == []
    (kept,) = rows(harness, PrivacyVersion)
    assert (kept.version, kept.declared_at, kept.material) == (NOW, harness.clock.now(), True)
    assert set(kept.digests) == {"en", "fr"}


async def test_a_registration_that_was_begun_before_there_were_versions_is_asked_again(harness):
    """What somebody has read then was another text: it counts as read before versions."""
    alice = harness.world.person("Alice", language_code="en")
    await harness.say(alice, "/register")
    with harness.database.transaction() as session:
        form = forms.active(session, alice.id)
        form.answers = {"language": "en", "privacy": "yes", "country": "EE"}
        session.add(form)
    await harness.say(alice, "Alice", "skip", "skip")
    await harness.press(alice, "Send my registration")
    assert person(harness, "Alice").acknowledged_version == BEFORE_VERSIONS
