# Joining the network, deciding who joins, invitations.

start-stranger = <b>{ $network }</b>
    This bot is for the officials of the EU’s national parliaments and of the European Parliament who run cooperation projects with parliaments of third countries. It is run by { $unit }.

    If you are one of them, /register asks to join. /privacy says what happens to your data. /language changes the language.
start-invited = <b>{ $network }</b>
    You have been invited. The network joins the officials of the EU’s national parliaments and of the European Parliament who run cooperation projects with parliaments of third countries. It is run by { $unit }.

    A few questions, and you are registered. /privacy says what happens to your data.
start-correspondent = Welcome, { $name }. You are registered as a correspondent of your chamber.

    /meetings – what is coming, and your answer
    /update – report an activity, in about two minutes
    /projects – what the chambers report
    /who – which chambers work with a country or on a theme
    /settings – language, time zone, reminders
    /help – everything else

    Please write only what may be published: Telegram is not a place for confidential information.
start-coordinator = Welcome, { $name }. You are a coordinator of the network.

    /announce – announce a meeting
    /meetings – coming meetings and who has answered
    /board – the 40 bodies: who has answered and reported
    /people – members and registrations
    /invite – invite a colleague
    /help – everything else
start-observer = Welcome, { $name }. You are registered as an observer: you are invited to meetings and can read what the chambers report.

    /meetings – what is coming, and your answer
    /projects – what the chambers report
    /who – which chambers work with a country or on a theme
    /settings – language, time zone, reminders
    /help – everything else

registration-title = Registration
registration-submit = Send my registration
registration-language = In which language shall I write to you? You can change it later with /language.
registration-language-label = Language
registration-language-unknown = I speak English and French so far. Please choose one of the buttons.
registration-privacy = Before we begin: your name, chamber, language, time zone and answers are kept by { $unit } so that the network can invite you, remind you and collect what the chambers do. Members of the network see your chamber’s reports, not your account. Telegram is not confidential: please write only what may be published. /privacy has the whole notice, and your rights.
registration-privacy-label = Data protection
registration-privacy-yes = I have read this
registration-privacy-needed = I can only go on once you have read the notice: please press the button, or type “yes”. /cancel leaves, and nothing is kept.
registration-country = Which country’s parliament do you work for? Choose it, or type its name in your language.
registration-country-label = Country
registration-country-unknown = I do not know this as a member state of the EU. Please type the country’s name, for example “Finland” or “Suomi”, or choose a button.
registration-country-which = Did you mean <b>{ $country }</b>?
registration-chamber = For which chamber?
registration-chamber-label = Chamber
registration-chamber-both = Both chambers
registration-chamber-unknown = I do not recognise this chamber. Please choose one of the buttons.
registration-no-chamber = no chamber
registration-name = What is your name, as your colleagues know it? Use the button, or type it.
registration-name-label = Name
registration-name-unclear = I could not find a name in that. Please type your name, for example “Maria”.
registration-review = <b>Please check your registration</b>

    <b>Name:</b> { $name }
    <b>Chamber:</b> { $chambers }
    <b>Language:</b> { $language }
registration-sent = Thank you. The coordinators will look at your registration; you will hear here as soon as one of them has decided.
registration-accepted = Thank you, your registration is complete.
registration-already = You are registered already. /help shows what you can do, /settings what you can change.

invitation-unknown = This invitation link is not valid. Please ask a coordinator for a new one, or use /register.
invitation-used = This invitation has been used already. Please ask a coordinator for a new one, or use /register.
invitation-expired = This invitation has expired. Please ask a coordinator for a new one, or use /register.

declined = Your registration for the network was declined. If you think that this is a mistake, please write to the coordinators; you can also register again with /register.
declined-with-reason = Your registration for the network was declined. The coordinators give this reason:

    <blockquote>{ $reason }</blockquote>
    You can register again with /register.

decline-title = Declining a registration
decline-reason = Why is it declined? The person will read this. You can skip the question.
decline-reason-label = Reason

people-application = <b>Somebody asks to join</b>

    <b>Name:</b> { $name }
    <b>Chamber:</b> { $chambers }
    <b>Language:</b> { $language }
    <b>Asked:</b> { $when }

    Please check with the chamber if you do not know them.
people-approve = Approve
people-decline = Decline
people-approved = ✓ { $name } was approved by { $by } and has been told.
people-declined = ✗ { $name } was declined and has been told.
people-decided-active = { $name } was already approved by { $by }.
people-decided-declined = { $name } was already declined by { $by }.
people-decided-suspended = { $name } is suspended by { $by }.
people-decided-departed = { $name } has left the network.
people-somebody = another coordinator
people-unreachable = { $name } cannot be reached through Telegram any more: the bot was blocked, or the account is gone. Please use e-mail until they write to the bot again.
people-list = <b>People of the network</b>
    { $count ->
        [one] One member
       *[other] { $count } members
    } in { $chambers ->
        [one] one chamber
       *[other] { $chambers } chambers
    }; { $waiting ->
        [0] nobody waits for a decision.
        [one] one waits for a decision.
       *[other] { $waiting } wait for a decision.
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
people-left = Somebody has left the network and erased their data: { $where }.
people-left-nobody = { $count ->
        [one] This chamber has nobody now: { $where }. Please invite somebody.
       *[other] These chambers have nobody now: { $where }. Please invite somebody.
    }
people-back = ‹ Back to the people
person-card = <b>{ $name }</b>

    <b>Chamber:</b> { $where }
    <b>Role:</b> { $role }
    <b>Language:</b> { $language }
    <b>Time zone:</b> { $zone }
    <b>Member since:</b> { $since }
    { $state ->
        [suspended] <b>Suspended</b> for the moment.
        [unreachable] Cannot be reached through Telegram: please use e-mail.
       *[reachable] Can be reached here.
    }
person-suspend = Suspend
person-suspend-sure = Suspend { $name }? The network closes to them until a coordinator reinstates them; they are told. What their chamber has reported stays.
person-suspend-yes = Yes, suspend
person-reinstate = Reinstate
person-reinstate-sure = Reinstate { $name }? They are welcomed back and get what is coming.
person-reinstate-yes = Yes, reinstate
person-promote = Make coordinator
person-promote-sure = Make { $name } a coordinator? They can then announce meetings, admit and suspend people, and change every chamber’s reports.
person-promote-yes = Yes, make coordinator
person-demote = No longer coordinator
person-demote-sure = Shall { $name } no longer be a coordinator? They stay a member of the network.
person-demote-yes = Yes, no longer coordinator
person-done = Done.
person-changed = This has changed meanwhile. Here is how it stands.
person-last-coordinator = This is the only coordinator. Please make somebody else a coordinator first.
person-no-longer-you = You are no longer a coordinator. /help shows what you can do now.
people-waiting = Decide: { $name }
page-before = ‹ Earlier
page-after = Later ›

role-correspondent = Correspondent
role-coordinator = Coordinator
role-observer = Observer

invite-whom = Whom would you like to invite? You can also type, for example, <code>/invite FR-SEN</code>.
invite-country = Which country’s parliament?
invite-chamber = Which chamber?
invite-which = Which of these chambers do you mean?
invite-unknown = I do not recognise this. Type <code>/invite</code> and a chamber with its country, for example “/invite Sénat français”, or use the buttons of /invite alone.
invite-link = <b>Invitation: { $whom }</b>

    Please send this link to the person you invite. It works once, until { $until }, and is shown here only.

    { $link }

    Code, for the bot’s start: <code>{ $code }</code>
invite-copy = Copy the link
