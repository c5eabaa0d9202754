"""The other pure rules: rights, answers, whom a reminder concerns, references, pauses."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import access, backoff
from bot.core.access import Access
from bot.core.answers import choices_for
from bot.features import REGISTRY
from bot.meetings import rules as meetings
from bot.meetings.fields import MEETING_FIELDS
from bot.reminders import eligibility
from bot.reminders.eligibility import Recipient, Responses
from bot.updates import references as update_record
from config.network import network
from config.reference import reference
from storage.models import Choice, Format, Person, Role, Standing

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)


def person(role=Role.CORRESPONDENT, standing=Standing.ACTIVE):
    return Person(
        id=1,
        telegram_id=1,
        name="Alice",
        role=role,
        standing=standing,
        language="en",
        zone="Europe/Brussels",
        acknowledged_at=NOW,
        created_at=NOW,
    )


COMMANDS = {command.name: command.open_to for command in REGISTRY.commands.values()}
MENU = REGISTRY.menu(network())

OPEN = {"start", "register", "language", "privacy", "help", "cancel", "mydata", "forget", "code"}
READS = OPEN | {"meetings", "projects", "who", "settings"}
MAY = {
    None: OPEN,
    (Role.CORRESPONDENT, Standing.APPLICANT): OPEN,
    (Role.CORRESPONDENT, Standing.SUSPENDED): OPEN,
    (Role.CORRESPONDENT, Standing.DECLINED): OPEN,
    (Role.COORDINATOR, Standing.DEPARTED): OPEN,
    (Role.OBSERVER, Standing.ACTIVE): READS,
    (Role.CORRESPONDENT, Standing.ACTIVE): READS | {"update", "handover"},
    (Role.COORDINATOR, Standing.ACTIVE): set(COMMANDS),
}


@pytest.mark.parametrize("who", MAY)
@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_open_to_whom_the_table_says(who, command):
    somebody = person(*who) if who else None
    assert access.allows(somebody, COMMANDS[command]) is (command in MAY[who])


def test_every_command_is_described_in_the_documents():
    page = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`/([a-z]+)[^`]*`(?:,| \|)", page)) == set(COMMANDS)


def test_a_person_is_shown_only_what_they_may_do():
    for who, may in MAY.items():
        somebody = person(*who) if who else None
        assert set(MENU.of(somebody)) <= may
    assert "register" in MENU.of(None)
    assert "forget" not in MENU.of(None)
    assert "register" not in MENU.of(person())
    assert "register" in MENU.of(person(standing=Standing.DEPARTED))
    assert access.allows(None, Access.ANYONE)


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from(Choice))))
def test_a_chamber_is_there_as_the_nearest_of_its_people_whatever_the_order(answers):
    found = meetings.chamber_choices(answers)
    assert found == meetings.chamber_choices(reversed(answers))
    for chamber in "ABC":
        said = {choice for code, choice in answers if code == chamber}
        if Choice.IN_PERSON in said:
            assert found[chamber] is Choice.IN_PERSON
        elif Choice.ONLINE in said:
            assert found[chamber] is Choice.ONLINE
        else:
            assert found.get(chamber) is (Choice.CANNOT if said else None)


def test_a_format_offers_only_answers_that_it_allows():
    assert Choice.ONLINE not in choices_for(Format.IN_PERSON)
    assert Choice.IN_PERSON not in choices_for(Format.ONLINE)
    assert set(choices_for(Format.HYBRID)) == set(Choice)


def test_date_and_place_are_material_and_wording_is_not():
    assert MEETING_FIELDS.is_material(meetings.changed({"place": "A"}, {"place": "B"}))
    assert not MEETING_FIELDS.is_material(meetings.changed({"title": "A"}, {"title": "B"}))
    assert meetings.changed({"title": "A"}, {"title": "A"}) == []


def rule(kind):
    return next(r for r in network().reminders if r.kind == kind)


def reader(**values):
    defaults = {
        "id": 1,
        "chambers": ("FR-SEN",),
        "is_coordinator": False,
        "stopped_kinds": (),
        "paused_until": None,
    }
    return Recipient(**{**defaults, **values})


NOTHING = Responses({}, set(), set(), set())


@pytest.mark.parametrize(
    ("kind", "who", "responses", "reason"),
    [
        ("reply_by", reader(), NOTHING, None),
        ("reply_by", reader(), Responses({}, {"FR-SEN"}, (), ()), "the chamber has answered"),
        ("reply_by", reader(), Responses({1: "cannot"}, (), (), ()), "has answered"),
        (
            "reply_by",
            reader(chambers=("AT-NAT", "AT-BUN")),
            Responses({}, {"AT-NAT"}, (), ()),
            None,
        ),
        ("updates_due", reader(), Responses({}, (), {"FR-SEN"}, ()), "the chamber has reported"),
        ("updates_due", reader(chambers=()), NOTHING, "has no chamber to report for"),
        ("practical", reader(), NOTHING, "has not answered"),
        ("practical", reader(), Responses({1: "cannot"}, (), (), ()), "does not come"),
        ("joining", reader(), Responses({1: "in_person"}, (), (), ()), "comes in person"),
        ("joining", reader(), Responses({1: "online"}, (), (), ()), None),
        ("report", reader(), NOTHING, "for coordinators"),
        ("report", reader(is_coordinator=True), NOTHING, None),
        ("ipex", reader(), NOTHING, "nothing to publish"),
        ("dossier", reader(stopped_kinds=("dossier",)), NOTHING, "stopped by the person"),
        ("dossier", reader(paused_until=NOW + timedelta(days=1)), NOTHING, "paused by the person"),
        ("dossier", reader(paused_until=NOW), NOTHING, None),
    ],
)
def test_a_reminder_says_why_it_leaves_somebody_out(kind, who, responses, reason):
    assert eligibility.left_out(who, rule(kind), responses, due_at=NOW) == reason


@given(st.sets(st.integers(1, 999)))
def test_a_reference_is_always_new(numbers):
    taken = [f"2022-FR-SEN-{number:03}" for number in numbers]
    assert update_record.next_ref(2022, "FR-SEN", taken) not in taken


def test_references_count_by_chamber_and_year():
    assert update_record.next_ref(2022, "FR-SEN", []) == "2022-FR-SEN-001"
    assert update_record.next_ref(2022, "FR-SEN", ["2022-FR-SEN-007"]) == "2022-FR-SEN-008"


@given(st.integers(0, 500), st.floats(0, 0.999))
def test_a_pause_grows_but_never_over_its_cap(attempt, jitter):
    base, cap = timedelta(seconds=1), timedelta(minutes=5)
    pause = backoff.delay(attempt, base=base, cap=cap, jitter=jitter)
    assert base / 10 <= pause <= cap


@pytest.mark.parametrize("vocabulary", ["kind", "theme", "programme", "status", "format"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_choice_fits_on_half_a_phone_and_is_told_from_the_others(vocabulary, language):
    terms = reference().vocabulary(vocabulary)
    labels = [reference().short_label(vocabulary, term.code, language) for term in terms]
    assert max(len(label) for label in labels) <= 21
    assert len(set(labels)) == len(labels)
