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
act-person-erased-silent = the data of a member who had written nothing for a long time were erased
act-person-erased-decided = { $by } erased the data of a member; reason: { $subject }
act-person-erased-machine = the data of a member were erased from the command line; reason: { $subject }
act-delivery-refused = Telegram refused a message (number { $subject })
act-invitation-made = { $by } issued an invitation: { $subject }
act-invitation-accepted = { $by } joined by invitation: { $subject }
act-update-submitted = { $by } reported { $subject }
act-update-revised = { $by } changed { $subject }
act-update-withdrawn = { $by } withdrew { $subject }
act-chamber-nothing_to_report = { $by } said that there is nothing to report: { $subject }
act-fault = a message from { $by } could not be handled (reference { $subject })
act-fault-job = a background task failed (reference { $subject })
act-other = { $by }: { $act } ({ $subject })
