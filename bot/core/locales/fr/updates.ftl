# Activités, brouillons, et qui fait quoi.

project_update-title = Activité
project_update-submit = Envoyer
project_update-chamber-label = Chambre
project_update-title-label = Titre
project_update-partners-label = Partenaire
project_update-kind-label = Type d’activité
project_update-themes-label = Thèmes
project_update-programme-label = Programme
project_update-programme_label-label = Nom du programme
project_update-status-label = État
project_update-dates-label = Dates
project_update-format-label = Format
project_update-place-label = Lieu
project_update-summary-label = Résumé
project_update-partner_institution-label = Institution partenaire
project_update-role-label = Notre rôle
project_update-other_chambers-label = Autres chambres
project_update-audience-label = Public concerné
project_update-participants-label = Nombre de personnes
project_update-women-label = Dont femmes
project_update-summary_language-label = Langue du résumé
project_update-summary_en-label = Résumé en anglais
project_update-outcome-label = Résultat
project_update-cooperation-label = Coopération
project_update-cooperation_text-label = Coopération : précisions
project_update-url-label = Page internet
project_update-sharing-label = Diffusion
project_update-ipex_url-label = Page sur IPEX

update-same = Comme la dernière fois : { $title }
update-copy = Copier une activité
update-which-copy = Laquelle souhaitez-vous copier ? Le partenaire, le programme, le type et les thèmes sont repris.
update-drafts = { $count ->
        [1] Un brouillon vous attend.
       *[other] { $count } brouillons vous attendent.
    }
update-go-on = Continuer : { $title }
update-new = Nouvelle activité
update-ask-chamber = Pour quelle chambre ?
update-ask-chamber-any = Pour quelle chambre ? Choisissez la vôtre ou saisissez-en une autre, par exemple « Sénat italien ».
update-ask-title = Quel titre donner à l’activité, en une ligne ? Par exemple « Visite d’étude sur la cybersécurité ».
update-ask-partners = Quels pays partenaires ? Choisissez-les puis appuyez sur Terminé, ou saisissez des pays ou une région, séparés par des virgules.
update-partner-unknown = Je n’ai pas reconnu de pays ni de région partenaire. Merci d’en saisir le nom, par exemple « Monténégro » ou « Balkans occidentaux ».
update-ask-kind = De quel type d’activité s’agit-il ?
update-ask-themes = Quels thèmes ? Choisissez-en trois au plus puis appuyez sur Terminé, ou saisissez-les, séparés par des virgules.
update-ask-programme = Dans le cadre de quel programme ?
update-ask-programme-label = Comment s’appelle le programme ?
update-ask-status = Où en est-elle ?
update-ask-dates = Quand ? Par exemple « 18-20 juillet 2022 », « 2 et 3 novembre », ou « mars 2027 » si seul le mois est connu.
update-ask-format = Quel en est le format ?
update-ask-place = Dans quelle ville ? Vous pouvez passer la question.
update-ask-summary = De quoi s’agit-il, et pour qui ? 600 caractères au plus, dans votre langue.
update-ask-partner-institution = Quelle est l’institution partenaire, si ce n’est pas le parlement du pays ?
update-ask-role = Quel est le rôle de votre chambre ?
update-ask-other-chambers = Quelles autres chambres y participent ? Avec leur pays, séparées par des virgules, par exemple « Sénat italien, Sejm ».
update-chamber-unknown = Je ne reconnais pas « { $what } ». Merci de saisir la chambre avec son pays, par exemple « Sénat italien » ou « Sejm ».
update-chambers-own = La chambre qui ajoute l’activité est déjà comptée. Merci d’en indiquer d’autres ou d’appuyer sur Passer.
update-ask-audience = Qui y participe ?
update-ask-participants = Combien de personnes ? Le nombre seulement, jamais de noms.
update-ask-women = Combien de femmes parmi elles ?
update-number-unclear = Merci de saisir un nombre, par exemple « 12 ».
update-women-unclear = Merci de saisir un nombre qui ne dépasse pas { $total }.
update-ask-summary-language = Dans quelle langue est le résumé ?
update-ask-summary-en = Le résumé en anglais, 600 caractères au plus :
update-ask-outcome = Quel en est le résultat ? 300 caractères au plus.
update-ask-cooperation = Une coopération avec d’autres chambres est-elle possible ?
update-ask-cooperation-text = Que recherchez-vous ou proposez-vous ? 200 caractères au plus.
update-ask-url = La page publique de l’activité :
update-ask-sharing = Où peut-elle être diffusée ?
update-ask-ipex-url = L’adresse de sa page sur IPEX :
update-review = <b>Merci de vérifier votre activité</b>
update-review-of = <b>Merci de vérifier votre activité</b> ({ $at } sur { $of })
update-submitted = <b>Merci.</b> Votre activité porte la référence { $ref }.
update-others = { $count ->
        [1] Une autre chambre a le même partenaire ({ $partners }) : { $names }.
       *[other] { $count } autres chambres ont le même partenaire ({ $partners }) : { $names }.
    }
update-other-close = Son activité porte sur le même thème, le même mois.
update-others-close = { $count ->
        [1] L’une d’elles a une activité sur le même thème, le même mois : { $names }.
       *[other] { $count } d’entre elles ont une activité sur le même thème, le même mois : { $names }.
    }
update-saved = C’est enregistré.
update-change = Modifier
update-withdraw = Retirer
update-another = Ajouter une autre activité
update-heading = <b>{ $title }</b>
    { $ref }
update-summary = { $summary } <i>({ $language })</i>
update-summary-en = <i>Anglais :</i> { $summary }
update-participants = { $count ->
        [0] aucune personne
        [one] une personne
       *[other] { $count } personnes
    }
