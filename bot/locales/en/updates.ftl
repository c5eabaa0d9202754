# Reporting activities, drafts, and the list of who does what.

project_update-title = Update
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
update-copy = Copy an earlier update
update-which-copy = Which one is it like? Partner, programme, kind and themes are taken over.
update-drafts = { $count ->
        [one] A draft is waiting for you.
       *[other] { $count } drafts are waiting for you.
    }
update-go-on = Go on: { $title }
update-new = New update
update-ask-chamber = For which chamber?
update-ask-chamber-any = For which chamber? Choose yours, or type any other, for example “Italian Senate”.
update-ask-title = What would you call the activity, in one line? For example “Study visit on cyber-security”.
update-ask-partners = Which partner countries? Choose them and press Done, or type countries or one region with commas between them.
update-partner-unknown = I do not know this as a partner country or region. Please type its name, for example “Montenegro” or “Western Balkans”.
update-ask-kind = What kind of activity is it?
update-ask-themes = Which themes? Choose up to three and press Done, or type them with commas between them.
update-ask-programme = Under which programme?
update-ask-programme-label = What is the programme called?
update-ask-status = How far is it?
update-ask-dates = When? For example “18-20 July 2022”, “2 and 3 November”, or “March 2027” if only the month is known.
update-ask-format = How is it held?
update-ask-place = In which town? You can skip this.
update-ask-summary = What happens, or happened, and for whom? Up to 600 characters, in your own language.
update-ask-partner-institution = Which institution is the partner, if not the country’s parliament?
update-ask-role = What is your chamber’s role?
update-ask-other-chambers = Which other chambers take part? With their countries and commas between them, for example “Italian Senate, Sejm”.
update-chamber-unknown = I do not recognise “{ $what }”. Please type the chamber with its country, for example “Italian Senate” or “Sejm”.
update-ask-audience = Who takes part?
update-ask-participants = How many people? The number only, never names.
update-ask-women = How many of them are women?
update-number-unclear = Please type a number, for example “12”.
update-women-unclear = Please type a number that is not larger than { $total }.
update-ask-summary-language = In which language is the summary?
update-ask-summary-en = The summary in English, up to 600 characters:
update-ask-outcome = What came of it? Up to 300 characters.
update-ask-cooperation = Is there room for cooperation with other chambers?
update-ask-cooperation-text = What is sought or offered? Up to 200 characters.
update-ask-url = The public web page of the activity:
update-ask-sharing = How far may it be shared?
update-ask-ipex-url = The address of its page on IPEX:
update-review = <b>Please check your update</b>
update-review-of = <b>Please check your update</b> ({ $at } of { $of })
update-submitted = <b>Thank you.</b> Your update is { $ref }.
update-others = { $count ->
        [one] One other chamber works with { $partners }: { $names }.
       *[other] { $count } other chambers work with { $partners }: { $names }.
    }
update-other-close = It is on the same theme, in the same month.
update-others-close = { $count ->
        [one] One of them on the same theme in the same month: { $names }.
       *[other] { $count } of them on the same theme in the same month: { $names }.
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
    { $ref } · { $when } · { $partners } · { $kind }
update-withdrawn = The update { $ref } was withdrawn.
update-withdraw-sure = Withdraw “{ $title }” ({ $ref })? It disappears from lists and dossiers; its history is kept.
update-withdraw-yes = Yes, withdraw it
update-withdraw-no = No, keep it
update-gone = This update was withdrawn, or is not your chamber’s. Nothing was changed.
update-changed-meanwhile = Somebody saved another version of this update first. Your changes were not saved; this is how it stands now:

draft-untitled = without a title yet
draft-waits-project_update = Your draft “{ $title }” is waiting. Would you like to go on?
draft-waits-announcement = Your announcement “{ $title }” has not been sent. Would you like to go on?
draft-ended = Your draft “{ $title }” was not touched for a long time and has been deleted.

projects-header = <b>Activities: { $filter }</b> ({ $count })
projects-none = Nothing has been reported here yet.
projects-all = The whole network
projects-type = <i>To see less, just type: a country, a region, a theme, a chamber or a year, for example “Montenegro” or “budget, 2026”.</i>
projects-own = My chamber
projects-by-country = By country
projects-by-chamber = By chamber
projects-by-region = By region
projects-by-theme = By theme
projects-choose = What would you like to see?
projects-not-understood = I did not recognise this. Type a country, a region, a theme or a chamber behind the command, for example “/projects Montenegro” or “/projects oversight”.

who-ask = Who works with whom? Choose, or type a country, a region or a theme behind the command, for example “/who Montenegro” or “/who oversight”.
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
   *[other] See all { $count } activities
}
who-another = Ask about something else
who-button = Who works with { $what }
who-not-understood = I did not recognise this. Type a country, a region or a theme behind the command, for example “/who Montenegro” or “/who oversight”.
project_update-words-label = In your own words
update-ask-words = <b>Tell it in your own words, or tap to be asked.</b>

    One sentence is enough: with whom, what, when and where. For example “From 18 to 20 July 2022 one of our experts took part in an INTER PARES mission on committee secretariats in Podgorica”. You can also paste or forward a note that tells of several activities.

    Please write only what may be published, and no names of partner officials. Your draft is kept.
update-words-skip = Ask me question by question
update-words-unclear = I did not find an activity in this. Please say with which country, what was done and when, for example “Study visit of the Parliament of Montenegro on cyber-security, 2 and 3 November 2026”; or let me ask you question by question.
update-words-doubt = <b>{ $label }</b> – you wrote “{ $words }”. What is meant?
update-words-said = You wrote “{ $words }”.
update-words-title = I would call it: <b>{ $title }</b>

    Is that right? You can also type another title.
update-words-place = You wrote “{ $words }”. Is that the place? You can also type the town.
update-words-summary = Your text has { $length } characters; a summary has room for { $limit }. These are its first sentences:

    { $summary }

    Shall I take them? You can also type a shorter text.
update-words-known = <i>Understood: { $known }</i>
update-words-from = { $value } <i>(“{ $words }”)</i>
update-made-title = { $kind } – { $partners }: { $themes }
update-made-title-bare = { $kind } – { $partners }
update-title-of = { $title } ({ $at } of { $of })
update-later = Later – go on with the next one

offer-activity = { $count ->
        [one] This looks like an activity of yours. Report it?
       *[other] This looks like { $count } activities of yours. Report them? You confirm one after the other.
    }
offer-activity-yes = Yes, report
offer-activity-no = No
offer-activity-dropped = All right. Nothing of it was kept.
offer-caption-only = I read the words under it; the picture or file itself is not kept.
unasked-no-text = I can only read text here. If this is about an activity, please type it or forward the text; /update reports one question by question.
