# After a restore, and when the database is damaged.

restored = <b>The bot’s data were restored from a copy</b>
    The copy ends at { $since }. What happened from then until { $until } is missing.
restored-seen = Seen of that time, and now missing:
restored-count-answers = { $count ->
        [one] one answer to a meeting
       *[other] { $count } answers to meetings
    }
restored-count-reports = { $count ->
        [one] one activity reported or changed
       *[other] { $count } activities reported or changed
    }
restored-count-nil_returns = { $count ->
        [one] one “Nothing to report”
       *[other] { $count } × “Nothing to report”
    }
restored-count-people = { $count ->
        [one] one registration
       *[other] { $count } registrations
    }
restored-count-notices = { $count ->
        [one] one notice of a meeting
       *[other] { $count } notices of meetings
    }
restored-count-received = { $count ->
        [one] one message received by the bot
       *[other] { $count } messages received by the bot
    }
restored-count-sent = { $count ->
        [one] one message sent by the bot
       *[other] { $count } messages sent by the bot
    }
restored-unread = Not all of that time can be read. Who answered or reported then cannot be known.
restored-nothing = No answer, activity, registration or message of that time was found.
restored-look = Please look at the meetings and activities again. The card of each coming meeting is on its way to everybody invited. /meetings /board
restored-card = <b>This meeting once more</b>
    What reached the bot from { $since } until { $until } was lost. If what stands below is not your answer, please answer again.
restored-form = <b>{ $title }</b>
    This is still open. What you entered from { $since } until { $until } was lost.

message-restored-name = Restored data
message-restored-why = coordinators are told when the bot’s data were restored from a copy, and what is missing
message-card_again-name = Meetings after lost data
message-card_again-why = the bot’s data were restored from a copy; you are invited to this meeting, and your answer may have been lost
message-form_again-name = Forms after lost data
message-form_again-why = the bot’s data were restored from a copy; you had begun something that is still open

storage-damaged = The bot cannot read its data at the moment, so your message was not dealt with. Please send it again later.
