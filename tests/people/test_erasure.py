"""Who is erased leaves no trace: not in rows, files, the log, exports, nor in a copy put back."""

from datetime import timedelta

import pytest
from sqlmodel import SQLModel, select

from bot.desk import tables as document
from bot.meetings import service as meetings
from bot.people import membership, personal_data, service
from bot.people.personal_data import OnlyCoordinator, Why
from bot.process import exporting, retaining, starting
from bot.updates import service as updates
from config import settings as machine
from config.network import network
from storage import audit, backup, erasure, erasures, personal
from storage.erasure import Whose
from storage.models import (
    Answer,
    AuditEntry,
    Choice,
    Delivery,
    Erasure,
    Form,
    InboxItem,
    Invitation,
    Notice,
    OfferedText,
    Person,
    Role,
    Standing,
    SuspendedAccount,
)
from storage.register import ERASED_NAME, REGISTER, Link
from tests.conftest import START
from tests.harness import stock
from tests.harness.network import card, open_harness
from tests.harness.stock import HELENA, MARC, Character, rows, texts_of
from tests.process.test_backup import tools_on_path

pytestmark = pytest.mark.anyio

ACCOUNT = 7_777_123_456_789
ZEB = Character("Zébulonne <i>", "IE-DAI")
REMARK = "quizzaciously private"
TRACES = (
    ZEB.name.encode(),
    b"Z\\u00e9bulonne",
    REMARK.encode(),
    str(ACCOUNT).encode(),
    ACCOUNT.to_bytes(6, "big"),
)


def words_of(database):
    """Return every row of every table as text."""
    with database.reading() as session:
        return "\n".join(
            str(row)
            for table in SQLModel.metadata.sorted_tables
            for row in session.execute(table.select())
        )


def is_traced(database):
    said = words_of(database)
    return ZEB.name in said or REMARK in said or str(ACCOUNT) in said


def files_of(database):
    return sorted(database.file.parent.glob(f"{database.file.name}*"))


def traces_in(files):
    return [(file.name, trace) for file in files for trace in TRACES if trace in file.read_bytes()]


def life(session, now=START):
    """Let Zeb do everything by which somebody leaves something behind; return Helena and Zeb."""
    helena = stock.admit(session, HELENA, 1, now=now)
    zeb = stock.admit(session, ZEB, ACCOUNT, now=now)
    meeting = stock.announce(session, helena, now=now)
    meetings.answer(
        session, network(), meeting, zeb, Choice.ONLINE, sequence=meeting.sequence, now=now
    )
    answer = session.get(Answer, (meeting.id, zeb.id))
    answer.comment = REMARK
    updates.submit(session, network(), stock.update(chamber_id="IE-DAI"), by=zeb, now=now)
    service.invite(session, Role.OBSERVER, None, by=zeb.id, now=now, valid_for=timedelta(days=1))
    notice = session.exec(select(Notice)).one()
    notice.card_chat_id, notice.card_message_id = ACCOUNT, 77
    times = {"created_at": now, "updated_at": now}
    answers = {"title": REMARK}
    session.add(Form(telegram_id=ACCOUNT, kind="project_update", answers=answers, **times))
    session.add(OfferedText(telegram_id=ACCOUNT, text=REMARK, offered_at=now))
    for number, state in ((1, "done"), (2, "new")):
        payload = None if state == "done" else REMARK
        item = InboxItem(
            update_id=number, lane=ACCOUNT, state=state, payload=payload, received_at=now
        )
        session.add(item)
    row = session.exec(select(Delivery).where(Delivery.person_id == zeb.id)).first()
    row.about, row.message_id = {"title": REMARK}, 78
    other = session.exec(select(Delivery).where(Delivery.person_id == helena.id)).first()
    other.about = {"name": ZEB.name, "account": ACCOUNT, "list": [f"by {ZEB.name}"]}
    subject = f"person:{zeb.id}"
    audit.record(session, "person.renamed", by=zeb.id, now=now, subject=subject, old=ZEB.name)
    audit.record(session, "seen", by=helena.id, now=now, subject="x:1", whom=[ZEB.name])
    audit.record(session, "person.role", by=helena.id, now=now, subject=subject, role="observer")
    session.flush()
    return helena, zeb


