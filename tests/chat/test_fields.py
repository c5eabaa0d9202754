"""Each declared field on its way: typed, saved, shown, changed, told, exported, and back.

A field without a sample fails here. What people type stands in ``UPDATE`` and ``MEETING``; how they
change a setting in ``PERSON``.
"""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from bot.chat.forms import reading
from bot.chat.forms.fields import Goes, Said, Shown, Told, plain
from bot.chat.forms.form import Propose, Scene, Took
from bot.chat.readings import Readings
from bot.core import messages
from bot.core.texts import Texts, keys, languages
from bot.meetings import announcement, notice
from bot.meetings import change as meeting_change
from bot.meetings import notifications as letters
from bot.meetings import service as meetings
from bot.meetings.fields import MEETING_FIELDS
from bot.people import identity, personal_data, preferences, settings_card
from bot.people import service as people
from bot.people.fields import PERSON_FIELDS, paused_until
from bot.people.service import Registration
from bot.process import app
from bot.process import exporting as export
from bot.reminders import service as reminders_service
from bot.updates import card as update_card
from bot.updates import report
from bot.updates import service as updates
from bot.updates.fields import UPDATE_FIELDS
from bot.updates.questions import MOST_CHAMBERS
from config.network import network
from storage import personal
from storage import updates as stored
from storage.erasure import Whose
from storage.models import Form, Meeting, NoticeKind, ProjectUpdate, Role, UpdateVersion
from storage.register import REGISTER
from tests.conftest import START

DOCS = Path(__file__).parents[2] / "docs"
ZONE = "Europe/Brussels"

UPDATE = {
    "chamber": ("Dáil Éireann", "Seanad Éireann"),
    "title": ("Workshop on budgets", "Workshop on laws"),
    "partners": ("Montenegro", "Albania, Serbia"),
    "kind": ("workshop", "study visit"),
    "themes": ("budget", "committees, ethics"),
    "programme": ("other", "TAIEX"),
    "programme_label": ("A small programme", "Another programme"),
    "status": ("planned", "cancelled"),
    "dates": ("12 March 2027", "April 2027"),
    "format": ("in person", "hybrid"),
    "place": ("Podgorica", "Cetinje"),
    "summary": ("Two days for the staff of committees.", "Three days for all the staff."),
    "partner_institution": ("Court of Auditors", "Ministry of Finance"),
    "role": ("host", "lead"),
    "other_chambers": ("Bundestag", "Sejm"),
    "audience": ("members", "staff"),
    "participants": ("40", "41"),
    "women": ("20", "21"),
    "summary_language": ("fr", "de"),
    "summary_en": ("Two days.", "Three days."),
    "outcome": ("A plan was made.", "No plan was made."),
    "cooperation": ("open to partners", "seeking expertise"),
    "cooperation_text": ("Speakers are welcome.", "Trainers are welcome."),
    "url": ("example.org/a", "example.org/b"),
    "sharing": ("on IPEX", "network only"),
    "ipex_url": ("ipex.example.org/a", "ipex.example.org/b"),
}
"""What is typed first, and what it is changed to."""

MEETING = {
    "title": ("Spring meeting", "Meeting in spring"),
    "when": ("11 March 2027 14:00-17:00", "12 March 2027 10:00-12:00"),
    "format": ("hybrid", "in person"),
    "place": ("Brussels", "Strasbourg"),
    "link": ("meet.example.org/a", "meet.example.org/b"),
    "focus": ("Montenegro", "Ukraine, Kosovo"),
    "agenda": ("1. Welcome", "1. Reports"),
    "reply_by": ("25 February 2027", "1 March 2027"),
    "series": ("dsn", "other"),
}


def set_username(session, person):
    """Only Telegram says it: when somebody registers."""
    person.username = "bob_of_dublin"
    session.add(person)


PERSON = {
    "name": lambda s, person: identity.rename(s, person, "Roberta", now=START),
    "language": lambda s, person: preferences.choose_language(s, person, "fr"),
    "zone": lambda s, person: preferences.choose_zone(
        s, network(), person, "Europe/Athens", now=START
    ),
    "pause": lambda s, person: preferences.pause(
        s, network(), person, paused_until({"until": "2026-12-24"}, person.zone), now=START
    ),
    "unit": lambda s, person: preferences.say_unit(s, person, "Library"),
    "email": lambda s, person: preferences.say_email(s, person, "office@example.org"),
    "username": lambda s, person: set_username(s, person),
    "stopped_kinds": lambda s, person: reminders_service.set_reminder(
        s, network(), person, "dossier", wanted=False, now=START
    ),
}


