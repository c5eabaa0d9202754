# The log of acts.

log-heading = <b>Latest actions</b>
log-nothing = Nothing has been recorded here yet.
log-day = <b>{ $day }</b>
log-line = { $hour } { $said }
log-older = Older ›
log-latest = ‹ Latest
log-by-bot = the bot
log-by-gone = somebody who has left
log-by-unkept = somebody
log-end = Fingerprint of the log: no. { $number }, { $digest }

act-meeting-announced-told = { $by } announced “{ $subject }”
act-meeting-moved = { $by } moved “{ $subject }”
act-meeting-changed = { $by } changed “{ $subject }”
act-meeting-cancelled-told = { $by } cancelled “{ $subject }”
act-person-applied = { $by } asked to join
act-person-approved = { $by } approved { $subject }
act-person-declined = { $by } declined the registration of { $subject }
act-person-unreachable = { $subject } could no longer be reached through Telegram
act-person-suspended = { $by } suspended { $subject }
act-person-reinstated = { $by } reinstated { $subject }
act-person-role = { $by } changed the role of { $subject }
act-person-erased = one person’s data were erased at their request
act-delivery-refused = Telegram refused a message (number { $subject })
act-invitation-made = { $by } issued an invitation: { $subject }
act-invitation-accepted = { $by } joined by invitation: { $subject }
act-update-submitted = { $by } reported { $subject }
act-update-revised = { $by } changed { $subject }
act-update-withdrawn = { $by } withdrew { $subject }
act-chamber-nothing_to_report = { $by } said that there is nothing to report: { $subject }
act-fault = a message from { $by } could not be handled (reference { $subject })
act-fault-job = a background task failed (reference { $subject })
act-person-renamed = { $by } changed their name from “{ $subject }”
act-person-exported = { $by } took a copy of their own data
act-refused-attempts = refused for want of a right – { $subject }
act-other = { $by }: { $act } ({ $subject })

refused-to-stranger = strangers: { $ways }
refused-to-applicant = applicants: { $ways }
refused-to-suspended = suspended: { $ways }
refused-to-declined = declined: { $ways }
refused-to-departed = departed: { $ways }
refused-to-correspondent = correspondents: { $ways }
refused-to-coordinator = coordinators: { $ways }
refused-to-observer = observers: { $ways }
refused-to-other = others: { $ways }
