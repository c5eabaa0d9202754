# Help, settings, language, and what was not asked.

bot-name = Democracy Support Network
bot-short-description = The network of EU parliaments’ democracy support: meetings, activities, reminders.
bot-description = For officials of the EU’s national parliaments and of the European Parliament who support parliaments of third countries: hear of meetings and answer in one tap, report an activity in two minutes, see who works with whom. Not for confidential information. /privacy says what happens to your data.

command-start = Begin, or open an invitation
command-register = Ask to join the network
command-language = Change the language
command-privacy = What happens to your data
command-help = What you can do here
command-cancel = Leave the present conversation
command-meetings = Coming meetings and your answer
command-update = Report an activity
command-projects = What the chambers report, with filters
command-who = Which chambers work with a country or on a theme
command-mydata = What is kept about you, as a file
command-forget = Erase your data and leave
command-board = The 40 bodies: who has answered and reported
command-settings = Language, time zone, reminders, pause
command-announce = Announce a meeting
command-people = Members and registrations
command-forecast = What will be sent in the next 14 days
command-invite = Invite a colleague
command-log = What was done last, and by whom
command-unknown = I do not know this command. /help shows what you can do.

help-line = /{ $command } – { $what }
help-stranger = <b>What you can do here</b>

    { $lines }
help-correspondent = <b>What you can do here</b>

    { $lines }

    You can answer every question by typing or with a button. Dates can be written as you like: “18-20 July”, “1 December at 14:30”.
help-observer = <b>What you can do here</b>

    { $lines }

    You can answer every question by typing or with a button.
help-coordinator = <b>What you can do here</b>

    { $lines }

    Before a notice goes out you see exactly what it says and whom it reaches, and you can send it to yourself first.

unasked-member = I am not waiting for an answer at the moment. /update reports an activity, /meetings shows what is coming, /help everything else.
unasked-stranger = This bot is for members of the Democracy Support Network. /start says what it is, /register asks to join.
group-private-only = I work in private chats only, so that answers stay between you and the network. Please write to me here: { $link }

language-choose = Which language do you prefer?
language-chosen = From here on I will write to you in English. /register asks to join the network.

settings-card = <b>Your settings</b>

    <b>Name:</b> { $name }
    <b>Language:</b> { $language }
    <b>Time zone:</b> { $zone } ({ $offset })
    <b>Reminders:</b> { $pause }
settings-no-pause = are sent on working days, 08:30–18:00 your time
settings-paused = paused until { $until }
settings-language = Language
settings-name = Name
settings-zone = Time zone
settings-reminders = Which reminders
settings-pause = Pause reminders
settings-resume = End the pause
settings-back = ‹ Back to settings
settings-kind = { $state ->
        [on] ✓ { $kind }
       *[off] ✗ { $kind }
    }
settings-which-reminders = Which reminders would you like? ✓ are sent, ✗ are not. Notices of meetings, changes and cancellations always reach you.

rename-title = Name
rename-ask = How shall your colleagues see your name? Please type it.
rename-name-label = Name

pause-title = Pause
pause-until = Until which day shall I send you no reminders? For example “1 September” or “next Monday”. Notices of meetings still reach you.
pause-until-label = Until
pause-unclear = I could not read this as a day to come. Please type it with its month, for example “15 January”.
pause-read-back = No reminders before <b>{ $until }</b>?
pause-set = You will get no reminders before { $until }. /settings ends the pause earlier.

zone-title = Time zone
zone-choose = In which city’s time shall I show hours? Choose one, or type another city, for example “Bruxelles” or “New York”.
zone-zone-label = Time zone
zone-unknown = I do not know a time zone by this name. Please type a large city in it, for example “Athens”.
zone-read-back = Do you mean the time in <b>{ $city }</b>?
zone-set = Times are now shown for { $city } ({ $offset }); reminders follow its working hours.

mydata-file = Everything that is kept about you, as a file that any text editor opens. /forget erases it.
mydata-nothing = Nothing is kept about you here.
forget-sure = <b>Erase your data?</b>

    <b>What goes:</b> { $name }: your name and account, your settings, drafts and comments, your answers to coming meetings. You leave the network at once, and nothing more is sent to you.
    <b>What stays:</b> what your chamber has reported{ $count ->
        [0] {""}
        [one] {" "}(one activity that you entered)
       *[other] {" "}({ $count } activities that you entered)
    }, under the chamber’s name; that an answer was given to past meetings, without your name.

    This cannot be undone. /mydata gives you a copy first.
forget-yes = Yes, erase my data
forget-no = No, keep everything
forget-kept = Nothing was changed.
forget-done = Your data are erased, and you have left the network. Thank you for your part in it. /register asks to join again.
forget-done-stranger = What you had begun here is erased. Nothing else was kept about you.
forget-only-coordinator = You are the only coordinator of the network: without you nobody could admit a successor. Please make somebody else a coordinator first, under /people.
