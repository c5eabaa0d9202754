"""The leading process stands still in a broadcast (SIGSTOP), and wakes when another leads."""

import asyncio
import json
import signal
from collections import Counter

from sqlmodel import select

from bot.outbox import enqueue
from bot.standin.world import Person
from storage.models import Delivery, DeliveryState, Role
from storage.models import Person as Row
from tests.resilience.checker import MARK, Verdict
from tests.resilience.stage import Died, Program, Stage

PEOPLE, EACH = 45, 2
"""A broadcast of three seconds: the leader stands still in the midst of it."""
TAKEN_OVER_WITHIN = 10.0
"""Seconds until people are answered again (docs/operations.md)."""
WELCOME = "Welcome,"
LEADS, LEADS_NO_MORE = "leading", "leading_no_more"


def events(program: Program) -> list[str]:
    """Return what a program has logged, by the names of the events."""
    lines = program.log.read_text().splitlines() if program.log.exists() else []
    return [json.loads(line)["event"] for line in lines if line.startswith("{")]


def leads(program: Program) -> bool:
    """Tell whether a program leads, as far as it has said."""
    told = [event for event in events(program) if event in (LEADS, LEADS_NO_MORE)]
    return told[-1:] == [LEADS]


async def until(holds, within: float, what: str) -> float:
    """Wait until something holds; return after how many seconds. Raises :class:`Died`."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    while not holds():
        if loop.time() > began + within:
            raise Died(f"{what}: not within {within:.0f} s")
        await asyncio.sleep(0.02)
    return loop.time() - began


def plan(stage: Stage, number: int) -> None:
    """Plan messages to everybody, as a broadcast does."""
    with stage.database.transaction() as session:
        for person in session.exec(select(Row)).all():
            for at in range(EACH):
                key = f"standstill:{number}:{at}:{person.id}"
                enqueue.tell(session, person, "welcome", key=key, now=stage.clock.now())


def settled(stage: Stage) -> bool:
    with stage.database.reading() as session:
        waiting = select(Delivery.id).where(Delivery.state != DeliveryState.SENT)
        return session.exec(waiting).first() is None


async def one_round(stage: Stage, programs: list[Program], talker: Person, number: int) -> float:
    """Let the leader stand still and wake; return when people were answered again, in seconds."""
    leader = next(program for program in programs if leads(program))
    sent = len(stage.world.sent)
    plan(stage, number)
    await stage.world.until(lambda: len(stage.world.sent) > sent + 10, 20)
    await asyncio.sleep(stage.random.uniform(0, 0.5))
    assert leader.process is not None
    leader.process.send_signal(signal.SIGSTOP)
    heard = len(talker.received)
    talker.send("/help")
    try:
        took = await until(lambda: len(talker.received) > heard, 60, "an answer")
        await asyncio.sleep(stage.random.uniform(0, 1))
    finally:
        leader.process.send_signal(signal.SIGCONT)
    await until(lambda: settled(stage), 60, "the broadcast's end")
    await until(lambda: not leads(leader), 20, "the former leader's giving way")
    await until(lambda: any(leads(program) for program in programs), 20, "a leader")
    # It may still have what it was about to send: so long it is watched.
    await asyncio.sleep(0.5)
    return took


async def standstill(stage: Stage, *, rounds: int) -> Verdict:
    """Let the leader of two processes stand still in so many broadcasts."""
    with stage.database.transaction() as session:
        people = [
            stage.member(session, f"M{number}", Role.CORRESPONDENT, "FI-EDU")
            for number in range(PEOPLE)
        ]
    talker = stage.world.person("Bob", language_code="en")
    talker.started = True
    programs = [stage.program(), stage.program()]
    await programs[0].up()
    await programs[1].start()
    await until(lambda: "started" in events(programs[1]), 60, "the second process")
    took = []
    for number in range(rounds):
        took.append(await one_round(stage, programs, talker, number))
    for program in programs:
        await program.stop()
    verdict = Verdict(figures={"rounds": rounds, "longest": round(max(took), 1)})
    verdict.figures["median"] = round(sorted(took)[len(took) // 2], 1)
    verdict.problems += [
        f"round {number}: nobody was answered for {seconds:.1f} s"
        for number, seconds in enumerate(took)
        if seconds > TAKEN_OVER_WITHIN
    ]
    marked = 0
    for person in people:
        got = Counter(MARK in each.text for each in person.received if WELCOME in each.text)
        marked += got[True]
        if got[False] > rounds * EACH:
            verdict.problems.append(f"{person.name} got {got[False]} unmarked of {rounds * EACH}")
        if got.total() < rounds * EACH:
            verdict.problems.append(f"{person.name} got {got.total()} of {rounds * EACH}")
    verdict.figures["marked copies"] = marked
    return verdict
