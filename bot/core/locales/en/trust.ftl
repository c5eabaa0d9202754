# Who is it, and who may do what: names, applications, open invitations, changes of roles.

name-empty = I could not find a name in that. Please type your name, for example “Maria Rossi”.
name-sign = A name holds letters, hyphens, apostrophes and dots only: no figures, symbols or hidden signs. Please type it, for example “Maria Rossi”.
name-mixed = A word of this name mixes letters of two alphabets. Please type each word in one alphabet, for example “Maria Rossi”.
name-marks = A letter of this name has too many marks. Please type it, for example “Maria Rossi”.

unit-ask = In which unit or service do you work? It helps the coordinators to recognise you; you can skip the question.
email-ask = What is your functional or work email address? A coordinator can send a code there to be sure that it is you. You can skip the question.
email-unclear = I do not recognise this as an email address. For example: “interparliamentary@parliament.example”.
registration-unit-label = Unit
registration-email-label = Email
unit-title = Unit
unit-unit-label = Unit
email-title = Email
email-email-label = Email

settings-unit = Unit
settings-email = Email
settings-contact = Unit and email
contact-card = <b>What the coordinators see of you</b>

    <b>Unit:</b> { $unit }
    <b>Email:</b> { $email }{ $confirmed ->
        [yes] {" "}(confirmed)
       *[no] {""}
    }
    <b>Telegram name:</b> { $username }
contact-nothing = not given
contact-no-unit = Remove the unit
contact-no-email = Remove the email
contact-no-username = Remove the Telegram name

application-username = <b>Telegram:</b> { $username }
application-unit = <b>Unit:</b> { $unit }
application-email = <b>Email:</b> { $email } { $state ->
        [confirmed] (✓ email confirmed)
        [sent] (a code was made; it counts until { $until })
       *[unconfirmed] (not confirmed)
    }
application-alike = ⚠ The name looks like that of { $standing ->
        [waiting] another registration
       *[member] a member
    }: { $name } – { $where }
application-said = <b>{ $by } asked:</b> { $question }
    <b>Answer:</b> { $answer }
application-no-answer = none yet
application-ask = Ask a question
application-code = Send a code to their email
application-decided = This registration has been decided in the meantime.
application-no-email = No code is needed: there is no email, or it is confirmed already.
application-news-answer = <b>An answer has come</b>
application-news-email = <b>The email is confirmed</b>
application-asked = Your question to { $name } is on its way. The answer is sent to you here.
application-question = Before they decide on your registration, the coordinators would like to know:

    <blockquote>{ $question }</blockquote>
application-answer = Answer
application-answer-ask = Your answer goes to the coordinators. The question was:

    <blockquote>{ $question }</blockquote>
application-answered = Thank you. Your answer goes to the coordinators.
application-question-ask = What would you like to ask? The question goes to the person who wants to register.
application-question-over = This question is no longer open.
ask_applicant-title = Question
ask_applicant-question-label = Question
answer_applicant-title = Your answer
answer_applicant-answer-label = Answer

email-code-letter = Please send the letter below from your own mailbox to { $email }. When { $name } types the code here, their card says that the email is confirmed.
email-code-text = Dear { $name },

    To confirm your registration for the { $network }, please type this code in your chat with its Telegram bot:

    <code>{ $code }</code>

    It counts until { $until }. If you did not ask to join, please tell us.
email-code-coming = A coordinator will send a code to { $email }. When it arrives, please type it here, or: /code
email-code-right = Thank you. Your email address is confirmed.
email-code-wrong = This is not the code that was sent. Please check it and type it again, for example “ABCD-EFGH”.
email-code-over = This code no longer counts. A coordinator can send you another one.
email-code-none = No code is expected. To see what you can do: /help

invitations-open = Open invitations
invitations-list = <b>Open invitations</b>
    { $count ->
        [0] No invitation is open.
        [one] One invitation can still be used.
       *[other] { $count } invitations can still be used.
    }

    { $lines }
invitations-line = – { $whom }: issued by { $by }, { $made } ({ $age } ago); until { $until }
invitations-command-line = the command line
invitations-revoke-one = Revoke: { $whom } ({ $by })
invitations-sure = Revoke the invitation for { $whom } that { $by } issued? Its link then opens nothing.
invitations-yes = Yes, revoke
invitations-over = This invitation is no longer open.
invitations-revoked = The invitation is revoked.
invitation-revoked = This invitation has been revoked. Please ask a coordinator for a new one, or use /register.

role-changed-promoted = <b>{ $name }</b> ({ $where }) is now a coordinator: { $by } gave them the role.
role-changed-demoted = <b>{ $name }</b> ({ $where }) is no longer a coordinator: { $by } removed the role.
role-changed-suspended = <b>{ $name }</b> ({ $where }) was suspended by { $by }.
role-changed-reinstated = <b>{ $name }</b> ({ $where }) was reinstated by { $by }.
role-changed-joined = <b>{ $name }</b> ({ $where }) has joined as a coordinator, with a link issued by { $by }.
role-change-until = If this is a mistake, it can be undone until { $until }.
role-change-undone = Undone by { $by }.
role-change-undo = Undo
role-taken-demoted = You are no longer a coordinator: { $by } removed the role. { $can ->
        [you] If this is a mistake, you can undo it until { $until }; so can every coordinator.
       *[others] If this is a mistake, another coordinator can undo it until { $until }.
    }
role-taken-suspended = Your access was suspended by { $by }. { $can ->
        [you] If this is a mistake, you can undo it until { $until }; so can every coordinator.
       *[others] If this is a mistake, another coordinator can undo it until { $until }.
    }
undo-late = It is too late to undo this. Members and their roles: /people
undo-done = { $name } has undone this already.
undo-changed = This has changed in the meantime. The current state: /people
undo-not_yours = Only coordinators can undo this.
undo-junior = You cannot undo this yourself. Please ask another coordinator.
undo-last = This is the only coordinator. Please make somebody else a coordinator first.

command-line-used = <b>Command line:</b> { $user } used “dsn-bot { $command }” on the bot’s machine, { $when }.
command-line-invitation = It issued an invitation: { $whom }.
command-line-revoke = Undo: revoke it
person-renamed = <b>{ $before }</b> ({ $where }) is now called <b>{ $after }</b>.