def test_every_field_has_a_sample():
    for fields, samples in ((UPDATE_FIELDS, UPDATE), (MEETING_FIELDS, MEETING)):
        assert [one.name for one in fields] == list(samples)
    assert [one.name for one in PERSON_FIELDS] == list(PERSON)


def test_every_field_that_is_asked_for_has_its_label():
    for language in languages():
        for fields in (UPDATE_FIELDS, MEETING_FIELDS, PERSON_FIELDS):
            assert set(fields.labels()) <= keys(language)


# --- what people type ----------------------------------------------------------------------------


def admit(session, number, name, chamber, role=Role.CORRESPONDENT):
    code = people.invite(session, role, chamber, by=None, now=START, valid_for=timedelta(days=1))
    invitation = people.open_invitation(session, code, now=START)
    registration = Registration(number, name, "en", (chamber,) if chamber else (), START)
    return people.accept(session, invitation.id, registration, now=START)


def scene(session, database, clock, person, answers):
    form = Form(telegram_id=1, kind="", answers=answers, created_at=START, updated_at=START)
    runtime = app.build_runtime(database, clock, network())
    return Scene(session, runtime, Texts("en"), START, person.name, person, form, Readings(START))


def read(where, question, text):
    """Return the answer that a typed text gives; what is read back is said yes to."""
    match question.read(where, text):
        case Took(value):
            return value
        case Propose(_, choices):
            return choices[0][0]
        case other:
            raise AssertionError(f"{question.name}: {text}: {other}")


def typed(session, database, clock, person, fields, flow, samples, *, start=(), changed=None):
    """Return the answers of a form in which every field is typed, or one of them anew."""
    answers = dict(start)
    for one in fields:
        if changed not in (None, one.name):
            continue
        question = flow.question(one.answer)
        where = scene(session, database, clock, person, answers)
        answers[one.answer] = read(where, question, samples[one.name][0 if changed is None else 1])
    return {
        name: value
        for name, value in answers.items()
        if (asked := flow.question(name)) is None or asked.applies(answers)
    }


def refreshed(session, row):
    session.flush()
    session.expire_all()
    session.refresh(row)
    return row


# --- an update -----------------------------------------------------------------------------------


def update_said(answers):
    return UPDATE_FIELDS.values(Said(answers, "en", ZONE))


def codes_of(session, update):
    return stored.codes_of(session, UPDATE_FIELDS.links, update.id)


def kept_of(session, update, field):
    """Return what a row keeps of a field."""
    if not field.columns:
        return codes_of(session, update)[field.name]
    return [getattr(update, name) for name in field.columns]


def update_shown(session, update):
    text, _ = update_card.card(session, Texts("en"), update, may_change=False)
    return messages.plain(text)


def exported(session, table, field):
    """Return what the export writes of a field."""
    row = next(export.tables(session)[table])
    names = field.columns or (field.name,)
    assert all((name in row) is (Goes.EXPORT in field.goes) for name in names)
    return [row[name] for name in names if name in row]


def from_history(version):
    """Return the answers that an entry of the history gives back."""
    revived = UPDATE_FIELDS.revived(version.fields)
    codes = {name: revived.pop(name) for name in UPDATE_FIELDS.links if name in revived}
    return UPDATE_FIELDS.answers(ProjectUpdate(chamber_id="-", **revived), codes)


@pytest.mark.parametrize("name", UPDATE)
def test_a_field_of_an_update_goes_all_its_ways(database, clock, name):
    field = UPDATE_FIELDS[name]
    with database.transaction() as session:
        helena = admit(session, 1, "Helena", "EU-EP", Role.COORDINATOR)
        who = (session, database, clock, helena, UPDATE_FIELDS, report.FLOW, UPDATE)
        start = {"choose_chamber": True}
        first = typed(*who, start=start)
        assert {one.answer for one in UPDATE_FIELDS} <= set(first)
        update = updates.submit(session, network(), update_said(first), by=helena, now=START)
        refreshed(session, update)
        before = kept_of(session, update, field)
        assert before not in (None, [], [None])
        seen, out = update_shown(session, update), exported(session, "updates", field)

        again = report.answers_of(session, update)
        assert update_said(again) == update_said(first)
        assert (field.answer in UPDATE_FIELDS.copied(again)) is (Goes.COPY in field.goes)

        second = typed(*who, start=again, changed=name)
        made = update_said(second)
        updates.revise(session, network(), update, made, version=1, by=helena, now=START)
        refreshed(session, update)
        is_kept = not field.stored.fixed
        assert (kept_of(session, update, field) != before) is is_kept
        assert (update_shown(session, update) != seen) is (is_kept and Goes.CARD in field.goes)
        if Goes.EXPORT in field.goes:
            assert (exported(session, "updates", field) != out) is is_kept

        one, two = session.exec(select(UpdateVersion).order_by(UpdateVersion.version)).all()
        goes_there = Goes.HISTORY in field.goes
        for name_ in field.columns or (name,):
            assert (name_ in one.fields) is goes_there
        if goes_there:
            for version, said in ((one, first), (two, second)):
                back = from_history(version) | {"chamber": said["chamber"]}
                assert update_said(back) == update_said(said)
            assert one.fields != two.fields


