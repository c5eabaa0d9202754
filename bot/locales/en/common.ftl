# What every part of the bot says.

again = <i>You may have received this message already; a fault kept us from knowing.</i>
late = <i>This message should have reached you on { $when }.</i>

button-old = This button belongs to an earlier version of this card. Nothing was changed. /help shows what you can do.
closed-stranger = This is for members of the network. /register asks to join.
closed-applicant = Your registration is waiting for a coordinator. You will hear as soon as it is decided.
closed-declined = Your registration was declined. You can register again with /register.
closed-suspended = Your access is suspended for the moment. Please write to your coordinator.
closed-departed = You have left the network. /register asks to join again.
closed-to-observer = Observers can read along; reporting is for the chambers’ correspondents.
closed-coordinators = This is for coordinators of the network.

fault = I am sorry: something went wrong on our side, and your last message was not carried out. The coordinators can see it under reference { $reference }. Please try again.

form-header = <b>{ $title }</b> · { $at }/{ $total }
form-header-part = <b>{ $title }</b> · { $part }
label-and-more = { $label }: { $more }
form-field = <b>{ $label }:</b> { $value }
form-back = ‹ Back
form-skip = Skip ›
form-keep = Keep as it is
form-empty = Leave empty
form-cancel = ✕ Cancel
form-done = Done
form-yes = Yes, that is right
form-no = No, ask me again
form-none = None of these
form-change = Change
form-add = Add details
form-add-one = Add: { $what }
form-to-review = ‹ Back to the overview
form-resume = Go on
form-discard = Delete the draft
form-which-field = Which part would you like to change?
form-which-detail = Which detail would you like to add?
form-yes-words = yes, y, ok, okay, right, correct, oui, o, d’accord, d'accord
form-no-words = no, n, none, non, wrong
form-done-words = done, that’s all, that's all, terminé, fini
form-skip-words = skip, none, no, -, passer
form-back-words = back, ‹ back, retour
form-use-buttons = Please use the buttons below: one submits, one lets you change any part.
form-text-wanted = I can only read text here. Please type your answer, or use a button.
form-moved-on = This question has been answered already. We are at the card below.
form-waiting = This conversation is not going on at the moment; nothing was changed.
form-enough = { $count ->
    [one] You can choose one. Take it back to choose another.
   *[other] You can choose up to { $count }. Take one back to choose another.
}
form-choose-one = Please choose at least one.
form-first-question = This is the first question.
form-cancelled = Cancelled. Nothing was saved.
form-set-aside = Your draft is kept. You can go on whenever you like.
form-discarded = The draft is deleted.
form-too-long = That is { $length } characters; there is room for { $limit }. Could you make it shorter?
form-nothing-to-cancel = There is nothing to cancel.
form-edited = I have seen that you edited a message. I keep what I understood first: to change an answer, use <i>Back</i> or <i>Change</i> on the card, or send it again when I ask.
edited-unasked = I have seen that you edited a message. I read messages once, when they are sent: please send it again as a new one.
form-next-draft = Go on with the next one
form-edit-read = I have read your message again as you edited it.
form-edit-unclear = So I keep what I understood before; you can change it with the buttons of the card.
