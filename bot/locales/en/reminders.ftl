# Reminders, and what the bot says about itself.

reminder-call_for_updates = <b>Your activities for “{ $title }”</b>
    { $when }

    The dossier of this meeting lists what every chamber does. What has your chamber done, or planned, since the last one? Please report it by { $updatesby }; it takes about two minutes.
reminder-call_for_updates-name = Call for updates
reminder-call_for_updates-why = six weeks before a meeting, each chamber that has not reported yet is asked for its activities
reminder-updates_due = <b>Not yet reported: “{ $title }”</b>
    { $when }

    Your chamber has not reported an activity for this meeting yet. Updates that arrive by { $updatesby } are in the dossier.
reminder-updates_due-name = Updates are due
reminder-updates_due-why = chambers that have not reported are reminded seven days and two days before updates are due, and on the day
reminder-reply_by = <b>Will you take part? “{ $title }”</b>
    { $when }

    Nobody of your chamber has answered yet. Please answer by { $replyby }.
reminder-reply_by-name = Answer to a meeting
reminder-reply_by-why = chambers that have not answered are reminded seven days and two days before the reply-by date, and on the day
reminder-dossier = <b>In a week: “{ $title }”</b>
    { $when }

    What the chambers have reported can be read under /projects.
reminder-dossier-name = One week before
reminder-dossier-why = everybody who is invited hears of a meeting one week before
reminder-practical = <b>Tomorrow: “{ $title }”</b>
    { $when }
    { $place }
    { $link }
reminder-practical-name = The day before
reminder-practical-why = those who take part are reminded the day before
reminder-joining = <b>In an hour: “{ $title }”</b>
    { $when }

    { $haslink ->
        [yes] Join here: { $link }
       *[no] The link to join has not been given yet: please look at your e-mail, or ask the coordinators.
    }
reminder-joining-name = An hour before, online
reminder-joining-why = those who join online get the link an hour before
reminder-report = <b>After “{ $title }”</b>

    Five working days have passed: it is time for the report. What the chambers have reported is under /projects.
reminder-report-name = Report after a meeting
reminder-report-why = coordinators are reminded of the report five working days after a meeting
reminder-ipex = <b>IPEX: after “{ $title }”</b>

    Your chamber agreed that an activity may be published on IPEX. Its text is under /projects; once it is online, please add the link to the update.
reminder-ipex-name = Publishing on IPEX
reminder-ipex-why = chambers that agreed to publish are reminded two weeks after the meeting

reminder-report-button = Report an activity
reminder-nothing = Nothing to report
reminder-projects = See the activities
reminder-why = Why did I get this?
reminder-tomorrow = Tomorrow
reminder-stop = Stop this kind
reminder-because = <b>{ $name }</b>: { $why }. This one was due on { $due }.
reminder-tomorrow-set = I will remind you again on { $when }.
reminder-tomorrow-done = You have been reminded of this again already.
reminder-no-need = There is no need: it no longer concerns you, or it is settled already.
reminder-moved = The meeting has been moved since; you will be reminded of its new date.
reminder-tomorrow-too-late = Tomorrow would be too late for this one.
reminder-stopped = You will get no more messages of the kind “{ $name }”. Notices of meetings still reach you.
reminder-nothing-noted = Thank you: noted for your chamber. You will not be asked again for this meeting.
reminder-over = This is over: the meeting has begun or was cancelled. Nothing was changed.

message-notice-name = Notices of meetings
message-notice-why = everybody who belongs to the network hears when a meeting is announced, moved, changed or cancelled
message-application-name = Registrations
message-application-why = every coordinator gets a card when somebody asks to join; the first one to decide settles it for all
message-unreachable-name = People who cannot be reached
message-unreachable-why = coordinators are told when a member can no longer be reached through Telegram, so that their chamber can be told by e-mail
message-left-name = Departures
message-left-why = coordinators hear when a member has left, so that the chamber can name somebody else
message-suspended-name = Access
message-suspended-why = a coordinator has decided about your access
message-draft-name = Drafts that wait
message-draft-why = you began something and left it; a draft is offered to you again, once, and is kept for a while
message-draft_ended-name = Drafts that ended
message-draft_ended-why = a draft that nobody touches for long is deleted, and nothing of yours is deleted without a word
message-absence-name = When I was away
message-absence-why = coordinators are told when the bot stood still, and what came late because of it
message-refused-name = Messages that Telegram refused
message-refused-why = whoever sent a notice hears when Telegram refused it; of other messages the coordinators hear
message-faults-name = Faults
message-faults-why = coordinators are told once a day, and only if there were any, how many messages or jobs failed through a fault of the bot’s
message-health-name = Weekly note
message-health-why = coordinators get a line on the bot’s health each week, so that silence never passes for health
message-welcome-name = Welcome
message-welcome-why = you have become a member of the network
message-declined-name = Registrations
message-declined-why = your registration was decided

message-can-stop = You can stop this kind under the message, and turn it on again with /settings.
message-cannot-stop = This kind cannot be stopped: the network relies on everybody concerned having it.
message-cannot-be-stopped = “{ $name }” cannot be stopped: the network relies on everybody concerned having it.
message-stopped-already = “{ $name }” is stopped already. /settings turns it on again.
