# What the bot tells coordinators about itself.

absence-down = <b>The bot was not running</b>
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
delivery-refused = Telegram refused a message to { $name } ({ $what }). This is a fault in the bot, not theirs: please inform them by another means, and report the number { $number } to whoever runs the bot.

    Telegram says: { $reason }
delivery-refused-notice = Telegram refused your notice, for { $name } at least: the progress message lists everybody it did not reach. This is a fault in the bot, not yours. The text for email is under /meetings; please report the number { $number } to whoever runs the bot.

    Telegram says: { $reason }

faults = <b>Faults since { $since }</b>
faults-messages = { $count ->
        [one] One message could not be handled because of a fault in the bot. Its sender was sent an apology. Reference: { $references }
       *[other] { $count } messages could not be handled because of faults in the bot. Their senders were sent an apology. References: { $references }
    }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
faults-jobs = { $count ->
        [one] One background task failed: { $names }
       *[other] Background tasks failed { $count } times: { $names }
    }
faults-remedy = Please pass this on to whoever runs the bot: each reference is in its log.

health = <b>The week since { $since }:</b> { $sent ->
        [one] one message sent,
       *[other] { $sent } messages sent,
    } { $missed } not delivered, { $waiting } still to be sent; { $received } received; { $faults ->
        [0] no faults.
        [one] one fault.
       *[other] { $faults } faults.
    }
health-strangers = From outside the network: { $silenced ->
        [0] no message left unread,
        [one] one message left unread,
       *[other] { $silenced } messages left unread,
    } { $faults ->
        [0] no faults.
        [one] one fault.
       *[other] { $faults } faults.
    }
health-refused = { $count ->
        [one] One attempt was refused for want of a right: /log
       *[other] { $count } attempts were refused for want of a right: /log
    }