def finish(database):
    """Let the update that is being handled end, as the finisher does."""
    with database.transaction() as session:
        item = session.get_one(InboxItem, 2)
        item.payload, item.state = None, "done"
        session.add(item)


def erase(database, **how):
    with database.transaction() as session:
        zeb = session.exec(select(Person).where(Person.telegram_id == ACCOUNT)).one()
        personal_data.erase(session, network(), zeb, now=START, update_id=2, **how)
    finish(database)
    assert erasures.wipe(database, now=START)


def test_no_row_and_no_byte_of_file_or_log_holds_a_trace(database):
    with database.transaction() as session:
        _, zeb = life(session)
        person_id = zeb.id
    assert is_traced(database)
    if database.is_sqlite:
        assert traces_in(files_of(database))
    erase(database)
    assert not is_traced(database)
    if database.is_sqlite:
        assert traces_in(files_of(database)) == []
    with database.reading() as session:
        gone = session.get(Person, person_id)
        assert (gone.standing, gone.name) == (Standing.DEPARTED, ERASED_NAME)
        for column, value in REGISTER["person"].emptied.items():
            found = getattr(gone, column)
            assert found == (list(value) if isinstance(value, tuple) else value), column
        assert {item.lane for item in session.exec(select(InboxItem))} == {0}
        entry = session.exec(select(Erasure)).one()
        assert entry.person_id == person_id
        assert entry.wiped_at == START
        # Who did what to whom stays, as far as it names nobody.
        kept = session.exec(select(AuditEntry).where(AuditEntry.act == "person.role")).one()
        assert kept.by is not None
        renamed = session.exec(select(AuditEntry).where(AuditEntry.act == "person.renamed")).one()
        assert (renamed.by, renamed.subject, renamed.detail) == (None, None, {})
        # The deliveries of the notice are counted as before.
        assert len(session.exec(select(Delivery).where(Delivery.person_id == person_id)).all()) > 0


def test_what_is_exported_afterwards_holds_no_trace(sqlite, tmp_path):
    with sqlite.transaction() as session:
        life(session)
    erase(sqlite)
    with sqlite.reading() as session:
        found = exporting.tables(session)
        mine = personal.held(session, Whose(None, ACCOUNT))
    (tmp_path / "export").mkdir()
    files = document.write(tmp_path / "export", found, exporting.columns())
    assert files
    assert traces_in(files) == []
    assert mine == []


def test_an_older_copy_that_is_put_back_brings_nobody_back(database, tmp_path, monkeypatch):
    tools_on_path(monkeypatch)
    with database.transaction() as session:
        life(session)
    copy, later = tmp_path / "copy", START + timedelta(days=3)
    backup.save(database, copy)
    erase(database)
    backup.restore(database, copy, now=later)
    assert not is_traced(database)
    with database.reading() as session:
        people = session.exec(select(Person).order_by(Person.id)).all()
        assert [person.standing for person in people] == [Standing.ACTIVE, Standing.DEPARTED]
        assert session.exec(select(Erasure)).one().wiped_at is None
        waiting = select(Delivery).where(Delivery.person_id == people[1].id)
        assert {row.state for row in session.exec(waiting)} <= {"dropped", "superseded"}
    assert erasures.wipe(database, now=later)
    if database.is_sqlite:
        assert traces_in(files_of(database)) == []


def test_a_copy_that_is_put_back_by_hand_meets_the_list_when_it_is_opened(
    sqlite, tmp_path, monkeypatch
):
    with sqlite.transaction() as session:
        life(session)
    copy = tmp_path / "copy"
    backup.save(sqlite, copy)
    erase(sqlite)
    listed = erasures.file_of(sqlite)
    assert listed.stat().st_mode & 0o077 == 0
    assert traces_in([listed]) == []
    sqlite.close()
    for ending in ("-wal", "-shm"):
        sqlite.file.with_name(sqlite.file.name + ending).unlink(missing_ok=True)
    sqlite.file.write_bytes(copy.read_bytes())
    assert is_traced(sqlite)
    sqlite.close()
    monkeypatch.setenv("DSN_DATABASE_URL", f"sqlite:///{sqlite.file}")
    opened = starting.open_database(machine.load())
    assert not is_traced(opened)
    opened.close()


