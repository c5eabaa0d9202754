# Reporting activities, drafts, and the list of who does what.

project_update-title = Activity
project_update-submit = Submit
project_update-chamber-label = Chamber
project_update-title-label = Title
project_update-partners-label = Partner
project_update-kind-label = Kind of activity
project_update-themes-label = Themes
project_update-programme-label = Programme
project_update-programme_label-label = Name of the programme
project_update-status-label = Status
project_update-dates-label = Dates
project_update-format-label = Format
project_update-place-label = Place
project_update-summary-label = Summary
project_update-partner_institution-label = Partner institution
project_update-role-label = Our role
project_update-other_chambers-label = Other chambers
project_update-audience-label = Participants
project_update-participants-label = Number of people
project_update-women-label = Of whom women
project_update-summary_language-label = Language of summary
project_update-summary_en-label = Summary in English
project_update-outcome-label = Outcome
project_update-cooperation-label = Cooperation
project_update-cooperation_text-label = About the cooperation
project_update-url-label = Web page
project_update-sharing-label = Sharing
project_update-ipex_url-label = Page on IPEX

update-same = Same as last time: { $title }
update-copy = Copy an earlier activity
update-which-copy = Which one should be copied? Partner, programme, kind and themes are taken over.
update-drafts = { $count ->
        [one] A draft is waiting for you.
       *[other] { $count } drafts are waiting for you.
    }
update-go-on = Continue: { $title }
update-new = New activity
update-ask-chamber = For which chamber?
update-ask-chamber-any = For which chamber? Choose yours, or type any other, for example “Italian Senate”.
update-ask-title = What would you call the activity, in one line? For example “Study visit on cybersecurity”.
update-ask-partners = Which partner countries? Choose them and press Done, or type countries or one region with commas between them.
update-partner-unknown = I do not recognise this as a partner country or region. Please type its name, for example “Montenegro” or “Western Balkans”.
update-ask-kind = What kind of activity is it?
update-ask-themes = Which themes? Choose up to three and press Done, or type them with commas between them.
update-ask-programme = Under which programme?
update-ask-programme-label = What is the programme called?
update-ask-status = What is its status?
update-ask-dates = When? For example “18-20 July 2022”, “2 and 3 November”, or “March 2027” if only the month is known.
update-ask-format = What is the format?
update-ask-place = In which town? You can skip this.
update-ask-summary = What is it about, and who is it for? Up to 600 characters, in your own language.
update-ask-partner-institution = Which institution is the partner, if not the country’s parliament?
update-ask-role = What is your chamber’s role?
update-ask-other-chambers = Which other chambers take part? With their countries and commas between them, for example “Italian Senate, Sejm”.
update-chamber-unknown = I do not recognise “{ $what }”. Please type the chamber with its country, for example “Italian Senate” or “Sejm”.
update-chambers-own = The chamber that reports is counted already. Please name other chambers, or tap Skip.
update-ask-audience = Who takes part?
update-ask-participants = How many people? The number only, never names.
update-ask-women = How many of them are women?
update-number-unclear = Please type a number, for example “12”.
update-women-unclear = Please type a number that is no greater than { $total }.
update-ask-summary-language = In which language is the summary?
update-ask-summary-en = The summary in English, up to 600 characters:
update-ask-outcome = What was the result? Up to 300 characters.
update-ask-cooperation = Is there room for cooperation with other chambers?
update-ask-cooperation-text = What is sought or offered? Up to 200 characters.
update-ask-url = The public web page of the activity:
update-ask-sharing = Where may it be shared?
update-ask-ipex-url = The address of its page on IPEX:
update-review = <b>Please check your activity</b>
update-review-of = <b>Please check your activity</b> ({ $at } of { $of })
update-submitted = <b>Thank you.</b> Your activity has the reference { $ref }.
update-others = { $count ->
        [one] One other chamber works with { $partners }: { $names }.
       *[other] { $count } other chambers work with { $partners }: { $names }.
    }
update-other-close = Its activity is on the same theme, in the same month.
update-others-close = { $count ->
        [one] One has an activity on the same theme in the same month: { $names }.
       *[other] { $count } have activities on the same theme in the same month: { $names }.
    }
update-saved = Saved.
update-change = Change
update-withdraw = Withdraw
update-another = Report another activity
update-heading = <b>{ $title }</b>
    { $ref }
update-summary = { $summary } <i>({ $language })</i>
update-summary-en = <i>English:</i> { $summary }
update-participants = { $count ->
        [one] one person
       *[other] { $count } people
    }
