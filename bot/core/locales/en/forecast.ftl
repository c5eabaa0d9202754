# The forecast: scheduled messages.

forecast-heading = <b>Scheduled messages</b>
    from { $from } to { $to }, as things stand: answers may change this. Times are in your time zone.
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
        [one] ; not sent to one
       *[other] ; not sent to { $left }
    }
forecast-nothing = Nothing is scheduled for this period.
forecast-unheard = { $count ->
    [one] One chamber is not represented in the network and receives none of this: see /board.
   *[other] { $count } chambers are not represented in the network and receive none of this: see /board.
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
forecast-moved = Brought forward into working hours from { $day }: { $count }
forecast-left-out = <i>Not sent: { $reason } – { $count }</i>
forecast-left-person = · { $name }{ $where ->
        [none] {""}
       *[other] {" "}({ $where })
    }
forecast-day-empty = Nothing more is scheduled for this day.
forecast-back = ‹ Back to all days
forecast-day-button = { $day } ({ $count })
forecast-page-before = ‹ Previous page
forecast-page-after = Next page ›
forecast-day-before = ‹ { $day }
forecast-day-after = { $day } ›

left-out-stopped = these messages turned off
left-out-paused = reminders paused
left-out-for-coordinators = for coordinators only
left-out-not-answered = attendance not confirmed
left-out-does-not-come = not attending
left-out-in-person = attending in person
left-out-answered = already answered
left-out-chamber-answered = chamber has already answered
left-out-no-chamber = no chamber to report for
left-out-chamber-reported = chamber has already reported
left-out-nothing-to-publish = nothing to publish
left-out-no-account = no Telegram account
left-out-told = already told
left-out-moved = meeting moved
left-out-cancelled = meeting cancelled
