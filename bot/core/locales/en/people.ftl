# Joining the network, deciding who joins, invitations.

start-stranger = <b>{ $network }</b>
    This bot is for the officials of the EU’s national parliaments and of the European Parliament who run cooperation projects with parliaments of third countries. The network is run by { $unit }.

    { $join }
    Data protection: /privacy
    Français: /language
start-invited = <b>{ $network }</b>
    You have been invited. The network brings together the officials of the EU’s national parliaments and of the European Parliament who run cooperation projects with parliaments of third countries. It is run by { $unit }.

    Your name and language are taken from Telegram where it tells them; you can change them before you send your registration. Data protection: /privacy
start-correspondent = Welcome, { $name }. You are registered as a correspondent of your chamber.

    /meetings – upcoming meetings and your answers
    /update – report an activity, in about two minutes
    /projects – the chambers’ activities
    /who – which chambers work with a country or on a theme
    /settings – language, time zone, reminders
    /help – everything else

    Please write only what may be published: Telegram is not a place for confidential information.
start-coordinator = Welcome, { $name }. You are a coordinator of the network.

    /announce – announce a meeting
    /meetings – upcoming meetings and answers
    /board – all chambers: answers and activities
    /people – members and registrations
    /invite – invite a colleague
    /help – everything else
start-observer = Welcome, { $name }. You are registered as an observer: you are invited to meetings and see the chambers’ activities. Members’ names, answers and drafts are not shown to you.

    /meetings – upcoming meetings and your answers
    /projects – the chambers’ activities
    /who – which chambers work with a country or on a theme
    /settings – language, time zone, reminders
    /help – everything else

registration-title = Registration
registration-submit = Send my registration
registration-language = Which language should I use? You can change it later with /language.
registration-language-label = Language
registration-language-unknown = I can write in English and French only. Please choose one of the buttons.
registration-privacy = <b>Data protection, in short</b>
    { $controller } keeps your account, your name here and on Telegram, chamber, language, time zone and answers, and unit and work email if you give them, so that the network can invite you, remind you and collect the chambers’ activities. Members see your chamber’s activities; coordinators also see your name, unit, email and answers.

    Every message passes through Telegram, a company outside the EU, and is not confidential: please write only what may be published.

    You can see, correct and erase your data (/mydata, /settings, /forget), or object: { $contact }. This is a public task; pressing the button is no consent, it records that you were informed.
registration-privacy-label = Data protection
registration-privacy-yes = I have read this
registration-privacy-needed = Registration continues once you have read this: please press the button or type “yes”. To stop and delete your answers: /cancel
registration-country = Which country’s parliament do you work for? Choose it, or type its name in your language.
registration-country-label = Country
registration-country-unknown = I do not recognise this as an EU Member State. Please type the country’s name, for example “Finland” or “Suomi”, or choose a button.
registration-country-which = Did you mean <b>{ $country }</b>?
registration-chamber = For which chamber?
registration-chamber-label = Chamber
registration-chamber-both = Both chambers
registration-chamber-unknown = I do not recognise this chamber. Please choose one of the buttons.
registration-no-chamber = no chamber
registration-name = What is your name, as your colleagues know it? Use the button, or type it.
registration-name-label = Name
registration-review = <b>Please check your registration</b>

    <b>Name:</b> { $name }
    <b>Chamber:</b> { $chambers }
    <b>Language:</b> { $language }{ $more }
registration-sent = Thank you. The coordinators will look at your registration; their answer is sent to you here.
registration-accepted = Thank you, your registration is complete.
registration-already = You are registered already. /help shows what you can do, /settings what you can change.

invitation-unknown = This invitation link is not valid. Please ask a coordinator for a new one. { $join }
invitation-used = This invitation has been used already. Please ask a coordinator for a new one. { $join }
invitation-expired = This invitation has expired. Please ask a coordinator for a new one. { $join }

declined = Your registration for the network was declined. If you think that this is a mistake, please write to the coordinators. { $join }
declined-with-reason = Your registration for the network was declined. The coordinators give this reason:

    <blockquote>{ $reason }</blockquote>
    { $join }