def test_a_field_that_was_left_empty_is_empty_everywhere(database, clock):
    with database.transaction() as session:
        helena = admit(session, 1, "Helena", "EU-EP", Role.COORDINATOR)
        who = (session, database, clock, helena, UPDATE_FIELDS, report.FLOW, UPDATE)
        full = typed(*who, start={"choose_chamber": True})
        bare = {
            one.answer: full[one.answer]
            for one in UPDATE_FIELDS
            if one.question and not one.question.optional
        }
        update = updates.submit(session, network(), update_said(bare), by=helena, now=START)
        refreshed(session, update)
        back = report.answers_of(session, update)
        unsaid = {"summary_language", "role", "sharing", "based_on"}
        assert set(back) - unsaid == set(bare)
        assert [back[name] for name in ("summary_language", "role", "sharing")] == [
            "en",
            "partner",
            "network",
        ]
        assert UPDATE_FIELDS.left_open(back) == ["place"]
        shown = update_shown(session, update)
        for one in UPDATE_FIELDS:
            if one.question and one.question.optional and one.answer not in back:
                assert not one.words(Shown(update, Texts("en"), codes=codes_of(session, update)))
        assert "None" not in shown


# --- a meeting -----------------------------------------------------------------------------------


def meeting_texts(session, meeting, last, reader):
    """Return a meeting as each place shows it."""
    texts = Texts("en")
    file = notice.calendar_file(meeting, texts, network(), now=START)
    body = notice.body(meeting, texts, network(), reader_zone=ZONE, to=Goes.NOTICE)
    return {
        Goes.NOTICE: body,
        Goes.CARD: letters.card(session, texts, network(), meeting, reader)[0],
        Goes.EMAIL: letters.for_email(texts, network(), meeting, last, ZONE),
        Goes.CALENDAR: re.sub(r"SEQUENCE:\d+", "", file.as_bytes().decode()),
    }


@pytest.mark.parametrize("name", MEETING)
def test_a_field_of_a_meeting_goes_all_its_ways(database, clock, name):
    field = MEETING_FIELDS[name]
    with database.transaction() as session:
        helena = admit(session, 1, "Helena", "EU-EP", Role.COORDINATOR)
        who = (session, database, clock, helena, MEETING_FIELDS, announcement.FLOW, MEETING)
        first = typed(*who)
        assert {one.answer for one in MEETING_FIELDS} <= set(first)
        values = MEETING_FIELDS.values(Said(first, "en", ZONE))
        card = (0, None)
        told = meetings.announce(session, network(), values, by=helena, now=START, card=card)
        meeting = refreshed(session, session.get(Meeting, told.meeting_id))
        before = {column: getattr(meeting, column) for column in field.columns}
        seen, out = (
            meeting_texts(session, meeting, None, helena),
            exported(session, "meetings", field),
        )
        old_words = field.words(Shown(meeting, Texts("en"), ZONE))
        assert old_words

        again = MEETING_FIELDS.answers(meeting)
        assert MEETING_FIELDS.values(Said(again, "en", ZONE)) == values
        second = typed(*who, start=again, changed=name)
        form = Form(
            telegram_id=1,
            kind=meeting_change.CHANGE,
            subject_id=meeting.id,
            answers=second,
            created_at=START,
            updated_at=START,
        )
        runtime = app.build_runtime(database, clock, network())
        where = Scene(session, runtime, Texts("en"), START, "Helena", helena, form, Readings(START))
        review = messages.plain(meeting_change.FLOWS[0].review(where))
        made = meeting_change.values(where)
        last = meetings.change(session, network(), meeting, made, by=helena, now=START, card=card)
        meeting = refreshed(session, meeting)
        assert (last is not None) is field.material
        assert meeting.sequence == (1 if field.material else 0)
        after = {column: getattr(meeting, column) for column in field.columns}
        assert after != before
        for place, text in meeting_texts(session, meeting, None, helena).items():
            assert (text != seen[place]) is (place in field.goes), place
        if Goes.EXPORT in field.goes:
            assert exported(session, "meetings", field) != out

        replaced = {column: plain(value) for column, value in before.items()}
        if last is not None:
            assert last.kind is (NoticeKind.MOVED if name == "when" else NoticeKind.CHANGED)
            replaced = last.before
        lines = letters.change_lines(replaced, meeting, Texts("en"), network(), ZONE)
        new_words = field.words(Shown(meeting, Texts("en"), ZONE))
        says_both = field.told is Told.OLD_AND_NEW
        assert (old_words in messages.plain(lines)) is says_both
        assert (new_words in messages.plain(lines)) is says_both
        assert bool(lines) is (field.told is not Told.NOT)
        assert messages.plain(lines) in review
        if last is not None:
            told_now = letters.for_email(Texts("en"), network(), meeting, last, ZONE)
            assert str(lines) in told_now


