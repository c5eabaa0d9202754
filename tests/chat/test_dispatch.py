"""One update, one transaction: what is done with a row that is there, and with one that is gone."""

from telegram import Update

from bot.chat import dispatch as edge
from bot.chat.replies import Answers
from bot.core.access import Access
from bot.features import REGISTRY
from bot.process.app import build_runtime
from config.network import network
from storage import lanes

PRESSED = {
    "update_id": 7,
    "callback_query": {
        "id": "1",
        "from": {"id": 5, "is_bot": False, "first_name": "Camille", "language_code": "fr"},
        "chat_instance": "1",
        "data": "x",
    },
}


def test_what_is_finished_and_forgotten_is_not_carried_out_again(database, clock):
    runtime = build_runtime(database, clock, network())
    dispatcher = edge.Dispatcher(runtime, Answers(runtime, None), REGISTRY)
    carried_out = []
    route = edge.Route(carried_out.append, Access.ANYONE)
    update = Update.de_json(PRESSED, None)
    with database.transaction() as session:
        gone = edge.carry_out(session, dispatcher, update, route)
    assert (gone.outgoing, carried_out) == ([], [])
    with database.transaction() as session:
        lanes.store(session, [(7, 5, "{}")], by=runtime.instance, now=clock.now())
        done = edge.carry_out(session, dispatcher, update, route)
    with database.transaction() as session:
        again = edge.carry_out(session, dispatcher, update, route)
    assert len(carried_out) == 1
    assert again.is_resumed
    assert again.outgoing == done.outgoing != []
