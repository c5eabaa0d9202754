"""What is kept of an update: what is read of it, and no word of other messages."""

from telegram import Message, Update

from bot.chat.gate import lane_of
from bot.chat.inbox import lean
from bot.chat.shown import SHOWN, digest_of

CHAT = {"id": 5, "type": "private", "first_name": "Camille"}
USER = {"id": 5, "is_bot": False, "first_name": "Camille"}
CARD = {
    "message_id": 7,
    "date": 1_790_000_000,
    "chat": CHAT,
    "from": {"id": 1, "is_bot": True, "first_name": "Bot"},
    "text": "Which partners?",
    "reply_markup": {"inline_keyboard": [[{"text": "Serbia", "callback_data": "f:1:2"}]]},
}


def pressed(message):
    query = {"id": "1", "from": USER, "chat_instance": "1", "data": "f:1:2", "message": message}
    return {"update_id": 1, "callback_query": query}


def written(**more):
    message = {"message_id": 8, "date": 1_790_000_000, "chat": CHAT, "from": USER, "text": "Serbia"}
    return {"update_id": 2, "message": message | more}


def test_of_a_press_the_place_is_kept_and_whether_it_is_a_file():
    file = {"file_id": "a", "file_unique_id": "b"}
    kept = lean(pressed(CARD | {"document": file}))
    assert kept["callback_query"]["message"] == {
        "message_id": 7,
        "date": 1_790_000_000,
        "chat": CHAT,
        "document": file,
        SHOWN: digest_of(CARD),
    }
    update = Update.de_json(kept, None)
    assert isinstance(update.callback_query.message, Message)
    assert update.callback_query.data == "f:1:2"
    assert lane_of(kept) == 5


def test_a_card_that_is_lost_stays_lost_and_a_press_without_one_is_kept():
    lost = pressed({"message_id": 7, "date": 0, "chat": CHAT})
    assert lean(lost) == lost
    without = pressed(CARD)
    del without["callback_query"]["message"]
    assert lean(without) == without


def test_what_is_written_is_kept_with_the_place_of_what_it_replies_to():
    place = {"message_id": CARD["message_id"], "date": CARD["date"], "chat": CARD["chat"]}
    assert lean(written(reply_to_message=CARD)) == written(reply_to_message=place)
    assert lean(written()) == written()
    edited = {"update_id": 3, "edited_message": written(reply_to_message=CARD)["message"]}
    kept = {"update_id": 3, "edited_message": written(reply_to_message=place)["message"]}
    assert lean(edited) == kept


def test_what_is_kept_leaves_what_came_as_it_was():
    came = pressed(dict(CARD))
    lean(came)
    assert came == pressed(CARD)
