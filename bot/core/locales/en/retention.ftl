# How long personal data are kept; every line follows from storage/register.py.

retention-line = • <b>{ $what }</b> ({ $why }): { $kept }; { $then }.
retention-what-members = Your account, name, chamber, role and settings
retention-what-applicants = Registrations that were declined or not decided, with the reason
retention-what-answers = Invitations to meetings, answers and comments
retention-what-activities = That an activity was entered or changed by you
retention-what-work = That a meeting was announced or changed by you
retention-what-invitations = Invitation links, who made and who used them
retention-what-drafts = Unfinished forms and drafts
retention-what-offers = A message that looks like an activity
retention-what-lists = The list of activities that you look at
retention-what-messages = The text of your messages
retention-what-inbox = That a message came, without its text
retention-what-strangers = What people send who are not registered, and the language they chose
retention-what-deliveries = Which message was sent to you, and whether it arrived
retention-what-acts = Who did what in the network
retention-what-suspended = A hash of the account of a member who left while suspended
retention-what-erasures = That data were erased: a number and a hash of the account

retention-why-address = to approve, address and remind you
retention-why-decide = to decide on them
retention-why-invite = so that a link works once
retention-why-meeting = to prepare the meetings
retention-why-chamber = to know whom to ask about the chamber’s activities
retention-why-resume = so that you can continue
retention-why-offer = to ask whether to report it
retention-why-narrow = so that what you type next narrows it
retention-why-answer = to answer
retention-why-repeat = so that a repeated message is recognised
retention-why-prove = to show what was sent, to whom and when
retention-why-account = accountability
retention-why-return = so that a return is noticed
retention-why-replay = so that an old backup does not bring them back

retention-until-membership = as long as you belong to the network
retention-until-handled = until it has been answered
retention-kept-day = { $span }
retention-kept-applicants = { $span }
retention-kept-invitations = { $span } after use or expiry
retention-kept-strangers = { $span }
retention-kept-inbox = { $span }
retention-kept-draft_expires_after = { $span } untouched
retention-kept-recipients = { $span }, and until the meeting is over
retention-kept-acts = { $span }
retention-kept-suspended = { $span }
retention-kept-erasures = { $span }

retention-silent = after { $asked } without a sign from you you are asked whether you stay; after { $removed } you are removed
retention-then-nameless = then kept without your name
retention-then-emptied = then emptied
retention-then-deleted = then deleted
retention-then-counted = then deleted, only numbers are kept
