# What the bot tells coordinators about itself.

absence-down = <b>I was away</b>
    From { $since }
    to { $until }.
absence-unreachable = <b>Telegram could not be reached</b>
    From { $since }
    to { $until }.
absence-effects = { $answered ->
        [0] No message was waiting for an answer.
        [one] One message that was waiting has been answered.
       *[other] { $answered } messages that were waiting have been answered.
    }
    Sent late: { $late }. Being sent: { $waiting }. Not sent: { $missed }.
absence-missed-line = – { $count } × { $what }: { $why }
absence-other = Other messages
delivery-refused = Telegram refused a message to { $name } ({ $what }). That is a mistake in the bot, not theirs: please tell them otherwise, and report the number { $number } to whoever runs the bot.

    Telegram says: { $reason }
delivery-refused-notice = Telegram refused your notice, for { $name } at least: the card under it names everybody whom it did not reach. That is a mistake in the bot, not yours. The text for e-mail is under /meetings; please report the number { $number } to whoever runs the bot.

    Telegram says: { $reason }

faults = <b>Faults since { $since }</b>
faults-messages = { $count ->
        [one] One message of a person could not be handled, because of a fault of mine. The person was told. Reference: { $references }
       *[other] { $count } messages of people could not be handled, because of faults of mine. The people were told. References: { $references }
    }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
faults-jobs = { $count ->
        [one] One job in the background failed: { $names }
       *[other] Jobs in the background failed { $count } times: { $names }
    }
faults-remedy = Please pass this on to whoever runs the bot: each reference is in its log.

health = <b>The week since { $since }:</b> { $sent ->
        [one] one message sent,
       *[other] { $sent } messages sent,
    } { $missed } not delivered, { $waiting } still coming; { $received } received; { $faults ->
        [0] no faults.
        [one] one fault.
       *[other] { $faults } faults.
    }
