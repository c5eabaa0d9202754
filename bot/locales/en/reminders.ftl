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

    Join here: { $link }
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

    /settings shows which reminders you get.
reminder-tomorrow-set = I will remind you again on { $when }.
reminder-tomorrow-too-late = Tomorrow would be too late for this one.
reminder-stopped = You will get no more reminders of the kind “{ $name }”. Notices of meetings still reach you.
reminder-nothing-noted = Thank you: noted for your chamber. You will not be asked again for this meeting.
reminder-over = This is over: the meeting has begun or was cancelled. Nothing was changed.

absence = <b>I was away</b>
    From { $since }
    to { $until }.

    { $answered ->
        [0] No message was waiting for an answer.
        [one] One message that was waiting has been answered.
       *[other] { $answered } messages that were waiting have been answered.
    }
    Sent late: { $late }. Being sent: { $waiting }. Not sent, because it was too late: { $too_late }.
