# Meetings: announcing, answering, changing.

choice-in_person = In person
choice-online = Online
choice-cannot = Cannot attend

meeting-announced = <i>You are invited to a meeting of the network.</i>
meeting-moved = <b>The meeting has been moved</b>
    { $changes }

    Please answer for the new date.
meeting-changed = <b>The meeting has changed</b>
    { $changes }
meeting-was-now = { $field }:
    was { $old }
    now <b>{ $new }</b>
meeting-new-agenda = There is a new agenda.
meeting-nothing = (not given)
meeting-again-dropped = The reminder that you had asked for falls away with the move.
meeting-reinstated = <b>The meeting takes place after all</b>
    It had been cancelled.
meeting-cancelled = <b>Cancelled: { $title }</b>
    { $when }

    This meeting will not take place.
meeting-cancelled-because = <b>Cancelled: { $title }</b>
    { $when }

    This meeting will not take place. Reason: { $reason }
meeting-heading = <b>{ $title }</b>
meeting-series = { $series }
meeting-when = <b>When:</b> { $when }
meeting-format = <b>Format:</b> { $format }
meeting-place = <b>Place:</b> { $place }
meeting-link = <b>Link:</b> { $link }
meeting-focus = <b>Focus:</b> { $focus }
meeting-reply-by = <b>Please answer by</b> { $day }
meeting-agenda = <b>Agenda</b>
    <blockquote expandable>{ $agenda }</blockquote>
meeting-no-answer = You have not answered yet.
meeting-own-answer = Your answer: <b>{ $choice }</b>
meeting-own-answer-comment = Your answer: <b>{ $choice }</b> – <i>{ $comment }</i>
meeting-answer-again = Your earlier answer, <b>{ $choice }</b>, was given before the meeting changed. Please answer again.
meeting-answer-noted = Noted: { $choice }
meeting-changed-meanwhile = This meeting has changed in the meantime, so your answer was not recorded. Please check the message below.
meeting-was-cancelled = This meeting was cancelled. Nothing was changed.
meeting-is-over = Too late: the meeting has begun or was cancelled. Nothing was changed.
meeting-choose-answer = Please choose one of the answers that this meeting offers:
meeting-answer-which = { $choice }: for which meeting?
meeting-none-that-day = No meeting is announced for that day; nothing was changed.
meeting-add-comment = Add a comment
meeting-change-comment = Change the comment
meeting-calendar = Add to my calendar
meeting-calendar-file = Open this file to add the meeting to your calendar; it replaces any earlier entry.
meeting-counts = <b>People:</b> in person { $inperson } · online { $online } · cannot attend { $cannot }
    <b>Chambers:</b> take part { $there } · cannot attend { $away } · no answer yet { $silent }
meeting-who = Who has answered
meeting-who-heading = <b>{ $title }</b>: the chambers’ answers
meeting-who-line = – { $chamber }
meeting-who-people = – { $of }: { $people }
meeting-who-comment = { $name } (<i>{ $comment }</i>)
meeting-heads = { $count ->
    [one] { $count } person
   *[other] { $count } people
 }
meeting-observers = Observers
meeting-colleagues = { $count ->
    [one] A colleague of your chamber
   *[other] { $count } colleagues of your chamber
 }: <b>{ $choice }</b>
meeting-silent = No answer yet
meeting-move = Move
meeting-edit = Edit
meeting-cancel = Cancel the meeting
meeting-reinstate = Reinstate
meeting-like = Announce another like it
reinstate-review = <b>Let “{ $title }” take place after all?</b>
    { $when }

    { $count ->
        [0] Nobody will be told.
        [one] One person will be told.
       *[other] { $count } people will be told.
    } Answers given before count again.{ $late ->
        [yes] {" "}The day for answers has passed: answers are taken until the meeting begins.
       *[no] {""}
    }
reinstate-yes = Yes, reinstate and tell
reinstate-not-now = This meeting is not cancelled any more, or has begun.

