"""A stored conversation step against bare echo bots: 50 chats at once, API latency 40 ms.

A step of the product stores the update, the draft and the answer, answers the press and edits the
card; the bare bots send the text back and store nothing. All bots run at the same time and are
measured in turn, round after round.
"""

import sys
from contextlib import AsyncExitStack

from storage.database import Database
from tests.bench.measure import (
    AIOGRAM,
    FIRST_CHAT,
    ROOT,
    Databases,
    Report,
    StandIn,
    add_people,
    bot,
    middle,
    own,
    share,
)

CHATS = 50
ROUNDS = 5
SECONDS = 2.0
LATENCY = 0.04
P95_MS = 250
RATIO = {"dsn-bot, SQLite": 9.0, "dsn-bot, PostgreSQL": 7.0}
BARE = "python-telegram-bot echo, one after the other"
ECHOES = str(ROOT / "tests" / "bench" / "echoes.py")


async def run(standin: StandIn, databases: Databases) -> None:
    """Print rates, ratios and latencies."""
    report = Report(f"A stored conversation step, {CHATS} chats at once, API latency 40 ms")
    rates: dict[str, list[float]] = {}
    took: dict[str, list[float]] = {}
    cpu: dict[str, list[float]] = {}
    async with AsyncExitStack() as stack:
        bots = {
            BARE: await stack.enter_async_context(bot(standin, [sys.executable, ECHOES, "ptb"]))
        }
        if AIOGRAM.exists():
            command = [str(AIOGRAM), ECHOES, "aiogram"]
            bots["aiogram echo"] = await stack.enter_async_context(bot(standin, command))
        for name, url in databases.each():
            database = Database(url)
            with database.transaction() as session:
                add_people(session, CHATS + 1)
            database.close()
            started = bot(standin, own("lifted"), url)
            bots[f"dsn-bot, {name}"] = await stack.enter_async_context(started)
        for number in range(ROUNDS + 1):
            for name, running in bots.items():
                token, before = running.token, running.cpu()
                await standin.ask("setting", token=token, latency=LATENCY)
                kind = "form" if name.startswith("dsn-bot") else "echo"
                told = await standin.ask(
                    "talk",
                    token=token,
                    kind=kind,
                    people=CHATS,
                    first=FIRST_CHAT + 1,
                    seconds=SECONDS if number else 0.5,
                )
                if number:  # the first round warms up
                    spent = running.cpu() - before
                    cpu.setdefault(name, []).append(spent / max(len(told["took"]), 1) * 1000)
                    rates.setdefault(name, []).append(len(told["took"]) / told["seconds"])
                    took.setdefault(name, []).extend(told["took"])
    bare = middle(rates[BARE])
    for name, found in rates.items():
        ratio, target = middle(found) / bare, RATIO.get(name)
        what = f"≥ {target:g} ×" if target else ""
        report.line(
            f"{name}: updates a second",
            f"{middle(found):.0f} = {ratio:.1f} ×",
            what,
            ratio >= target if target else None,
        )
        p50, p95, p99 = (share(took[name], part) * 1000 for part in (0.5, 0.95, 0.99))
        ours = name in RATIO
        report.line(
            f"{name}: p50 / p95 / p99",
            f"{p50:.0f} / {p95:.0f} / {p99:.0f} ms",
            f"p95 ≤ {P95_MS} ms" if ours else "",
            p95 <= P95_MS if ours else None,
        )
        report.line(f"{name}: processor time of an update", f"{middle(cpu[name]):.1f} ms")