def test_hours_that_were_asked_for_later_make_the_same_meeting(database, clock):
    with database.transaction() as session:
        helena = admit(session, 1, "Helena", "EU-EP", Role.COORDINATOR)
        flow = announcement.FLOW
        whole = typed(session, database, clock, helena, MEETING_FIELDS, flow, MEETING)
        where = scene(session, database, clock, helena, {})
        day = read(where, flow.question("when"), "11 March 2027")
        hours = flow.question("hours")
        assert hours.applies({"when": day})
        where = scene(session, database, clock, helena, {"when": day})
        parted = whole | {"when": day, "hours": read(where, hours, "14:00-17:00")}
        one, two = (MEETING_FIELDS.values(Said(said, "en", ZONE)) for said in (whole, parted))
        assert one == two


# --- a person ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PERSON)
def test_a_setting_goes_all_its_ways_and_leaves_with_the_person(database, name):
    field = PERSON_FIELDS[name]
    with database.transaction() as session:
        admit(session, 1, "Helena", "EU-EP", Role.COORDINATOR)
        bob = admit(session, 2, "Bob", "IE-DAI")

        def seen():
            refreshed(session, bob)
            text, _ = settings_card.card(Texts("en"), bob, network(), now=START)
            (mine,) = personal.held(session, Whose(bob.id, 2))[0].rows
            return text, mine.get(field.columns[0]), PERSON_FIELDS.answers(bob)

        before = seen()
        PERSON[name](session, bob)
        after = seen()
        assert (after[0] != before[0]) is (Goes.CARD in field.goes)
        assert (after[1] != before[1]) is (Goes.EXPORT in field.goes)
        assert after[2].get(field.answer) != before[2].get(field.answer)
        back = PERSON_FIELDS.values(Said(after[2], "en", bob.zone)).columns
        assert [back[column] for column in field.columns] == [
            getattr(bob, column) for column in field.columns
        ]
        changed = getattr(bob, field.columns[0])
        personal_data.erase(session, network(), bob, update_id=1, now=START)
        refreshed(session, bob)
        for column, erased in REGISTER["person"].emptied.items():
            value = getattr(bob, column)
            assert value == (list(erased) if column == "stopped_kinds" else erased)
        assert getattr(bob, field.columns[0]) != changed


def test_who_wrote_something_is_in_no_export():
    for fields in (UPDATE_FIELDS, MEETING_FIELDS):
        links = set(REGISTER[fields.table.name].links)
        assert links
        assert not links & set(fields.columns_to(Goes.EXPORT))


# --- the documents -------------------------------------------------------------------------------


def test_the_record_is_described_as_it_is_declared():
    page = (DOCS / "record.md").read_text(encoding="utf-8")
    rows = re.findall(r"(?m)^\| `(\w+)` \|([^|]*)\| (yes|no) \| (\d+|–) \|", page)
    assert [row[0] for row in rows] == [one.name for one in UPDATE_FIELDS]
    for name, _, required, most in rows:
        field = UPDATE_FIELDS[name]
        assert (required == "no") is field.question.optional, name
        at_most = MOST_CHAMBERS if name == "other_chambers" else field.question.several
        if field.question.show in (reading.show_text, reading.show_link):
            at_most = UPDATE_FIELDS.table.c[field.columns[0]].type.length
        assert most == str(at_most or "–"), name
    beside = page.partition("The bot keeps beside them:")[2].partition("\n\n")[0]
    named = set(re.findall(r"`(\w+)`", beside))
    assert {own.name for own in UPDATE_FIELDS.kept} == named