meetings-none = No meeting is announced at the moment.
meetings-coming = { $count ->
    [one] One meeting is planned.
   *[other] { $count } meetings are planned. Choose one to see its details and answer.
}
meetings-to-coming = ‹ Upcoming meetings
meetings-past = Past or cancelled
meetings-past-list = Meetings that are over or were cancelled:
meetings-cancelled = Cancelled: { $meeting }
meetings-past-none = No meeting is over or was cancelled yet.

meeting-ask-title = What is the meeting called?
meeting-ask-when = When is it? Day, start and end, for example “{ $day } 14:00-17:00”. { $city } time.
meeting-ask-hours = What are the start and end times ({ $city })? For example “14:00-17:00”.
meeting-ask-end = When does it end? Choose, or type the time, for example “17:00”.
meeting-until = until { $hour }
meeting-hours-unclear = Please give a start time and a later end time, for example “14:00-17:00”.
meeting-ask-format = How will it be held?
meeting-ask-place = Where? For example “European Parliament, Brussels, room 3C50”.
meeting-ask-link = What is the link to join online? You can add it later.
meeting-ask-focus = Is there a focus? Choose regions, or type countries, regions or themes with commas between them.
meeting-ask-agenda = Is there an agenda? Paste it here, up to 2,000 characters.
meeting-ask-reply-by = By what date should people answer?
meeting-reply-by-unclear = Please give a date between today and the meeting ({ $last }), for example “15 November”.
meeting-ask-series = What kind of meeting is it?

announcement-title = Announcing a meeting
announcement-submit = Preview and recipients
announcement-title-label = Title
announcement-when-label = When
announcement-hours-label = Time
announcement-format-label = Format
announcement-place-label = Place
announcement-link-label = Link
announcement-focus-label = Focus
announcement-agenda-label = Agenda
announcement-reply_by-label = Answer by
announcement-series-label = Kind of meeting
announcement-preview = <i>This is the notice as it will look:</i>
announcement-buttons = <i>Buttons below it:</i> { $buttons }
announcement-reach = <b>Recipients:</b> { $people ->
        [one] one person
       *[other] { $people } people
    } in { $chambers ->
        [one] one chamber
       *[other] { $chambers } chambers
    }. { $nobody ->
        [0] Every chamber is represented.
        [one] One chamber is not represented.
       *[other] { $nobody } chambers are not represented.
    } { $unreachable ->
        [0] {""}
        [one] One person cannot be reached at the moment.
       *[other] { $unreachable } people cannot be reached at the moment.
    }
announcement-to-self = Send to me first
announcement-in = See it in { $language }
announcement-nobody = Chambers not represented
announcement-nobody-none = Every chamber is represented.
announcement-nobody-list = { $count ->
        [one] One chamber is not represented here; please inform it by email:
       *[other] { $count } chambers are not represented here; please inform them by email:
    }
    { $lines }
announcement-test = <i>Test message, sent only to you.</i>
announcement-test-sent = Sent only to you.
announcement-only-a-test = This was only a test: the answer does not count.
announcement-confirm = <b>Send “{ $title }” now?</b>

    The notice goes to { $people ->
        [one] one person
       *[other] { $people } people
    } in { $chambers ->
        [one] one chamber
       *[other] { $chambers } chambers
    }. Once sent, it cannot be recalled; you can still correct, move or cancel the meeting.
announcement-send = { $people ->
        [one] Send now to { $people } person
       *[other] Send now to { $people } people
    }
announcement-sent-already = This has been sent already, or was discarded. /meetings shows what is announced.
announcement-changed = The text or the recipients have changed in the meantime. Please check before you send.

