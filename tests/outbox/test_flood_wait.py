"""The silence that Telegram asked for outlives the process that was told."""

from datetime import timedelta
from time import monotonic

import pytest

from bot.outbox import flood_wait
from bot.standin.faults import Fault
from tests.conftest import START
from tests.harness.network import open_harness
from tests.harness.stock import BOB, texts_of


def test_a_silence_is_kept_and_only_grows(database):
    for seconds in (30, 10):
        with database.transaction() as session:
            flood_wait.note(session, START + timedelta(seconds=seconds))
    with database.reading() as session:
        assert flood_wait.left(session, now=START) == timedelta(seconds=30)
        assert flood_wait.left(session, now=START + timedelta(minutes=1)) == timedelta()
        assert flood_wait.left(session, now=START - timedelta(days=1)) == flood_wait.LONGEST


def test_without_a_silence_everybody_may_send(database):
    with database.reading() as session:
        assert flood_wait.left(session, now=START) == timedelta()


@pytest.mark.anyio
async def test_a_process_that_starts_again_keeps_the_silence(sqlite, clock):
    async with open_harness(sqlite, clock) as harness:
        bob = await harness.joins(BOB)
        await harness.settle()
        harness.world.faults.plan("sendMessage", Fault.FLOOD)
        await harness.say(bob, "/help")
        with sqlite.transaction() as session:
            assert flood_wait.left(session, now=clock.now()) > timedelta()
            flood_wait.note(session, clock.now() + timedelta(seconds=2))
        await harness.restart()
        since = monotonic()
        await harness.say(bob, "/privacy")
        assert texts_of(bob, "Data protection notice")
        assert monotonic() - since > 1
