# What every part of the bot says.

again = <i>You may have received this message already: a technical fault means we cannot be sure.</i>
late = <i>This message should have reached you on { $when }.</i>

button-old = This button is out of date. Nothing was changed. /help shows what you can do.
closed-stranger = This is for members of the network. { $join }
closed-applicant = Your registration is waiting for a coordinator’s decision. The answer is sent to you here.
closed-declined = Your registration was declined. { $join }
closed-suspended = Your access is suspended for the moment. Please write to the coordinators.
closed-departed = You have left the network. { $join }
closed-to-observer = Observers can read everything; only the chambers’ correspondents report activities.
closed-coordinators = This is for coordinators of the network.

fault = Sorry, something went wrong on our side and your last message was not handled. Please try again. Reference for the coordinators: { $reference }

form-header = <b>{ $title }</b>
form-header-part = <b>{ $title }</b> · { $part }
label-and-more = { $label }: { $more }
form-field = <b>{ $label }:</b> { $value }
form-back = ‹ Back
form-skip = Skip ›
form-keep = Keep as it is
form-empty = Remove this answer
form-cancel = ✕ Cancel
form-done = Done
form-yes = Yes, that is right
form-no = No, ask me again
form-none = None of these
form-change = Change
form-add = Add details
form-add-one = Add: { $what }
form-to-review = ‹ Back to the overview
form-resume = Continue
form-discard = Delete the draft
form-which-field = Which part would you like to change?
form-which-detail = Which detail would you like to add?
form-yes-words = yes, y, ok, okay, right, correct, oui, o, d’accord, d'accord
form-no-words = no, n, none, non, wrong
form-done-words = done, that’s all, that's all, terminé, fini
form-skip-words = none, no, -
form-use-buttons = Please use the buttons below: one submits, the other lets you change any part.
form-text-wanted = I can only read text here. Please type your answer, or use a button.
form-moved-on = This question has been answered already. Please continue with the message below.
form-waiting = This draft is not open at the moment; nothing was changed.
form-enough = { $count ->
    [one] Only one choice is possible. Remove it to choose another.
   *[other] You can choose up to { $count }. Remove one to choose another.
}
form-choose-one = Please choose at least one.
form-first-question = This is the first question.
form-needs-answer = This question needs an answer.
steer-nothing-open = No question is open at the moment.
form-cancelled = Cancelled. Nothing was saved.
form-set-aside = Your draft is kept for now; you can continue later.
form-discarded = The draft has been deleted.
form-too-long = That is { $length } characters; there is room for { $limit }. Could you make it shorter?
form-nothing-to-cancel = There is nothing to cancel.
form-edited = You edited a message that I had already read. To change an answer, use <i>Back</i> or <i>Change</i>, or send it again when I ask.
edited-unasked = You edited a message that I had already read. Please send it again as a new message.
form-next-draft = Continue with the next draft
form-edit-read = I have read your edited message.
form-joined = I have read this together with what you sent just before.
form-edit-unclear = I keep what I understood before; you can change it with the buttons below.
