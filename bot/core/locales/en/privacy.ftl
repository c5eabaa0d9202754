# The notice on data protection: its frame, what is asked of it, and for how long things are kept. Its parts are the organiser's.

privacy-title = <b>Data protection notice</b>{ $version ->
        [none] {""}
       *[other] {" "}(version { $version })
    }
privacy-line = <b>{ $part }:</b> { $text }
privacy-part-controller = Controller
privacy-part-officer = Data protection officer
privacy-part-purposes = Purposes
privacy-part-data = Data
privacy-part-obligation = Is it obligatory?
privacy-part-legal_basis = Legal basis
privacy-part-recipients = Recipients
privacy-part-transfers = Telegram, outside the EU
privacy-part-hosting = Where it runs
privacy-part-confidentiality = What to write
privacy-part-retention = How long it is kept
privacy-part-decisions = Decisions by machine
privacy-part-rights = Your rights
privacy-part-complaint = Complaints
privacy-retention = as long as you belong to the network; drafts { $drafts }; a message to the bot until it is answered, and a trace without its text for { $inbox }.

privacy-all = Read all of it
privacy-ask = Have you read this notice? You keep access either way: it does not rest on your consent.
privacy-noted = Thank you. It is noted that you have read the data protection notice of version { $version }.
privacy-newer = The notice has changed since. Here is the current one.
privacy-changed = { $again ->
        [yes] <b>Reminder: the data protection notice of the { $network } has changed</b>
       *[no] <b>The data protection notice of the { $network } has changed</b>
    } (version { $version }).
privacy-free = Please read it and confirm below. You keep access either way: the network is a public task and does not rest on your consent.
message-privacy-name = Data protection notice
message-privacy-why = all members are told when the data protection notice has changed in substance, and are reminded once

people-unread = { $count ->
        [one] One member has not yet confirmed reading the data protection notice of version { $version }.
       *[other] { $count } members have not yet confirmed reading the data protection notice of version { $version }.
    }
act-privacy-declared = version { $subject } of the data protection notice took effect