decline-title = Declining a registration
decline-reason = Why is the registration of <b>{ $name }</b> declined? The person will read this. You can skip the question.
decline-reason-label = Reason

people-application = <b>Request to join</b>

    <b>Name:</b> { $name }
    <b>Chamber:</b> { $chambers }
    <b>Language:</b> { $language }
    <b>Received:</b> { $when }{ $more }

    Please check with the chamber if you do not know them.
people-approve = Approve
people-decline = Decline
people-approved = ✓ { $name } was approved by { $by }; a message is on its way.
people-declined = ✗ { $name } was declined; a message is on its way.
people-decided-active = { $name } has already been approved by { $by }.
people-decided-declined = { $name } has already been declined by { $by }.
people-decided-suspended = { $name } has been suspended by { $by }.
people-decided-departed = { $name } has left the network.
people-somebody = another coordinator
people-unreachable = { $name } cannot be reached through Telegram any more: the bot was blocked, or the account is gone. Please use email until they write to the bot again.
people-list = <b>Members of the network</b>
    { $count ->
        [one] One member
       *[other] { $count } members
    } in { $chambers ->
        [one] one chamber
       *[other] { $chambers } chambers
    }; { $waiting ->
        [0] nobody is waiting for a decision.
        [one] one is waiting for a decision.
       *[other] { $waiting } are waiting for a decision.
    }

    { $lines }
people-line = { $name } – { $where }{ $role ->
        [coordinator] , coordinator
        [observer] , observer
       *[other] {""}
    }{ $state ->
        [unreachable] {" "}(cannot be reached)
        [suspended] {" "}(suspended)
       *[other] {""}
    }
people-left-asked = Somebody has left the network and erased their data: { $where }.
people-left-silent = A member had written nothing for a long time; their registration has ended and their data were erased: { $where }.
people-left-decided = A coordinator has erased the data of a member: { $where }. By whom, and why: /log
people-left-machine = The data of a member were erased by whoever runs the bot’s machine: { $where }. Why: /log
people-left-handed_over = A member has handed their place over to a successor; their own data were erased: { $where }.
people-left-nobody = { $count ->
        [one] This chamber is no longer represented: { $where }. Please invite somebody.
       *[other] These chambers are no longer represented: { $where }. Please invite somebody.
    }
silent-ask = You have not written here for a long time. Would you like to stay a member of the network? Otherwise your registration ends on { $day } and your data are erased.
silent-keep = Keep me
silent-stays = Thank you: you remain a member of the network.
person-erase = Erase their data
person-erase-sure = Erase the data of { $name }? They leave the network at once; what their chamber has reported stays, without their name. This cannot be undone. You will be asked for the reason first.
person-erase-yes = Give the reason
erase_person-title = Erasing a member’s data
erase_person-reason = Why are this member’s data erased? The other coordinators can read it in /log. To leave everything as it is: /cancel
erase_person-reason-label = Reason
person-erased = Erased: account, name, settings and all that the member had begun. What the chamber reported stays.
people-returning = <b>Please note:</b> somebody with this Telegram account left the network while suspended.
people-back = ‹ Back to members
person-card = <b>{ $name }</b>

    <b>Chamber:</b> { $where }
    <b>Role:</b> { $role }
    <b>Language:</b> { $language }
    <b>Time zone:</b> { $zone }
    <b>Member since:</b> { $since }{ $more }
    { $state ->
        [suspended] <b>Suspended</b> for the moment.
        [unreachable] Cannot be reached through Telegram: please use email.
       *[reachable] Can be reached here.
    }
