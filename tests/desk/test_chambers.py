"""What a chamber has written by email is recorded for it, over real HTTP in both languages."""

import pytest

from bot.desk.callbacks import BOARD, BoardAction
from storage.models import Answer, ChamberAnswer, Choice, Form, Meeting, NilReturn, ProjectUpdate
from tests.harness.network import card
from tests.harness.steps import announce
from tests.harness.stock import BOB, HELENA, MARC, NIAMH, SOFIA, rows

pytestmark = pytest.mark.anyio


async def opens(harness, person, board, *labels):
    await harness.press(person, board, await harness.say(person, "/board"))
    for label in labels:
        await harness.press(person, label, card(person))
    return card(person)


async def test_an_answer_by_email_counts_until_the_chamber_says_its_own(harness):
    helena = await harness.joins(HELENA)
    bob = await harness.joins(BOB)
    await harness.settle()
    await announce(harness, helena)
    await harness.settle()
    opened = await opens(harness, helena, "Chambers…", "… Ireland – Dáil")
    assert "Has not answered." in opened.text
    assert "People: Bob" in opened.text
    await harness.press(helena, "✉ Online", opened)
    assert "Online (by email, Monday 23 November 2026)" in card(helena).text
    (kept,) = rows(harness, ChamberAnswer)
    assert (kept.chamber_id, kept.choice) == ("IE-DAI", Choice.ONLINE)
    # Its people see it, the board and the meeting count it, reminders to answer fall away.
    seen = await harness.say(bob, "/meetings")
    assert "Recorded for your chamber from an email of" in seen.text
    board = await harness.say(helena, "/board")
    assert "Online (by email" in board.text
    counted = await harness.say(helena, "/meetings")
    await harness.press(helena, "Who has answered", counted)
    assert "By email (1)\n– Ireland – Dáil" in helena.last.text
    forecast = await harness.say(helena, "/forecast")
    assert "Bob" not in forecast.text
    # What the chamber's own people say goes before it, and what was recorded before is not shown.
    await harness.press(bob, "In person", seen)
    assert "Recorded for your chamber" not in card(bob).text
    again = await harness.say(helena, "/board IE-DAI")
    assert "In person" in again.text
    assert "(by email" not in again.text
    assert not [label for label in again.labels if label.startswith("✉ Online")]


async def test_it_is_taken_back_and_a_chamber_without_anybody_has_it_too(harness):
    marc = await harness.joins(MARC)
    helena = await harness.joins(HELENA)
    await harness.settle()
    await announce(harness, helena)
    await harness.settle()
    await harness.say(marc, "/board Autriche")
    assert [one.split(" – ")[0] for one in card(marc).labels[:2]] == ["+ Autriche"] * 2
    await harness.press(marc, "+ Autriche – Conseil national", card(marc))
    opened = card(marc)
    assert "Non représentée" in opened.text
    await harness.press(marc, "✉ Indisponible", opened)
    await harness.press(marc, "✉ Rien à signaler", card(marc))
    noted = card(marc).text
    assert "Rien à signaler" in noted
    assert [one.chamber_id for one in rows(harness, NilReturn)] == ["AT-NAT"]
    await harness.press(marc, "Retirer la réponse notée", card(marc))
    assert rows(harness, ChamberAnswer) == []
    # An activity for it: what it wrote is told in its own words.
    await harness.press(marc, "Ajouter une activité pour elle", card(marc))
    await harness.say(marc, "Séminaire sur le budget à Podgorica, du 3 au 5 mars 2027, TAIEX")
    (begun,) = [one for one in rows(harness, Form) if one.kind == "project_update"]
    assert begun.answers["chamber"] == "AT-NAT"
    log = await harness.say(helena, "/log")
    assert "took a recorded answer back: Austria" in log.text


async def test_who_joins_later_sees_it_and_a_move_asks_anew(harness):
    helena = await harness.joins(HELENA)
    await harness.settle()
    await announce(harness, helena)
    await harness.settle()
    assert "Which chamber?" in (await harness.say(helena, "/board <b>zzz")).text
    opened = await harness.say(helena, "/board Dáil")
    await harness.press(helena, "✉ In person", opened)
    stale = BOARD.data(BoardAction.ANSWER, rows(harness, Meeting)[0], "IE-DAI", Choice.ONLINE)
    niamh = await harness.joins(NIAMH)
    await harness.settle()
    assert "Recorded for your chamber" in (await harness.say(niamh, "/meetings")).text
    sofia = await harness.joins(SOFIA)
    await harness.settle()
    assert "Recorded" not in (await harness.say(sofia, "/meetings")).text
    # A button that names no chamber, and one for a meeting that has begun, record nothing.
    helena.press_raw(card(helena), stale.replace("IE-DAI", "XX-NO"))
    await harness.quiet()
    harness.clock.set(rows(harness, Meeting)[0].starts_at)
    query = helena.press_raw(card(helena), stale)
    await harness.quiet()
    assert "nothing was recorded" in query.answer["text"]
    assert [one.choice for one in rows(harness, ChamberAnswer)] == [Choice.IN_PERSON]
    assert rows(harness, Answer) == []
    assert rows(harness, ProjectUpdate) == []
