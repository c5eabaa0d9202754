"""The silence that Telegram asked for outlives the process that was told."""

from datetime import timedelta
from time import monotonic

import pytest

from bot.outbox import flood_wait as silence
from bot.standin.faults import Fault
from tests.conftest import START
from tests.harness.town import town as open_town


def test_a_silence_is_kept_and_only_grows(database):
    for seconds in (30, 10):
        with database.transaction() as session:
            silence.note(session, START + timedelta(seconds=seconds))
    with database.reading() as session:
        assert silence.left(session, now=START) == timedelta(seconds=30)
        assert silence.left(session, now=START + timedelta(minutes=1)) == timedelta()
        assert silence.left(session, now=START - timedelta(days=1)) == silence.LONGEST


def test_without_a_silence_everybody_may_send(database):
    with database.reading() as session:
        assert silence.left(session, now=START) == timedelta()


@pytest.mark.anyio
async def test_a_process_that_starts_again_keeps_the_silence(sqlite, clock):
    async with open_town(sqlite, clock) as town:
        bob = await town.member("Bob", chamber="IE-DAI")
        await town.settle()
        town.world.faults.plan("sendMessage", Fault.FLOOD)
        await town.say(bob, "/help")
        with sqlite.transaction() as session:
            assert silence.left(session, now=clock.now()) > timedelta()
            silence.note(session, clock.now() + timedelta(seconds=2))
        await town.restart()
        since = monotonic()
        await town.say(bob, "/privacy")
        assert "Data protection notice" in bob.last.text
        assert monotonic() - since > 1