def test_a_list_of_another_database_erases_nobody(database):
    with database.transaction() as session:
        _, zeb = life(session)
        erasure.note_erasure(session, zeb.id, ACCOUNT + 1, now=START)
        (foreign,) = erasures.entries(session)
        session.delete(session.exec(select(Erasure)).one())
        erasure.note_erasure(session, 4711, 5, now=START)
    assert erasures.replay(database, [foreign], now=START) == 0
    assert is_traced(database)


def test_the_list_outlives_the_database_and_forgets_what_it_forgot(database):
    with database.transaction() as session:
        life(session)
    erase(database)
    assert [entry.person_id for entry in erasures.beside(database)] == [2]
    with database.transaction() as session:
        old = session.exec(select(Erasure)).one()
        session.delete(old)
        erasure.note_erasure(session, None, 99, now=START + timedelta(days=1000))
    erasures.keep_beside(database)
    assert [entry.person_id for entry in erasures.beside(database)] == [None]


def test_a_stranger_is_erased_and_replayed_too(database):
    with database.transaction() as session:
        session.add(OfferedText(telegram_id=ACCOUNT, text=REMARK, offered_at=START))
        assert personal_data.erase_stranger(session, ACCOUNT, now=START)
        assert not personal_data.erase_stranger(session, ACCOUNT, now=START)
        listed = erasures.entries(session)
        session.delete(session.exec(select(Erasure)).one())
    with database.transaction() as session:
        session.add(OfferedText(telegram_id=ACCOUNT, text=REMARK, offered_at=START))
    assert erasures.replay(database, listed, now=START) == 1
    assert not is_traced(database)


def test_every_column_that_leads_to_an_account_is_empty_afterwards(database):
    with database.transaction() as session:
        life(session)
    erase(database)
    tables = SQLModel.metadata.tables
    with database.reading() as session:
        for record in REGISTER.values():
            for owner in record.owners:
                if owner.link is Link.ACCOUNT:
                    column = tables[record.table].c[owner.column]
                    held = session.execute(column.table.select().where(column == ACCOUNT)).all()
                    assert held == [], (record.table, owner.column)


# --- the export ------------------------------------------------------------------------------


def test_the_export_holds_all_that_the_register_places(database):
    with database.transaction() as session:
        _, zeb = life(session)
        found = {one.record.table: one for one in personal.held(session, Whose(zeb.id, ACCOUNT))}
    assert {
        "person",
        "seat",
        "invitation",
        "audience",
        "answer",
        "notice",
        "project_update",
        "update_partner",
        "update_theme",
        "update_version",
        "form",
        "offered_text",
        "inbox",
        "delivery",
        "act",
    } <= set(found)
    assert found["project_update"].rows[0]["summary"] == "What it is."
    assert found["inbox"].rows[1]["payload"] == REMARK
    assert len(found["invitation"].rows) == 2
    for table, one in found.items():
        for row in one.rows:
            assert set(one.record.personal) - {"salt", "digest"} <= set(row), table
            assert not {"salt", "digest", "seal"} & set(row)
    # Of what others did to them it does not say who they were.
    (role,) = [row for row in found["act"].rows if row["act"] == "person.role"]
    assert "by" not in role
    (own,) = [row for row in found["act"].rows if row["act"] == "person.renamed"]
    assert own["by"] == own["by"]


# --- for somebody who cannot ask -------------------------------------------------------------


def test_the_command_line_erases_by_name_account_or_number(database):
    with database.transaction() as session:
        life(session)
        stock.admit(session, Character("Bob", "FI-EDU"), 11, now=START)
        stock.admit(session, Character("Bob", "MT-KAM"), 12, now=START)
    with pytest.raises(starting.Refusal, match="name one of person:3, person:4"):
        retaining.forget(database, network(), "Bob", "gone", now=START)
    with pytest.raises(starting.Refusal, match="nothing is kept of"):
        retaining.forget(database, network(), "Nobody", "gone", now=START)
    with pytest.raises(starting.Refusal, match="the only coordinator"):
        retaining.forget(database, network(), "Helena", "gone", now=START)
    retaining.forget(database, network(), "person:4", "gone", now=START)
    with pytest.raises(starting.Refusal, match="erased already"):
        retaining.forget(database, network(), "person:4", "gone", now=START)
    retaining.forget(database, network(), "Bob", "gone", now=START)
    done = retaining.forget(database, network(), str(ACCOUNT), f"{ZEB.name} left", now=START)
    assert "person:2 was erased" in done
    assert not is_traced(database)
    with database.reading() as session:
        acts = select(AuditEntry).where(AuditEntry.act == "person.erased.machine")
        reasons = [act.detail["reason"] for act in session.exec(acts.order_by(AuditEntry.id))]
    assert reasons == ["gone", "gone", f"{ERASED_NAME} left"]