meeting_change-title = Changing a meeting
meeting_change-submit = Save the change
meeting_change-title-label = Title
meeting_change-when-label = When
meeting_change-hours-label = Time
meeting_change-format-label = Format
meeting_change-place-label = Place
meeting_change-link-label = Link
meeting_change-focus-label = Focus
meeting_change-agenda-label = Agenda
meeting_change-reply_by-label = Answer by
meeting_change-series-label = Kind of meeting
change-ask-reason = Why is it moved or changed? Everybody who is told will read this. You can skip the question.
change-because = Reason: { $reason }
change-agenda-hours = <b>Please note:</b> the agenda names hours, and the move leaves them as they are.
meeting_change-reason-label = Reason
change-review = <i>The meeting after the change:</i>
change-material = { $count ->
        [0] <b>Nobody will be told</b> what changes.
        [one] <b>One person will be told</b> what changes and, if need be, asked to answer again.
       *[other] <b>{ $count } people will be told</b> what changes and, if need be, asked to answer again.
    } Reminders are adjusted.
change-wording = Nobody will be told of this change.
change-nothing = Nothing has been changed yet.
change-meanwhile = Somebody changed this meeting before you. Your changes were not saved; the current version is:
change-saved = Saved: { $title }. Nobody was told of this change.

meeting_cancel-title = Cancelling a meeting
meeting_cancel-submit = Cancel and tell everybody
meeting_cancel-give-up = Keep the meeting
meeting_cancel-reason-label = Reason
cancel-ask-reason = Why is it cancelled? Everybody will read this. You can skip the question.
cancel-no-reason = not given
cancel-review = <b>Cancel “{ $title }”?</b>
    { $when }
    Reason: { $reason }

    { $count ->
        [0] Nobody will be told.
        [one] One person will be told.
       *[other] { $count } people will be told.
    } No more reminders about this meeting will be sent.

broadcast-started = <b>{ $title }</b>

    The notice is being sent. This message shows the progress.
broadcast-progress = <b>{ $title }</b>

    <b>Sending…</b> { $sent } of { $total } sent{ $failed ->
        [0] {"."}
       *[other] , { $failed } failed.
    }
broadcast-done = <b>{ $title }</b>

    <b>Done.</b> { $sent } of { $total } people received the notice, in { $chambers ->
        [one] one chamber.
       *[other] { $chambers } chambers.
    }
broadcast-doubtful = { $count ->
        [one] One of them may have received it twice; the second copy says so.
       *[other] { $count } of them may have received it twice; the second copy says so.
    }
broadcast-missed = <b>Not reached:</b>
broadcast-missed-line = – { $name } ({ $where }): { $reason }
broadcast-unreached = { $count ->
        [one] In one chamber nobody was reached: please inform it by email.
       *[other] In { $count } chambers nobody was reached: please inform them by email.
    }
broadcast-email = Text for email
broadcast-email-text = The notice as plain text in each language, to paste into an email, with its calendar file:
broadcast-counted = The names of this notice’s recipients are no longer kept. { $count ->
        [0] Every message counted here arrived.
        [one] Of the messages counted here one did not arrive.
       *[other] Of the messages counted here { $count } did not arrive.
    }
broadcast-unreached-list = Chambers not reached
delivery-unreachable = cannot be reached through Telegram
delivery-failed = Telegram refused the message
delivery-too_late = too late
delivery-superseded = a later notice replaced it
delivery-dropped = no longer a member

comment-title = Comment
comment-ask = What would you like to add to your answer? For example “I arrive at 15:00”.
comment-remove = Remove the comment
comment-ask-again = Beside your answer stands: <i>{ $comment }</i>
    What should it say?
comment-text-label = Comment
comment-without-answer = Please answer first; then you can add a comment.

# Dates that were typed, everywhere.

date-read-back = I understood: <b>{ $when }</b>. Is that right?
date-read-back-doubts = I understood: <b>{ $when }</b>
    { $doubts }

    Is that right?