person-suspend = Suspend
person-suspend-sure = Suspend { $name }? They lose access until a coordinator reinstates them, and a message is sent to them. What their chamber has reported stays.
person-suspend-yes = Yes, suspend
person-reinstate = Reinstate
person-reinstate-sure = Reinstate { $name }? They will receive a welcome message and the notices of upcoming meetings.
person-reinstate-yes = Yes, reinstate
person-promote = Make coordinator
person-promote-sure = Make { $name } a coordinator? They can then announce meetings, approve and suspend members, and change every chamber’s activities.
person-promote-yes = Yes, make coordinator
person-demote = Remove as coordinator
person-demote-sure = Remove { $name } as coordinator? They remain a member of the network.
person-demote-yes = Yes, remove
person-done = Done.
person-changed = This has changed in the meantime. Here is the current state.
person-last-coordinator = This is the only coordinator. Please make somebody else a coordinator first.
person-no-longer-you = You are no longer a coordinator. /help shows what you can do now.
people-found = { $count ->
        [one] <b>{ $words }</b>: one member
       *[other] <b>{ $words }</b>: { $count } members
    }

    { $lines }{ $more ->
        [0] {""}
        [one] {"\u000A"}…and one other: please type more of the name.
       *[other] {"\u000A"}…and { $more } others: please type more of the name.
    }
people-nobody = Nobody in the network has <b>{ $words }</b> in their name, unit or email, and no member speaks for such a chamber.
people-all = All members
seat-change = Change chamber
seat-country = For which country’s chamber will <b>{ $name }</b> speak?
seat-nowhere = No chamber any more
seat-sure = <b>{ $name }</b>: { $before } → <b>{ $after }</b>?

    What they reported and answered so far stays with the chamber of then. A message is sent to them and to the coordinators.{ $role ->
        [observer] {" "}Without a chamber they read and are invited as an observer.
       *[other] {""}
    }
seat-yes = Yes, change it
seat-same = This is their chamber already.
seat-changed = <b>{ $name }</b> now speaks for <b>{ $after }</b> (before: { $before }): { $by } changed it.{ $role ->
        [observer] {" "}They are an observer now.
       *[other] {""}
    }
seat-open = Open their card
seat-yours = Your chamber in the network is now <b>{ $where }</b>: { $by } changed it. You answer and report for it from now on.{ $had ->
        [yes] {" "}What you answered and reported before stays with { $before }.
       *[no] {""}
    } Your time zone: { $zone } (/settings).
seat-yours-no-more = You no longer speak for a chamber in the network (before: { $before }): { $by } changed it. You still read everything and are invited to meetings.
people-waiting = Decide on { $name }
page-before = ‹ Previous
page-after = Next ›

role-correspondent = Correspondent
role-coordinator = Coordinator
role-observer = Observer

invite-whom = Whom would you like to invite? You can also type, for example, <code>/invite FR-SEN</code>.
invite-country = Which country’s parliament?
invite-chamber = Which chamber?
invite-which = Which of these chambers do you mean?
invite-unknown = I do not recognise this. Type <code>/invite</code> and a chamber with its country, for example “/invite French Senate”, or send /invite on its own to choose.
invite-link = <b>Invitation: { $whom }</b>

    Please send this link to the person you invite. It works once, until { $until }, and is shown only here.

    { $link }

    If the link does not open, send the bot: <code>/start { $code }</code>
invite-copy = Copy the link

handover-not-yours = Only a correspondent can hand their place over. Coordinators: invite a successor with /invite, make them a coordinator under /people, then /forget.
handover-link = <b>Handing over: { $where }</b>

    Please send this link to your successor. It works once, until { $until }, and is shown only here.

    { $link }

    If the link does not open, they can send the bot: <code>/start { $code }</code>

    At the moment they register, they receive your drafts and your answers to upcoming meetings, without your comments. Your access ends then and your data are erased as with /forget; the bot cannot write to you after that. What your chamber has reported stays. Until then nothing changes; an earlier link of this kind no longer works.
handover-taken = You have taken over for <b>{ $where }</b>.

    { $drafts ->
        [0] Your predecessor left no drafts.
        [one] Your predecessor left one draft: /update
       *[other] Your predecessor left { $drafts } drafts: /update
    }
    { $meetings ->
        [0] No meeting is announced.
        [one] One meeting is coming up: /meetings
       *[other] { $meetings } meetings are coming up: /meetings
    }{ $unanswered ->
        [0] {""}
        [one] {" "}One has no answer yet.
       *[other] {" "}{ $unanswered } have no answer yet.
    }
    What your chamber has reported: /projects
