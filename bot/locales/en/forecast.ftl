# The forecast: what will be sent by itself.

forecast-heading = <b>What will be sent by itself</b>
    from { $from } to { $to }, as things stand now: every answer changes it. Hours are on your clock.
forecast-day = <b>{ $day }</b>
forecast-line = · { $hours } { $what }: { $people ->
        [0] nobody
        [one] one person
       *[other] { $people } people
    }{ $chambers ->
        [0] {""}
        [one] {" "}in one chamber
       *[other] {" "}in { $chambers } chambers
    }{ $left ->
        [0] {""}
        [one] ; one left out
       *[other] ; { $left } left out
    }
forecast-nothing = Nothing will be sent by itself in this time.
forecast-unheard = { $count ->
    [one] One chamber has nobody in the network and hears nothing of this: /people shows whom to invite.
   *[other] { $count } chambers have nobody in the network and hear nothing of this.
}
forecast-what = { $kind } – “{ $title }”
forecast-to = <b>{ $what }</b>
    To { $people ->
        [0] nobody
        [one] one person
       *[other] { $people } people
    }{ $chambers ->
        [0] {""}
        [one] {" "}in one chamber
       *[other] {" "}in { $chambers } chambers
    }
forecast-person = · { $hour } { $name }{ $where ->
        [none] {""}
       *[other] {" "}({ $where })
    }
forecast-unnamed = · { $hours }; drafts are private, so nobody is named
forecast-moved = Moved into working hours from { $day }: { $count }
forecast-left-out = <i>Left out: { $reason } – { $count }</i>
forecast-left-person = · { $name }{ $where ->
        [none] {""}
       *[other] {" "}({ $where })
    }
forecast-day-empty = Nothing is left to be sent on this day.
forecast-back = ‹ Back to the 14 days
forecast-day-button = { $day } ({ $count })
forecast-page-before = ‹ Previous page
forecast-page-after = Next page ›
forecast-day-before = ‹ { $day }
forecast-day-after = { $day } ›

left-out-stopped = have stopped this kind
left-out-paused = have paused their reminders
left-out-for-coordinators = it is for coordinators
left-out-not-answered = have not said that they come
left-out-does-not-come = do not come
left-out-in-person = come in person
left-out-answered = have answered
left-out-chamber-answered = somebody of the chamber has answered
left-out-no-chamber = have no chamber to report for
left-out-chamber-reported = the chamber has reported
left-out-nothing-to-publish = nothing to publish
left-out-no-account = have no Telegram account
left-out-told = have been told already
left-out-moved = the meeting was moved
left-out-cancelled = the meeting was cancelled