def test_who_leaves_while_suspended_is_known_again_for_a_year(database):
    with database.transaction() as session:
        helena, zeb = life(session)
        membership.suspend(session, zeb, by=helena, now=START)
        personal_data.erase(session, network(), zeb, now=START)
        assert erasure.left_suspended(session, ACCOUNT).left_at == START
        assert erasure.left_suspended(session, ACCOUNT + 1) is None
        assert erasure.left_suspended(session, None) is None
        assert str(ACCOUNT) not in str(session.exec(select(SuspendedAccount)).one())
        bob = stock.admit(session, Character("Bob", "FI-EDU"), 11, now=START)
        personal_data.erase(session, network(), bob, now=START)
        assert len(session.exec(select(SuspendedAccount)).all()) == 1
        with pytest.raises(OnlyCoordinator):
            personal_data.erase(session, network(), helena, now=START, why=Why.DECIDED)
        assert session.exec(select(Invitation).where(Invitation.used_by == bob.id)).all() == []


async def test_a_coordinator_erases_a_member_with_a_reason_and_the_others_hear_of_it(harness):
    helena, marc = await harness.joins(HELENA), await harness.joins(MARC)
    await harness.joins(ZEB)
    await harness.settle()
    await harness.say(helena, "/people")
    await harness.press(helena, ZEB.name)
    await harness.press(helena, "Erase their data")
    assert "cannot be undone" in card(helena).text
    await harness.press(helena, "Give the reason")
    assert "Why are this member’s data erased?" in helena.last.text
    await harness.say(helena, f"{ZEB.name} lost the phone")
    await harness.settle()
    await marc.receives("Par qui, et pourquoi")
    assert ZEB.name not in words_of(harness.database)
    said = await harness.say(helena, "/log")
    assert "Helena erased the data of a member; reason: — lost the phone" in said.text
    assert "Erased: account" in texts_of(helena, "Erased: account")[0]


async def test_while_the_bot_runs_the_log_is_emptied_by_its_job(sqlite, clock):
    async with open_harness(sqlite, clock) as harness:
        await harness.joins(HELENA)
        await harness.settle()
        person = harness.world.person(ZEB.name, person_id=ACCOUNT)
        person.started = True
        with sqlite.transaction() as session:
            stock.admit(session, ZEB, ACCOUNT, now=clock.now())
        await harness.settle()
        await harness.say(person, "/update", "Me poser", REMARK)
        await harness.say(person, "/forget")
        assert traces_in(files_of(sqlite))
        await harness.press(person, "Yes, erase")
        await harness.settle()
        await harness.run.jobs.run("wipe")
        assert traces_in(files_of(sqlite)) == []
        # Whoever asks again is told the truth, and asking leaves nothing either.
        assert "one thing is kept here" in (await harness.say(person, "/mydata")).text
        await harness.settle()
        assert str(ACCOUNT) not in words_of(sqlite)
        assert rows(sqlite, Form) == []


async def test_coming_back_after_a_suspension_stands_on_the_card(harness):
    helena = await harness.joins(HELENA)
    tom = await harness.member("Tom", chamber="IE-DAI")
    await harness.settle()
    with harness.database.transaction() as session:
        row = session.exec(select(Person).where(Person.telegram_id == tom.id)).one()
        by = session.exec(select(Person).where(Person.telegram_id == helena.id)).one()
        membership.suspend(session, row, by=by, now=harness.clock.now())
    await harness.settle()
    asked = await harness.say(tom, "/forget")
    assert "by which a return is noticed" in asked.text
    await harness.press(tom, "Yes, erase")
    harness.clock.advance(timedelta(days=1))  # so long whoever erased themselves has to wait
    await harness.say(tom, "/register")
    await harness.press(tom, "English")
    await harness.say(tom, "yes", "Malta", "Tommaso", "skip", "skip")
    await harness.press(tom, "Send my registration")
    await harness.settle()
    asked = await helena.receives("Request to join")
    assert "left the network while suspended" in asked.text
