# The log of acts.

log-heading = <b>What was done last</b>
log-nothing = Nothing is on record here.
log-day = <b>{ $day }</b>
log-line = { $hour } { $said }
log-older = Older ›
log-latest = ‹ The latest
log-by-bot = the bot
log-by-gone = somebody who has left

act-meeting-announced-told = { $by } announced “{ $subject }”
act-meeting-moved = { $by } moved “{ $subject }”
act-meeting-changed = { $by } changed “{ $subject }”
act-meeting-cancelled-told = { $by } cancelled “{ $subject }”
act-person-applied = { $by } asked to join
act-person-approved = { $by } admitted { $subject }
act-person-declined = { $by } declined the registration of { $subject }
act-person-unreachable = { $subject } could no longer be reached through Telegram
act-person-suspended = { $by } suspended { $subject }
act-person-reinstated = { $by } reinstated { $subject }
act-person-role = { $by } gave another role to { $subject }
act-person-erased = the data of a person were erased at their wish
act-delivery-refused = Telegram refused a message (number { $subject })
act-invitation-made = { $by } made an invitation: { $subject }
act-invitation-accepted = { $by } joined by invitation: { $subject }
act-update-submitted = { $by } reported { $subject }
act-update-revised = { $by } changed { $subject }
act-update-withdrawn = { $by } withdrew { $subject }
act-chamber-nothing_to_report = { $by } said that there is nothing to report: { $subject }
act-fault = a message of { $by } could not be handled (reference { $subject })
act-fault-job = a job in the background failed (reference { $subject })
act-other = { $by }: { $act } ({ $subject })
