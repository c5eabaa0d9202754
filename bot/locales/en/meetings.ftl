# Meetings: announcing, answering, changing.

choice-in_person = In person
choice-online = Online
choice-cannot = Cannot come

meeting-announced = <i>You are invited to a meeting of the network.</i>
meeting-moved = <b>The meeting has been moved</b>
    { $changes }

    Please answer again for the new time.
meeting-changed = <b>The meeting has changed</b>
    { $changes }
meeting-was-now = { $field }:
    was { $old }
    now <b>{ $new }</b>
meeting-new-agenda = There is a new agenda.
meeting-nothing = (empty)
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
meeting-changed-meanwhile = This meeting has changed since. Your answer was not taken: please look at the card below.
meeting-was-cancelled = This meeting was cancelled. Nothing was changed.
meeting-is-over = This is over: the meeting has begun, or was cancelled. Nothing was changed.
meeting-add-comment = Add a comment
meeting-change-comment = Change the comment
meeting-calendar = Add to my calendar
meeting-calendar-file = Open this file to put the meeting into your calendar; it replaces an earlier entry.
meeting-counts = <b>Chambers:</b> { $inperson } in person · { $online } online · { $cannot } cannot come · { $silent } silent
meeting-who = Who has answered
meeting-who-heading = <b>{ $title }</b>: the chambers’ answers
meeting-who-line = – { $chamber }
meeting-who-line-comment = – { $chamber }: <i>{ $comment }</i>
meeting-silent = Silent
meeting-move = Move
meeting-edit = Edit
meeting-cancel = Cancel it

meetings-none = No meeting is announced at the moment.
meetings-coming = { $count ->
    [one] One meeting is coming.
   *[other] { $count } meetings are coming. Choose one for its details and your answer.
}
meetings-to-coming = ‹ Coming meetings
meetings-past = Past meetings
meetings-past-list = The last meetings:
meetings-past-none = There are no past meetings yet.

meeting-ask-title = What is the meeting called?
meeting-ask-when = When is it? Day, begin and end, for example “{ $day } 14:00-17:00”. The time is that of Brussels.
meeting-ask-hours = From when to when, Brussels time? For example “14:00-17:00”.
meeting-ask-end = Until when? Choose, or type the hour, for example “17:00”.
meeting-until = until { $hour }
meeting-hours-unclear = I need a begin and a later end, for example “14:00-17:00”.
meeting-ask-format = How is it held?
meeting-ask-place = Where? For example “European Parliament, Brussels, room 3C50”.
meeting-ask-link = What is the link to join online? You can add it later.
meeting-ask-focus = Is there a focus? Choose regions, or type countries, regions or themes with commas between them.
meeting-ask-agenda = Is there an agenda? Paste it here, up to 2,000 characters.
meeting-ask-reply-by = By which day shall people answer?
meeting-reply-by-unclear = I need a day from today until the meeting ({ $last }), for example “15 November”.
meeting-ask-series = Which kind of meeting is it?

announcement-title = Announcing a meeting
announcement-submit = Continue to sending…
announcement-title-label = Title
announcement-when-label = When
announcement-hours-label = Hours
announcement-format-label = Format
announcement-place-label = Place
announcement-link-label = Link
announcement-focus-label = Focus
announcement-agenda-label = Agenda
announcement-reply_by-label = Answer by
announcement-series-label = Kind of meeting
announcement-preview = <i>This is the notice as it will look:</i>
announcement-buttons = <i>Buttons under it:</i> { $buttons }
announcement-reach = <b>It goes to:</b> { $people ->
        [one] one person
       *[other] { $people } people
    } in { $chambers ->
        [one] one chamber
       *[other] { $chambers } chambers
    }. { $nobody ->
        [0] Every chamber has somebody.
        [one] One chamber has nobody.
       *[other] { $nobody } chambers have nobody.
    } { $unreachable ->
        [0] {""}
        [one] One person cannot be reached at the moment.
       *[other] { $unreachable } people cannot be reached at the moment.
    }
announcement-to-self = Send to me first
announcement-in = See it in { $language }
announcement-nobody = Chambers with nobody
announcement-nobody-none = Every chamber has somebody.
announcement-nobody-list = { $count ->
        [one] One chamber has nobody here; please tell it by e-mail:
       *[other] { $count } chambers have nobody here; please tell them by e-mail:
    }
    { $lines }
announcement-test = <i>A test, to you alone.</i>
announcement-test-sent = Sent to you alone.
announcement-only-a-test = This was only a test: the answer does not count.
announcement-confirm = <b>Send “{ $title }” now?</b>

    The notice goes to { $people ->
        [one] one person
       *[other] { $people } people
    } in { $chambers ->
        [one] one chamber
       *[other] { $chambers } chambers
    }. It cannot be called back once it is sent; you can correct, move or cancel the meeting.
announcement-send = { $people ->
        [one] Send now to { $people } person
       *[other] Send now to { $people } people
    }
announcement-sent-already = This has been sent already, or was given up. /meetings shows what is announced.
announcement-changed = Text or audience changed in the meantime. Please look again before you send.