update-women = { $count ->
        [one] one woman
       *[other] { $count } women
    }
update-line = <b>{ $title }</b>
    { $chamber } · { $kind } · { $partners } · { $when }
update-withdrawn = The activity { $ref } has been withdrawn.
update-withdraw-sure = Withdraw “{ $title }” ({ $ref })? It disappears from the lists; its history is kept.
update-withdraw-yes = Yes, withdraw it
update-withdraw-no = No, keep it
update-gone = This activity has been withdrawn or belongs to another chamber. Nothing was changed.
update-changed-meanwhile = Somebody saved another version of this activity before you. Your changes were not saved; the current version is:

draft-untitled = untitled
draft-waits-project_update = Your draft “{ $title }” is waiting. Would you like to continue?
draft-waits-announcement = Your announcement “{ $title }” has not been sent. Would you like to continue?
draft-ended = Your draft “{ $title }” had been left unfinished for a long time and has been deleted.

projects-header = <b>Activities: { $filter }</b> ({ $count })
projects-none = Nothing has been reported here yet.
projects-all = The whole network
projects-type = <i>To narrow this down, type a country, a region, a theme, a chamber, a status or a year, for example “Montenegro” or “budget, 2026”.</i>
projects-later = ‹ Later
projects-earlier = Earlier ›
projects-own = My chamber
projects-by-country = By country
projects-by-chamber = By chamber
projects-by-region = By region
projects-by-theme = By theme
projects-choose = What would you like to see?
projects-not-understood = I did not recognise this. Type a country, a region, a theme or a chamber after the command, for example “/projects Montenegro” or “/projects oversight”.

who-ask = Who works with whom? Choose, or type a country, a region, a theme or a chamber after the command, for example “/who Montenegro” or “/who oversight”.
who-heading = <b>Who does what: { $what }</b>
    { $chambers ->
        [one] One chamber
       *[other] { $chambers } chambers
    }, { $count ->
        [one] one activity
       *[other] { $count } activities
    }
who-chamber = <b>{ $chamber }</b> ({ $count })
who-line = – { $title } · { $partners } · { $when } · { $status }
who-more = { $count ->
    [one] And one more chamber.
   *[other] And { $count } more chambers.
}
who-nobody = No chamber has reported anything here yet: { $what }.
who-activities = { $count ->
    [one] See the activity
   *[other] See the { $count } activities
}
who-another = Ask about something else
who-button = Who works with { $what }
who-not-understood = I did not recognise this. Type a country, a region, a theme or a chamber after the command, for example “/who Montenegro” or “/who oversight”.
project_update-words-label = In your own words
update-ask-words = <b>Describe the activity in your own words, or tap to answer questions.</b>

    One sentence is enough: with whom, what, when and where. For example “From 18 to 20 July 2022 one of our experts took part in an INTER PARES mission on committee secretariats in Podgorica”. You can also paste or forward a note that describes several activities.

    Please write only what may be published, and no names of partner officials. Your draft is kept.
update-words-skip = Ask me question by question
update-words-unclear = I did not find an activity in this. Please say with which country, what was done and when, for example “Study visit of the Parliament of Montenegro on cybersecurity, 2 and 3 November 2026”; or let me ask you question by question.
update-words-doubt = <b>{ $label }</b> – you wrote “{ $words }”. What do you mean?
update-words-said = You wrote “{ $words }”.
update-words-title = Suggested title: <b>{ $title }</b>

    Is that right? You can also type another title.
update-words-place = You wrote “{ $words }”. Is that the place? You can also type the town.
update-words-summary = Your text has { $length } characters; a summary has room for { $limit }. These are its first sentences:

    { $summary }

    Should I use them? You can also type a shorter text.
update-words-known = <i>Understood: { $known }</i>
update-words-from = { $value } <i>(“{ $words }”)</i>
update-made-title = { $kind } – { $partners }: { $themes }
update-made-title-bare = { $kind } – { $partners }
update-title-of = { $title } ({ $at } of { $of })
update-later = Later – continue with the next one

offer-activity = { $count ->
        [one] This looks like an activity. Would you like to report it?
       *[other] This looks like { $count } activities. Would you like to report them? You confirm them one by one.
    }
offer-activity-which = <i>“{ $text }”</i>
offer-activity-yes = Yes, report
offer-activity-no = No
offer-activity-dropped = All right, the text is deleted.
offer-caption-only = I read the caption only; the picture or file itself is not kept.
unasked-no-text = I can only read text here. If this is about an activity, please type it or forward the text; /update takes you through it step by step.
