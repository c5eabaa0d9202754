"""The scenarios: a seeded scenario each, told by what happens to the program in it.

``make test`` plays them small, ``make soak`` large. The same seed gives the same people, choices
and troubles; the machine decides what was under way at each instant.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.standin.world import Person
from config.reference import reference
from storage.models import Role
from tests.resilience import actors as acting
from tests.resilience.actors import Actor
from tests.resilience.checker import Due, Verdict, check
from tests.resilience.stage import Stage
from tests.resilience.troubles import Trouble

INVITED = "You are invited"
WELCOME = "Welcome,"
ASKS = "Request to join"
QUICK = ("setting", "hurry")
WHEN = ("11 March 2027 14:00-17:00", "25 February 2027")


@dataclass
class Network:
    """The people of a scenario, and what they have done so far."""

    stage: Stage
    helena: Actor
    members: list[Person]
    talkers: list[Actor]
    is_long: bool = True
    newcomers: list[Actor] = field(default_factory=list)
    announced: dict[str, dict[int, int]] = field(default_factory=dict)
    """By title: who was in the network when the meeting was announced."""
    over: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def actors(self) -> list[Actor]:
        return [self.helena, *self.talkers, *self.newcomers]

    async def announce(self, title: str) -> None:
        """Announce a meeting as its coordinator does; return when it is on its way."""
        await self.helena.goes_through(acting.announcement(title, *WHEN))
        self.announced[title] = {person.id: 1 for person in self.members}

    def due(self) -> list[Due]:
        """Return what had to reach whom: notices, and what registrations call for."""
        # Who joins later is invited to what is still to come.
        late = {actor.person.id: 1 for actor in self.newcomers}
        found = [Due((INVITED, title), people | late) for title, people in self.announced.items()]
        joined = {actor.person.id: 1 for actor in self.newcomers}
        found.append(Due((WELCOME,), joined))
        cards = {self.helena.person.id: 1} if self.newcomers else {}
        for actor in self.newcomers:
            found.append(Due((ASKS, actor.person.name), cards))
        return found


def settle_network(stage: Stage, people: int, talkers: int) -> Network:
    """Fill the network: a coordinator, and correspondents of all chambers."""
    codes = [chamber.id for chamber in reference().chambers[1:]]
    members = []
    with stage.database.transaction() as session:
        helena = stage.member(session, "Helena", Role.COORDINATOR, "EU-EP")
        members.append(helena)
        for number in range(people - 1):
            code = codes[number % len(codes)]
            members.append(stage.member(session, f"M{number}", Role.CORRESPONDENT, code))
    chosen = stage.random.sample(members[1:], talkers)
    return Network(stage, Actor(stage, helena), members, [Actor(stage, who) for who in chosen])


async def chat(network: Network, actor: Actor) -> None:
    """Talk about one thing after the other until the scenario is over; end what was begun."""
    random = network.stage.random
    number = 0
    while not network.over.is_set():
        number += 1
        # A report takes longest: in a short scenario one person makes one, while most goes wrong.
        if network.is_long:
            what = random.choice(("report", *QUICK))
        elif number == 1 and actor is network.talkers[0]:
            what = "report"
        else:
            what = random.choice(QUICK)
        match what:
            case "report":
                await acting.report(actor, f"Workshop {number} of {actor.person.name}")
            case "setting":
                await acting.change_a_setting(actor)
            case "hurry":
                await acting.hurry(actor)
        await asyncio.sleep(random.uniform(0, 2))


async def join(network: Network, name: str) -> None:
    """Register, be approved, be welcomed."""
    person = network.stage.world.person(name, language_code="en")
    actor = Actor(network.stage, person)
    network.newcomers.append(actor)
    since = len(network.stage.world.sent)
    await acting.register(actor)
    await acting.approve(network.helena, name)
    await actor.hears(WELCOME, since=since)


async def broadcast(
    stage: Stage,
    trouble: Trouble,
    *,
    people: int,
    talkers: int,
    processes: int = 1,
    is_long: bool = True,
    rounds: Callable[[Stage, int], bool] = lambda _stage, done: done < 1,
) -> Verdict:
    """Announce meetings to everybody while people chat and *trouble* is at work.

    *rounds* tells, with how many are done, whether another meeting is announced.
    """
    network = settle_network(stage, people, talkers)
    network.is_long = is_long
    programs = [stage.program() for _ in range(processes)]
    for program in programs:
        await program.up()
    done = 0
    async with asyncio.TaskGroup() as group:
        for actor in network.talkers:
            group.create_task(chat(network, actor))
        while rounds(stage, done):
            title = f"Meeting {done}"
            await network.announce(title)
            troubling = group.create_task(trouble(stage, programs))
            joining = group.create_task(join(network, "Tom")) if done == 0 else None
            await troubling
            stage.world.faults.draw = stage.world.scramble = None
            if joining is not None:
                await joining
            await stage.settle(chatting=True)
            if network.talkers:
                await acting.answer(network.talkers[0], title, "Online")
            done += 1
        network.over.set()
    await stage.settle()
    for program in programs:
        await program.stop()
    return check(
        stage,
        due=network.due(),
        actors=network.actors,
        announced=list(network.announced),
        newcomers=[actor.person.id for actor in network.newcomers],
    )
