"""How SQLite looks for what a person or a probe waits for: never through all of a growing table.

Everything usual is done once; SQLite is then asked how it carries out each statement that came.
"""

import re
from datetime import date, timedelta

import pytest

from bot.process import health
from tests.chat.test_statements import MEETING, TEXT, settled
from tests.desk.test_forecast import announce
from tests.harness.network import open_harness
from tests.statements import statements_of

pytestmark = pytest.mark.anyio

GROW = {
    "act",
    "answer",
    "audience",
    "delivery",
    "inbox",
    "project_update",
    "update_partner",
    "update_theme",
    "update_version",
}
"""Tables with more rows each year; the others have as many as there are people and meetings."""

READ_IN_ORDER = {
    "FROM project_update": "ORDER BY project_update.start DESC, project_update.id DESC",
    "FROM act": "ORDER BY act.id DESC",
}
"""A page of what is latest: rows come in the order of an index until the page is full."""


OWN_COPY = (
    "FROM answer WHERE answer.person_id = ? ORDER BY",
    'FROM update_version WHERE update_version."by" = ? ORDER BY',
    "FROM inbox WHERE inbox.lane = ? AND inbox.update_id != ? ORDER BY",
)
"""What ``/mydata`` asks, a few times a year: an index more would cost every step of a form."""


def scanned(steps):
    """Return the growing tables that the steps of a plan read from end to end."""
    found = [re.match(r"SCAN (\w+)", step) for step in steps]
    return {match[1] for match in found if match} & GROW


def is_a_page(statement):
    """Tell whether a statement ends as soon as its page is full."""
    return " LIMIT ?" in statement and any(
        table in statement and order in statement for table, order in READ_IN_ORDER.items()
    )


def is_own_copy(statement):
    """Tell whether a statement gathers what is held about one person."""
    return any(asked in " ".join(statement.split()) for asked in OWN_COPY)


async def play(harness):
    """Do what people usually do, let what is due be done, and look at the health."""
    helena, bob = await settled(harness, 10)
    announce(harness, "Spring", MEETING, reply_day=date(2027, 2, 25))
    await harness.settle()
    notice = await bob.receives("You are invited")
    await harness.press(bob, "Online", notice)
    await harness.say(bob, "/help", "/meetings", "/settings", "/mydata")
    await harness.say(bob, "/projects", "Montenegro", "/who", "/who Montenegro", "/who security")
    await harness.say(bob, TEXT)
    await harness.press(bob, "No")
    await harness.say(bob, "/update", "/cancel")
    await harness.say(helena, "/board", "/people", "/log", "/forecast", "/meetings")
    await harness.press(helena, "Who has answered")
    await health.examine(harness.run)
    with harness.database.reading() as session:
        health.look_closer(session)
    harness.clock.advance(timedelta(days=8))
    for job in harness.run.jobs.plan():
        await harness.run.jobs.run(job)
    await harness.settle()


async def test_no_statement_reads_all_of_a_table_that_grows(sqlite, clock):
    with statements_of(sqlite) as asked:
        async with open_harness(sqlite, clock) as harness:
            await play(harness)
            await harness.restart()
            await harness.settle()
        statements = {sql for one in asked.ended for sql in one.statements}
    with sqlite.engine.connect() as connection:
        plans = {
            sql: [
                row[3]
                for row in connection.exec_driver_sql(
                    f"EXPLAIN QUERY PLAN {sql}", (None,) * sql.count("?")
                )
            ]
            for sql in statements
            if sql.split(maxsplit=1)[0] in {"SELECT", "UPDATE", "DELETE"}
        }
    assert len(plans) > 80, "the steps say what they ask"
    read_through = {
        " ".join(sql.split()): scanned(steps)
        for sql, steps in plans.items()
        if scanned(steps) and not is_a_page(sql) and not is_own_copy(sql)
    }
    assert not read_through


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT count(*) FROM delivery",
        "SELECT update_id FROM inbox WHERE reference = 'a'",
        "DELETE FROM act WHERE detail = '{}'",
    ],
)
def test_such_a_statement_would_be_noticed(sqlite, statement):
    with sqlite.engine.connect() as connection:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}")
        assert scanned([row[3] for row in rows])
