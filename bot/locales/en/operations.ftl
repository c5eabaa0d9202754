# What the bot tells coordinators about itself.

absence = <b>I was away</b>
    From { $since }
    to { $until }.

    { $answered ->
        [0] No message was waiting for an answer.
        [one] One message that was waiting has been answered.
       *[other] { $answered } messages that were waiting have been answered.
    }
    Sent late: { $late }. Being sent: { $waiting }. Not sent, because it was too late: { $too_late }.

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