update-women = { $count ->
        [0] aucune femme
        [one] une femme
       *[other] { $count } femmes
    }
update-line = <b>{ $title }</b>
    { $chamber } · { $kind } · { $partners } · { $when }
update-withdrawn = L’activité { $ref } a été retirée.
update-withdraw-sure = Retirer « { $title } » ({ $ref }) ? Elle disparaît des listes ; son historique est conservé.
update-withdraw-yes = Oui, la retirer
update-withdraw-no = Non, la garder
update-gone = Cette activité a été retirée ou appartient à une autre chambre. Rien n’a été modifié.
update-changed-meanwhile = Quelqu’un a enregistré une autre version de cette activité avant vous. Vos modifications n’ont pas été enregistrées ; en voici l’état actuel :

draft-untitled = sans titre
draft-waits-project_update = Votre brouillon « { $title } » vous attend. Souhaitez-vous continuer ?
draft-waits-announcement = Votre annonce « { $title } » n’a pas été envoyée. Souhaitez-vous continuer ?
draft-ended = Votre brouillon « { $title } », resté longtemps inachevé, a été supprimé.

projects-header = <b>Activités : { $filter }</b> ({ $count })
projects-none = Aucune activité n’est encore enregistrée ici.
projects-all = Tout le réseau
projects-type = <i>Pour préciser, écrivez simplement un pays, une région, un thème, une chambre, un statut ou une année, par exemple « Monténégro » ou « budget, 2026 ».</i>
projects-later = ‹ Plus récentes
projects-earlier = Plus anciennes ›
projects-own = Ma chambre
projects-by-country = Par pays
projects-by-chamber = Par chambre
projects-by-region = Par région
projects-by-theme = Par thème
projects-choose = Que souhaitez-vous voir ?
projects-not-understood = Je n’ai pas reconnu cette demande. Saisissez un pays, une région, un thème ou une chambre après la commande, par exemple « /projects Monténégro » ou « /projects contrôle ».

who-ask = Qui travaille avec qui ? Choisissez, ou saisissez un pays, une région, un thème ou une chambre après la commande, par exemple « /who Monténégro » ou « /who contrôle ».
who-heading = <b>Qui fait quoi : { $what }</b>
    { $chambers ->
        [0] Aucune chambre
        [one] Une chambre
       *[other] { $chambers } chambres
    }, { $count ->
        [0] aucune activité
        [one] une activité
       *[other] { $count } activités
    }
who-chamber = <b>{ $chamber }</b> ({ $count })
who-line = – { $title } · { $partners } · { $when } · { $status }
who-more = { $count ->
    [1] Et une autre chambre.
   *[other] Et { $count } autres chambres.
}
who-nobody = Aucune chambre n’a encore communiqué d’activité : { $what }.
who-activities = { $count ->
    [1] Voir l’activité
   *[other] Voir les { $count } activités
}
who-another = Une autre recherche
who-button = Qui travaille avec : { $what }
who-not-understood = Je n’ai pas reconnu cette demande. Saisissez un pays, une région, un thème ou une chambre après la commande, par exemple « /who Monténégro » ou « /who contrôle ».
project_update-words-label = Avec vos mots
update-ask-words = <b>Décrivez l’activité avec vos mots, ou appuyez pour répondre à des questions.</b>

    Une phrase suffit : avec qui, quoi, quand et où. Par exemple « Du 18 au 20 juillet 2022, un expert du Sénat a participé à Podgorica à une mission INTER PARES sur les secrétariats de commissions ». Vous pouvez aussi coller ou transférer une note qui décrit plusieurs activités.

    Merci de n’écrire que ce qui peut être publié, sans nom de fonctionnaires partenaires. Votre brouillon est conservé.
update-words-skip = Me poser les questions une à une
update-words-unclear = Je n’ai pas trouvé d’activité dans ce texte. Merci de dire avec quel pays, ce qui a été fait et quand, par exemple « Visite d’étude du Parlement du Monténégro sur la cybersécurité, 2 et 3 novembre 2026 » ; ou laissez-moi poser les questions une à une.
update-words-doubt = <b>{ $label }</b> – vous avez écrit « { $words } ». De quoi s’agit-il ?
update-words-said = Vous avez écrit « { $words } ».
update-words-title = Titre proposé : <b>{ $title }</b>

    Vous convient-il ? Vous pouvez aussi saisir un autre titre.
update-words-place = Vous avez écrit « { $words } ». Est-ce le lieu ? Vous pouvez aussi saisir la ville.
update-words-summary = Votre texte compte { $length } caractères ; un résumé est limité à { $limit }. En voici les premières phrases :

    { $summary }

    Faut-il les retenir ? Vous pouvez aussi saisir un texte plus court.
update-words-known = <i>Compris : { $known }</i>
update-words-from = { $value } <i>(« { $words } »)</i>
update-made-title = { $kind } – { $partners } : { $themes }
update-made-title-bare = { $kind } – { $partners }
update-title-of = { $title } ({ $at } sur { $of })
update-later = Plus tard – passer à la suivante

offer-activity = { $count ->
        [1] Ce texte semble décrire une activité. Souhaitez-vous l’ajouter ?
       *[other] Ce texte semble décrire { $count } activités. Souhaitez-vous les ajouter ? Vous les confirmerez l’une après l’autre.
    }
offer-activity-which = <i>« { $text } »</i>
offer-activity-yes = Oui, ajouter
offer-activity-no = Non
offer-activity-dropped = C’est noté. Le texte est effacé.
offer-caption-only = Je n’ai lu que la légende ; l’image ou le fichier n’est pas conservé.
unasked-no-text = Je ne peux lire que du texte ici. S’il s’agit d’une activité, merci de l’écrire ou d’en transférer le texte ; /update vous guide question par question.