date-which = This can mean several things. Which one?
date-empty = Please type a date, for example “18-20 July 2027”.
date-not_a_date = I could not read this as a date. Please type it with its month, for example “1 December 2027 14:00-17:00” or “18-20 July”.
date-not_whole = Only a part of this reads as a date. Please type the day and the hours alone, for example “1 December 2027 14:00-17:00” or “18-20 July 2027”.
date-impossible = There is no such day. Please check it and type it again, for example “28 February 2027”.
date-several = I see several dates here. Please type one, or a period such as “18-20 July 2027”.
date-too_long = That is too long for a date. Please type the day alone, for example “1 December 2027”.
date-season = A season is not a date. Which month or months? For example “March 2027” or “March to May 2027”.
date-ambiguous = This does not say which days. Please type the day, or the first and the last one, for example “3 November 2027” or “22-31 March 2027”.
doubt-clock_twice = This time occurs twice on that day: the clocks go back.
doubt-clock_never = This time does not exist on that day: the clocks go forward.
doubt-weekend = This falls at the weekend.
doubt-holiday = It is a public holiday.
doubt-past = This date is in the past.
doubt-far = It is more than three years from today.
doubt-order_guessed = I took the day to come before the month.
doubt-year_guessed = No year was given; I took the nearest one.
doubt-end_before_start = The end is before the start.
doubt-weekday_mismatch = The weekday does not match this date.
doubt-season = A season is not a date.
doubt-part_of_day = You gave a part of the day but no time; I kept the day only.

form-not-recognised = I did not recognise this. Please choose one of the buttons, or put it another way.
form-did-you-mean = Did you mean <b>{ $what }</b>?
form-which = Which of these do you mean?
form-link-user = This address has something before the host (the part before “@”). Please send it without that, for example “https://www.europarl.europa.eu”.
form-link-host = This is not an address that I can show: its host is a number, or mixes two alphabets. For example: “https://www.europarl.europa.eu”.
form-link-shown = { $address } (link: { $host })
form-link-opens = The link opens: { $host }
form-link-unclear = The address must begin with https://, for example “https://www.europarl.europa.eu”.

board-heading = <b>Overview: { $title }</b>
    { $when }

    { $total } chambers, including the European Parliament. Represented: { $present } · answered: { $answered } · reported for this meeting: { $reported }
board-heading-no-meeting = <b>Overview</b>
    No meeting is announced.

    { $total } chambers, including the European Parliament. Represented: { $present } · reported: { $reported }
board-block = <b>{ $name }</b> ({ $count })
    { $lines }
board-block-folded = <b>{ $name }</b> ({ $count })
    <blockquote expandable>{ $lines }</blockquote>
board-line = – { $chamber }: { $said }
board-answered = Have answered
board-silent = Have not answered
board-present = Represented
board-unreachable = Cannot be reached: inform them by email
board-nobody = Not represented: invite somebody
board-activities = { $count ->
    [one] one activity
   *[other] { $count } activities
}
board-refresh = Refresh
board-refreshed = As of { $hour }.
board-meeting = Open the meeting
board-invite = Invite somebody

board-chambers = Chambers…
board-back = ‹ Back to the overview
board-which = Which chamber? ✓ has answered, … has not, ✉ cannot be reached here, + is not represented.
board-by-email = { $choice } (by email, { $day })
chamber-card = <b>{ $name }</b>
    { $state ->
        [answered] Has answered.
        [silent] Has not answered.
        [unreachable] Cannot be reached through Telegram: please use email.
        [present] Represented in the network.
       *[nobody] Not represented in the network.
    }

    <b>People:</b> { $people }
    { $has ->
        [meeting] <b>{ $meeting }:</b> { $said }
       *[none] { $said }
    }
chamber-hint = With ✉ you record what the chamber has written to you by email; what its own people answer in the chat counts before it.
chamber-nobody = nobody
chamber-nothing-said = nothing recorded yet
chamber-report = Report an activity for it
chamber-undo = Take the recorded answer back
chamber-nothing = ✉ Nothing to report
chamber-noted = Recorded.
chamber-too-late = The meeting has begun, was cancelled or is held in another form: nothing was recorded.
meeting-recorded = Recorded for your chamber from an email of { $day }: { $choice }. Your own answer counts before it.
meeting-recorded-heading = By email
meeting-who-recorded = – { $of }: { $choice } ({ $day })
