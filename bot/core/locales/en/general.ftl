# Help, settings, language, and what was not asked.

bot-short-description = The EU parliaments’ democracy support network: meetings, activities, reminders.
bot-description = For officials of the EU’s national parliaments and of the European Parliament who support parliaments of third countries. Receive meeting notices and answer with one tap, report an activity in two minutes, see which chamber works with which partner. Not for confidential information. Data protection: /privacy

command-start = Start, or open an invitation
command-register = Ask to join the network
command-language = Change the language
command-privacy = Data protection
command-help = What you can do here
command-cancel = Stop the current questions
command-meetings = Upcoming meetings and your answers
command-update = Report an activity
command-projects = The chambers’ activities, with filters
command-who = Which chambers work with a country or on a theme
command-mydata = Get a copy of your data
command-forget = Erase your data and leave
command-board = All chambers: answers and activities
command-settings = Language, time zone, reminders, pause
command-announce = Announce a meeting
command-people = Members and registrations
command-forecast = Messages scheduled for the coming days
command-invite = Invite a colleague
command-handover = Hand your place over to a successor
command-invitations = Open invitations, and revoke one
command-code = Type the code that came by email
command-log = Latest actions, and by whom
command-retention = What is deleted, and when
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

    Before a notice goes out you see exactly what it says and who will receive it, and you can send it to yourself first.

unasked-member = I did not understand this, and nothing was changed. What would you like to do?
unasked-stranger = { $network }: this bot is for members of the network. About the network: /start. { $join } Other messages are not read.
own-message = This is a message of the bot’s own, so nothing was changed. Its buttons can be used where it first came.
greeted = Hello. What would you like to do?
you-are-welcome = You are welcome.
group-private-only = I work in private chats only, so that answers stay between you and the network. Please write to me here: { $link }

do-register = Ask to join
do-meetings = Upcoming meetings
do-update = Report an activity
do-projects = Activities
do-help = Help

language-choose = Which language do you prefer?
language-chosen = I will write to you in English from now on. { $join }

settings-card = <b>Your settings</b>

    <b>Name:</b> { $name }
    <b>Language:</b> { $language }
    <b>Time zone:</b> { $zone } ({ $offset })
    <b>Unit:</b> { $unit }
    <b>Email:</b> { $email }
    <b>Telegram name:</b> { $username }
    <b>Reminders:</b> { $pause }
settings-no-pause = on working days, { $hours }, your time
settings-paused = paused until { $until }
settings-language = Language
settings-name = Name
settings-zone = Time zone
settings-reminders = Choose reminders
settings-pause = Pause reminders
settings-resume = End the pause
settings-back = ‹ Back to settings
settings-kind = { $state ->
        [on] ✓ { $kind }
       *[off] ✗ { $kind }
    }
settings-which-reminders = Which reminders would you like? ✓ are sent, ✗ are not. Notices of meetings, changes and cancellations are always sent.

rename-title = Name
rename-ask = What name should your colleagues see? Please type it.
rename-name-label = Name

pause-title = Pause
pause-until = Until when would you like no reminders? For example “1 September” or “next Monday”. Notices of meetings are still sent.
pause-until-label = Until
pause-unclear = I could not read this as a future date. Please include the month, for example “15 January”.
pause-read-back = No reminders before <b>{ $until }</b>?
pause-set = You will get no reminders before { $until }. To end the pause earlier: /settings

zone-title = Time zone
zone-choose = Which city’s time should I use? Choose one, or type another city, for example “Brussels” or “New York”.
zone-zone-label = Time zone
zone-unknown = I do not know a time zone by this name. Please type a large city in it, for example “Athens”.
zone-read-back = Do you mean the time in <b>{ $city }</b>?
zone-set = Times are now shown for { $city } ({ $offset }); reminders respect working hours there.

mydata-page = All the data kept about you, with the purpose and how long they are kept; the file opens in any browser.
mydata-file = The same for programs, as JSON. To erase the data: /forget
mydata-nothing = Nothing is kept here under your Telegram account.
mydata-pause-too = Besides this a mark made from your account number is kept until { $when }: it keeps an account from applying again at once.
mydata-pause = Under your Telegram account one thing is kept here, until { $when }: a mark made from its number. It keeps an account from applying again at once.
forget-sure = <b>Erase your data?</b>

    <b>Erased:</b> your name ({ $name }) and account, unit and email, your settings, drafts and comments, your answers to upcoming meetings. You leave the network at once, and nothing more is sent to you.
    <b>Kept:</b> what your chamber has reported{ $count ->
        [0] {""}
        [one] {" "}(one activity that you entered)
       *[other] {" "}({ $count } activities that you entered)
    }, under the chamber’s name; that an answer was given to past meetings, without your name; for { $span } a hash of your account, so that an old backup does not bring your data back.{ $suspended ->
        [yes] {" "}As you are suspended, a hash is also kept for { $longer }, by which a return is noticed.
       *[no] {""}
    }

    This cannot be undone. For a copy first: /mydata
forget-yes = Yes, erase my data
forget-no = No, keep everything
forget-kept = Nothing was changed.
forget-done = Your data have been erased and you have left the network. Thank you for having taken part. Until { $when } a mark made from your account number is kept, so that nobody applies again at once. { $join }
forget-done-stranger = What was kept here under your Telegram account is erased.
forget-only-coordinator = You are the only coordinator of the network: without you nobody could approve new members. Please make somebody else a coordinator first, under /people.
