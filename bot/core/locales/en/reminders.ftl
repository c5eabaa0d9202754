# Reminders, and what the bot says about itself.

reminder-call_for_updates = <b>Your activities for “{ $title }”</b>
    { $when }
    { $where }

    What has your chamber done or planned since the last meeting? Please report it by { $updatesby }; it takes about two minutes.
reminder-call_for_updates-name = Call for activities
reminder-call_for_updates-why = before a meeting ({ $times }), each chamber that has not yet reported is asked for its activities
reminder-updates_due = <b>Activities not yet reported: “{ $title }”</b>
    { $when }
    { $where }

    Your chamber has not reported an activity for this meeting yet. Please report by { $updatesby }.
reminder-updates_due-name = Activities are due
reminder-updates_due-why = before activities are due ({ $times }), chambers that have not reported are reminded
reminder-reply_by = <b>Will you take part? “{ $title }”</b>
    { $when }
    { $where }

    Your chamber has not answered yet. Please answer by { $replyby }.
reminder-reply_by-name = Answering an invitation
reminder-reply_by-why = before the last day for an answer ({ $times }), chambers that have not answered are reminded
reminder-dossier = <b>{ $days ->
        [0] Today
        [1] Tomorrow
       *[other] In { $days } days
    }: “{ $title }”</b>
    { $when }
    { $where }

    Activities reported by the chambers so far: /projects
reminder-dossier-name = Ahead of a meeting
reminder-dossier-why = everybody who is invited to a meeting is reminded of it ({ $times })
reminder-practical = <b>{ $days ->
        [0] Today
        [1] Tomorrow
       *[other] In { $days } days
    }: “{ $title }”</b>
    { $when }
    { $where }
reminder-practical-name = Practical details
reminder-practical-why = those who take part are reminded of the practical details ({ $times })
reminder-joining = <b>Starting soon: “{ $title }”</b>
    { $when }

    { $haslink ->
        [yes] Join here: { $link }
       *[no] The link to join has not been provided yet: please check your email, or ask the coordinators.
    }
reminder-joining-name = Link to join online
reminder-joining-why = those who join online get the link ({ $times })
reminder-report = <b>After “{ $title }”</b>

    It is time for the meeting report. Activities reported by the chambers: /projects
reminder-report-name = Report after a meeting
reminder-report-why = after a meeting ({ $times }), coordinators are reminded of the report
reminder-ipex = <b>IPEX: after “{ $title }”</b>

    Your chamber agreed that an activity may be published on IPEX. Its text is under /projects; once it is online, please add the link to the activity.
reminder-ipex-name = Publishing on IPEX
reminder-ipex-why = after a meeting ({ $times }), chambers that agreed to publish are reminded

# When a kind of reminder comes, put together from the plan: “7 days before, 2 days before and on the day itself”.

plan-before-minutes = { $count ->
        [one] one minute before
       *[other] { $count } minutes before
    }
plan-before-hours = { $count ->
        [one] one hour before
       *[other] { $count } hours before
    }
plan-before-days = { $count ->
        [0] on the day itself
        [one] one day before
       *[other] { $count } days before
    }
plan-before-weeks = { $count ->
        [one] one week before
       *[other] { $count } weeks before
    }
plan-after-days = { $count ->
        [0] on the day itself
        [one] one day after
       *[other] { $count } days after
    }
plan-after-weeks = { $count ->
        [one] one week after
       *[other] { $count } weeks after
    }
plan-after-working-days = { $count ->
        [0] on the day itself
        [one] one working day after
       *[other] { $count } working days after
    }

reminder-report-button = Report an activity
reminder-nothing = Nothing to report
reminder-projects = See the activities
reminder-tomorrow = Remind me tomorrow
reminder-stop = Stop these messages
reminder-because = <b>{ $name }</b>: { $why }. This one was due on { $due }.
reminder-tomorrow-set = I will remind you again on { $when }.
reminder-tomorrow-done = You have already been reminded of this again.
reminder-no-need = No reminder is needed: this no longer concerns you, or is already settled.
reminder-moved = The meeting has been moved since; its new date has reminders of its own.
reminder-tomorrow-too-late = Tomorrow would be too late for this one.
reminder-stopped = You will get no more messages of the type “{ $name }”. Notices of meetings are still sent.
reminder-nothing-noted = Thank you: noted for your chamber. You will not be asked again for this meeting.
reminder-over = Too late: the meeting has begun or was cancelled. Nothing was changed.

message-notice-name = Notices of meetings
message-notice-why = all members of the network are told when a meeting is announced, moved, changed or cancelled
message-application_news-name = News of registrations
message-application_news-why = every coordinator is told when an applicant answers a question or confirms their email
message-application_question-name = Questions to applicants
message-application_question-why = a coordinator asked you something before the decision on your registration
message-email_code-name = Codes sent by email
message-email_code-why = a coordinator sends a code to your email address to confirm it
message-role_changed-name = Changes of roles
message-role_changed-why = every coordinator is told at once when somebody becomes a coordinator, is suspended, or the opposite
message-role_taken-name = Loss of a role
message-role_taken-why = you were a coordinator, and somebody changed that
message-command_line-name = Uses of the command line
message-command_line-why = every coordinator is told at once when somebody uses the command line on the bot’s machine
message-took_over-name = Taking over
message-took_over-why = you took a predecessor’s place
message-renamed-name = Changes of names
message-renamed-why = every coordinator is told when a member changes their name
message-seat_changed-name = Changes of chambers
message-seat_changed-why = every coordinator is told when a member’s chamber is changed
message-seated-name = Your chamber
message-seated-why = a coordinator changed the chamber for which you speak
message-application-name = Registrations
message-application-why = every coordinator is told when somebody asks to join; the first decision counts
message-silent-name = Questions whether you stay
message-silent-why = members who have written nothing for a long time are asked whether they stay, so that nobody’s data are kept for longer than needed
message-unreachable-name = People who cannot be reached
message-unreachable-why = coordinators are told when a member can no longer be reached through Telegram, so that their chamber can be told by email
message-left-name = Departures
message-left-why = coordinators are told when a member has left, so that the chamber can name somebody else
message-suspended-name = Access
message-suspended-why = a coordinator has decided about your access
message-draft-name = Unfinished drafts
message-draft-why = you left a draft unfinished; it is offered to you once more and kept for a limited time
message-draft_ended-name = Deleted drafts
message-draft_ended-why = a draft left untouched for a long time is deleted, and you are told
message-absence-name = Interruptions of the bot
message-absence-why = coordinators are told when the bot was not running, and what was sent late as a result
message-refused-name = Messages that Telegram refused
message-refused-why = the sender of a notice is told when Telegram refuses it; for other messages, the coordinators are told
message-faults-name = Faults
message-faults-why = coordinators are told once a day how many messages or tasks failed because of a fault in the bot, if any did
message-health-name = Weekly note
message-health-why = coordinators receive a weekly note on the bot, so that silence is never taken to mean that all is well
message-welcome-name = Welcome
message-welcome-why = you have become a member of the network
message-declined-name = Registrations
message-declined-why = your registration was decided

message-can-stop = You can stop these messages with the button below; /settings turns them on again.
message-cannot-stop = These messages cannot be stopped: everybody concerned needs to receive them.
message-cannot-be-stopped = “{ $name }” cannot be stopped: everybody concerned needs to receive these messages.
message-stopped-already = “{ $name }” has already been stopped. To turn it on again: /settings