meeting_change-title = Changing a meeting
meeting_change-submit = Save the change
meeting_change-title-label = Title
meeting_change-when-label = When
meeting_change-hours-label = Hours
meeting_change-format-label = Format
meeting_change-place-label = Place
meeting_change-link-label = Link
meeting_change-focus-label = Focus
meeting_change-agenda-label = Agenda
meeting_change-reply_by-label = Answer by
meeting_change-series-label = Kind of meeting
change-review = <i>The meeting as it would be:</i>
change-material = { $count ->
        [one] <b>One person will be told</b> what changes, and be asked to answer again where their answer no longer holds.
       *[other] <b>{ $count } people will be told</b> what changes, and be asked to answer again where their answer no longer holds.
    } Reminders follow the new time.
change-wording = Nobody will be told: only the wording changes.
change-nothing = Nothing has been changed yet.
change-saved = Saved: { $title }. Nobody was told, as only the wording changed.

meeting_cancel-title = Cancelling a meeting
meeting_cancel-submit = Cancel the meeting and tell all
meeting_cancel-give-up = Keep the meeting
meeting_cancel-reason-label = Reason
cancel-ask-reason = Why is it cancelled? Everybody will read this. You can skip the question.
cancel-no-reason = none given
cancel-review = <b>Cancel “{ $title }”?</b>
    { $when }
    Reason: { $reason }

    { $count ->
        [one] One person will be told.
       *[other] { $count } people will be told.
    } No more reminders of this meeting will be sent.

broadcast-started = The notice is on its way. This card shows how it goes.
broadcast-progress = <b>Sending…</b> { $sent } of { $total } sent{ $failed ->
        [0] {"."}
       *[other] , { $failed } not.
    }
broadcast-done = <b>Done.</b> { $sent } of { $total } people got the notice, in { $chambers ->
        [one] one chamber.
       *[other] { $chambers } chambers.
    }
broadcast-doubtful = { $count ->
        [one] One of them may have got it twice, with a line that says so.
       *[other] { $count } of them may have got it twice, with a line that says so.
    }
broadcast-missed = <b>Not reached:</b>
broadcast-missed-line = – { $name } ({ $where }): { $reason }
broadcast-unreached = { $count ->
        [one] One chamber was reached by nobody: please tell it by e-mail.
       *[other] { $count } chambers were reached by nobody: please tell them by e-mail.
    }
broadcast-email = Text for e-mail
broadcast-email-text = The notice as plain text in each language, to paste into an e-mail, with its calendar file:
broadcast-unreached-list = Chambers not reached
delivery-unreachable = cannot be reached through Telegram
delivery-failed = Telegram refused the message
delivery-too_late = it was too late
delivery-superseded = a later notice replaced it
delivery-dropped = no longer a member

comment-title = Comment
comment-ask = What would you like to add to your answer? For example “I arrive at 15:00”. Skip takes the comment back.
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
date-impossible = There is no such day. Please check it and type it again, for example “28 February 2027”.
date-several = I see several dates here. Please type one, or a period such as “18-20 July 2027”.
date-too_long = That is too long for a date. Please type the day alone, for example “1 December 2027”.
date-season = A season is not a date. Which month, or months, is it? For example “March 2027” or “March to May 2027”.
date-ambiguous = This can be read in more than one way. Please write the month in letters, for example “3 November 2027”.
doubt-clock_twice = This hour comes twice on that day: the clocks are put back.
doubt-clock_never = This hour does not exist on that day: the clocks are put forward.
doubt-weekend = It is a week-end.
doubt-holiday = It is a public holiday.
doubt-past = It lies in the past.
doubt-far = It is more than three years from today.
doubt-order_guessed = I took the day to come before the month.
doubt-year_guessed = The year was not said; I took the nearest one.
doubt-end_before_start = It ends before it begins.
doubt-weekday_mismatch = The weekday does not belong to this date.
doubt-season = A season is not a date.
doubt-part_of_day = A part of the day was said, but no hour; I kept the day.

form-not-recognised = I did not recognise this. Please choose one of the buttons, or type it in another way.
form-did-you-mean = Did you mean <b>{ $what }</b>?
form-which = Which of these do you mean?
form-link-unclear = I need an address that begins with https://, for example “https://www.europarl.europa.eu”.

board-heading = <b>The board: { $title }</b>
    { $when }

    { $total } bodies. With somebody here: { $present } · answered: { $answered } · reported for this meeting: { $reported }
board-heading-no-meeting = <b>The board</b>
    No meeting is announced.

    { $total } bodies. With somebody here: { $present } · reported: { $reported }
board-block = <b>{ $name }</b> ({ $count })
    { $lines }
board-block-folded = <b>{ $name }</b> ({ $count })
    <blockquote expandable>{ $lines }</blockquote>
board-line = – { $chamber }: { $said }
board-answered = Have answered
board-silent = Have not answered
board-present = Have somebody here
board-unreachable = Cannot be reached: tell them by e-mail
board-nobody = Nobody is registered: invite somebody
board-activities = { $count ->
    [one] one activity
   *[other] { $count } activities
}
board-refresh = Refresh
board-meeting = Open the meeting
board-invite = Invite somebody
