# Réunions : annoncer, répondre, modifier.

choice-in_person = Sur place
choice-online = En ligne
choice-cannot = Indisponible

meeting-announced = <i>Le réseau vous invite à une réunion.</i>
meeting-moved = <b>La réunion est déplacée</b>
    { $changes }

    Merci de répondre pour la nouvelle date.
meeting-changed = <b>La réunion est modifiée</b>
    { $changes }
meeting-was-now = { $field }
    avant : { $old }
    désormais : <b>{ $new }</b>
meeting-new-agenda = Un nouvel ordre du jour est disponible.
meeting-nothing = (non précisé)
meeting-again-dropped = Le rappel que vous aviez demandé est annulé avec ce déplacement.
meeting-reinstated = <b>La réunion a finalement lieu</b>
    Elle avait été annulée.
meeting-cancelled = <b>Annulée : { $title }</b>
    { $when }

    Cette réunion n’aura pas lieu.
meeting-cancelled-because = <b>Annulée : { $title }</b>
    { $when }

    Cette réunion n’aura pas lieu. Motif : { $reason }
meeting-heading = <b>{ $title }</b>
meeting-series = { $series }
meeting-when = <b>Date :</b> { $when }
meeting-format = <b>Format :</b> { $format }
meeting-place = <b>Lieu :</b> { $place }
meeting-link = <b>Lien :</b> { $link }
meeting-focus = <b>Sujet :</b> { $focus }
meeting-reply-by = <b>Merci de répondre au plus tard le</b> { $day }
meeting-agenda = <b>Ordre du jour</b>
    <blockquote expandable>{ $agenda }</blockquote>
meeting-no-answer = Vous n’avez pas encore répondu.
meeting-own-answer = Votre réponse : <b>{ $choice }</b>
meeting-own-answer-comment = Votre réponse : <b>{ $choice }</b> – <i>{ $comment }</i>
meeting-answer-again = Votre réponse précédente, <b>{ $choice }</b>, date d’avant ce changement. Merci de répondre à nouveau.
meeting-answer-noted = C’est noté : { $choice }
meeting-changed-meanwhile = Cette réunion a changé depuis. Votre réponse n’a pas été prise en compte : merci de consulter la fiche ci-dessous.
meeting-was-cancelled = Cette réunion a été annulée. Rien n’a été modifié.
meeting-is-over = Il est trop tard : la réunion a commencé ou a été annulée. Rien n’a été modifié.
meeting-choose-answer = Merci de choisir l’une des réponses que cette réunion propose :
meeting-answer-which = { $choice } : pour quelle réunion ?
meeting-none-that-day = Aucune réunion n’est annoncée ce jour-là ; rien n’a été modifié.
meeting-add-comment = Ajouter un commentaire
meeting-change-comment = Modifier le commentaire
meeting-calendar = Ajouter à mon agenda
meeting-calendar-file = Ouvrez ce fichier pour ajouter la réunion à votre agenda ; il remplace l’entrée précédente.
meeting-counts = <b>Personnes :</b> sur place { $inperson } · en ligne { $online } · indisponibles { $cannot }
    <b>Chambres :</b> participent { $there } · indisponibles { $away } · sans réponse { $silent }
meeting-who = Qui a répondu
meeting-who-heading = <b>{ $title }</b> : les réponses des chambres
meeting-who-line = – { $chamber }
meeting-who-people = – { $of } : { $people }
meeting-who-comment = { $name } (<i>{ $comment }</i>)
meeting-heads = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
 }
meeting-observers = Observation
meeting-colleagues = { $count ->
    [1] Une autre personne de votre chambre
   *[other] { $count } autres personnes de votre chambre
 } : <b>{ $choice }</b>
meeting-silent = Sans réponse
meeting-move = Déplacer
meeting-edit = Modifier
meeting-cancel = Annuler la réunion
meeting-reinstate = Rétablir
meeting-like = En annoncer une semblable
reinstate-review = <b>Rétablir « { $title } » ?</b>
    { $when }

    { $count ->
        [0] Personne ne sera averti.
        [one] Une personne sera avertie.
       *[other] { $count } personnes seront averties.
    } Les réponses déjà données comptent de nouveau.{ $late ->
        [yes] {" "}Le jour limite de réponse est passé : les réponses sont prises jusqu’au début de la réunion.
       *[no] {""}
    }
reinstate-yes = Oui, rétablir et avertir
reinstate-not-now = Cette réunion n’est plus annulée, ou elle a commencé.

meetings-none = Aucune réunion n’est annoncée pour le moment.
meetings-coming = { $count ->
    [0] Aucune réunion n’est prévue.
    [one] Une réunion est prévue.
   *[other] { $count } réunions sont prévues. Choisissez-en une pour la consulter et répondre.
}
meetings-to-coming = ‹ Prochaines réunions
meetings-past = Passées ou annulées
meetings-past-list = Réunions passées ou annulées :
meetings-cancelled = Annulée : { $meeting }
meetings-past-none = Il n’y a pas encore de réunion passée ou annulée.

meeting-ask-title = Quel est le titre de la réunion ?
meeting-ask-when = Quand a-t-elle lieu ? Jour, début et fin, par exemple « { $day }, 14 h – 17 h ». Fuseau horaire : { $city }.
meeting-ask-hours = À quelle heure commence-t-elle et finit-elle (fuseau horaire : { $city }) ? Par exemple « 14 h – 17 h ».
meeting-ask-end = À quelle heure finit-elle ? Choisissez ou saisissez l’heure, par exemple « 17 h ».
meeting-until = jusqu’à { $hour }
meeting-hours-unclear = Merci d’indiquer l’heure de début puis celle de fin, par exemple « 14 h – 17 h ».
meeting-ask-format = Sous quelle forme se tiendra-t-elle ?
meeting-ask-place = Où ? Par exemple « Parlement européen, Bruxelles, salle 3C50 ».
meeting-ask-link = Quel est le lien de connexion ? Vous pourrez l’ajouter plus tard.
meeting-ask-focus = Y a-t-il un sujet particulier ? Choisissez des régions, ou saisissez des pays, des régions ou des thèmes séparés par des virgules.
meeting-ask-agenda = Y a-t-il un ordre du jour ? Collez-le ici, 2 000 caractères au plus.
meeting-ask-reply-by = Quelle est la date limite de réponse ?
meeting-reply-by-unclear = Merci d’indiquer une date entre aujourd’hui et la réunion ({ $last }), par exemple « 15 novembre ».
meeting-ask-series = De quel type de réunion s’agit-il ?

announcement-title = Annonce d’une réunion
announcement-submit = Aperçu et destinataires
announcement-title-label = Titre
announcement-when-label = Date
announcement-hours-label = Horaire
announcement-format-label = Format
announcement-place-label = Lieu
announcement-link-label = Lien
announcement-focus-label = Sujet
announcement-agenda-label = Ordre du jour
announcement-reply_by-label = Date limite de réponse
announcement-series-label = Type de réunion
announcement-preview = <i>Voici l’annonce telle qu’elle apparaîtra :</i>
announcement-buttons = <i>Boutons sous le message :</i> { $buttons }
announcement-reach = <b>Destinataires :</b> { $people ->
        [0] 0 personne
        [one] une personne
       *[other] { $people } personnes
    } dans { $chambers ->
        [0] 0 chambre
        [one] une chambre
       *[other] { $chambers } chambres
    }. { $nobody ->
        [0] Toutes les chambres sont représentées.
        [one] Une chambre n’est pas représentée.
       *[other] { $nobody } chambres ne sont pas représentées.
    } { $unreachable ->
        [0] {""}
        [one] Une personne est injoignable pour le moment.
       *[other] { $unreachable } personnes sont injoignables pour le moment.
    }
announcement-to-self = Me l’envoyer d’abord
announcement-in = La voir en { $language }
announcement-nobody = Chambres non représentées
announcement-nobody-none = Toutes les chambres sont représentées.
announcement-nobody-list = { $count ->
        [1] Une chambre n’est pas représentée ici ; merci de l’avertir par courriel :
       *[other] { $count } chambres ne sont pas représentées ici ; merci de les avertir par courriel :
    }
    { $lines }
announcement-test = <i>Message d’essai, envoyé à vous uniquement.</i>
announcement-test-sent = Envoyé à vous uniquement.
announcement-only-a-test = Ce n’était qu’un essai : la réponse ne compte pas.
announcement-confirm = <b>Envoyer « { $title } » maintenant ?</b>

    L’annonce est adressée à { $people ->
        [0] 0 personne
        [one] une personne
       *[other] { $people } personnes
    } dans { $chambers ->
        [0] 0 chambre
        [one] une chambre
       *[other] { $chambers } chambres
    }. Une fois envoyée, elle ne peut être rappelée ; vous pourrez corriger, déplacer ou annuler la réunion.
announcement-send = { $people ->
        [one] Envoyer maintenant à { $people } personne
       *[other] Envoyer maintenant à { $people } personnes
    }
announcement-sent-already = L’annonce a déjà été envoyée ou abandonnée. /meetings montre ce qui est annoncé.
announcement-changed = Le texte ou les destinataires ont changé entre-temps. Merci de vérifier avant d’envoyer.

meeting_change-title = Modification d’une réunion
meeting_change-submit = Enregistrer la modification
meeting_change-title-label = Titre
meeting_change-when-label = Date
meeting_change-hours-label = Horaire
meeting_change-format-label = Format
meeting_change-place-label = Lieu
meeting_change-link-label = Lien
meeting_change-focus-label = Sujet
meeting_change-agenda-label = Ordre du jour
meeting_change-reply_by-label = Date limite de réponse
meeting_change-series-label = Type de réunion
change-ask-reason = Pourquoi la réunion est-elle déplacée ou modifiée ? Toutes les personnes averties le liront. Vous pouvez passer cette question.
change-because = Motif : { $reason }
change-agenda-hours = <b>À noter :</b> l’ordre du jour indique des heures, que le déplacement laisse inchangées.
meeting_change-reason-label = Motif
change-review = <i>La réunion après modification :</i>
change-material = { $count ->
        [0] <b>Personne ne sera averti</b> de ce qui change.
        [one] <b>Une personne sera avertie</b> de ce qui change et, au besoin, invitée à répondre à nouveau.
       *[other] <b>{ $count } personnes seront averties</b> de ce qui change et, au besoin, invitées à répondre à nouveau.
    } Les rappels seront adaptés.
change-wording = Aucun message ne sera envoyé pour cette modification.
change-nothing = Rien n’a encore été modifié.
change-meanwhile = Quelqu’un a modifié cette réunion avant vous. Vos modifications n’ont pas été enregistrées ; en voici l’état actuel :
change-saved = Enregistré : { $title }. Aucun message n’a été envoyé pour cette modification.

meeting_cancel-title = Annulation d’une réunion
meeting_cancel-submit = Annuler et avertir tout le monde
meeting_cancel-give-up = Maintenir la réunion
meeting_cancel-reason-label = Motif
cancel-ask-reason = Pourquoi est-elle annulée ? Tout le monde lira ce motif. Vous pouvez passer la question.
cancel-no-reason = non précisé
cancel-review = <b>Annuler « { $title } » ?</b>
    { $when }
    Motif : { $reason }

    { $count ->
        [0] Personne ne sera averti.
        [one] Une personne sera avertie.
       *[other] { $count } personnes seront averties.
    } Plus aucun rappel ne sera envoyé pour cette réunion.

broadcast-started = <b>{ $title }</b>

    L’envoi a commencé. Ce message en indique l’avancement.
broadcast-progress = <b>{ $title }</b>

    <b>Envoi en cours…</b> { $sent } sur { $total }{ $failed ->
        [0] {"."}
       *[other] {" "}; échecs : { $failed }.
    }
broadcast-done = <b>{ $title }</b>

    <b>Terminé.</b> Destinataires atteints : { $sent } sur { $total }, dans { $chambers ->
        [0] aucune chambre.
        [one] une chambre.
       *[other] { $chambers } chambres.
    }
broadcast-doubtful = { $count ->
        [1] L’une d’elles l’a peut-être reçue deux fois ; la seconde copie le précise.
       *[other] { $count } d’entre elles l’ont peut-être reçue deux fois ; la seconde copie le précise.
    }
broadcast-missed = <b>Personnes non atteintes :</b>
broadcast-missed-line = – { $name } ({ $where }) : { $reason }
broadcast-unreached = { $count ->
        [1] Dans une chambre, personne n’a été joint : merci de l’avertir par courriel.
       *[other] Dans { $count } chambres, personne n’a été joint : merci de les avertir par courriel.
    }
broadcast-email = Texte pour un courriel
broadcast-email-text = L’annonce en texte simple, dans chaque langue, à coller dans un courriel, avec son fichier d’agenda :
broadcast-counted = Les noms des destinataires de cette annonce ne sont plus conservés. { $count ->
        [0] Tous les messages comptés ici sont arrivés.
        [one] Parmi les messages comptés ici, un seul n’est pas arrivé.
       *[other] Parmi les messages comptés ici, { $count } ne sont pas arrivés.
    }
broadcast-unreached-list = Chambres non atteintes
delivery-unreachable = injoignable par Telegram
delivery-failed = Telegram a refusé le message
delivery-too_late = trop tard
delivery-superseded = une annonce ultérieure l’a remplacée
delivery-dropped = ne fait plus partie du réseau

comment-title = Commentaire
comment-ask = Que souhaitez-vous ajouter à votre réponse ? Par exemple « J’arrive à 15 h ».
comment-remove = Effacer le commentaire
comment-ask-again = Votre réponse est accompagnée de ce commentaire : <i>{ $comment }</i>
    Quel sera le nouveau texte ?
comment-text-label = Commentaire
comment-without-answer = Merci de répondre d’abord ; vous pourrez ensuite ajouter un commentaire.

# Dates saisies, partout.

date-read-back = J’ai compris : <b>{ $when }</b>. Est-ce exact ?
date-read-back-doubts = J’ai compris : <b>{ $when }</b>
    { $doubts }

    Est-ce exact ?
date-which = Plusieurs lectures sont possibles. Laquelle est la bonne ?
date-empty = Merci de saisir une date, par exemple « 18-20 juillet 2027 ».
date-not_a_date = Je n’ai pas reconnu de date. Merci de préciser le mois, par exemple « 1er décembre 2027, 14 h – 17 h » ou « 18-20 juillet ».
date-not_whole = Seule une partie de ce texte se lit comme une date. Merci de saisir uniquement le jour et les heures, par exemple « 1er décembre 2027, 14 h – 17 h » ou « 18-20 juillet 2027 ».
date-impossible = Ce jour n’existe pas. Merci de vérifier et de le saisir à nouveau, par exemple « 28 février 2027 ».
date-several = Je vois plusieurs dates. Merci d’en saisir une seule, ou une période comme « 18-20 juillet 2027 ».
date-too_long = C’est trop long pour une date. Merci de saisir seulement le jour, par exemple « 1er décembre 2027 ».
date-season = Une saison n’est pas une date. De quel mois s’agit-il ? Par exemple « mars 2027 » ou « mars à mai 2027 ».
date-ambiguous = Cela ne dit pas de quels jours il s’agit. Merci de saisir le jour, ou le premier et le dernier, par exemple « 3 novembre 2027 » ou « 22-31 mars 2027 ».
doubt-clock_twice = Cette heure existe deux fois ce jour-là : passage à l’heure d’hiver.
doubt-clock_never = Cette heure n’existe pas ce jour-là : passage à l’heure d’été.
doubt-weekend = Ce jour tombe un week-end.
doubt-holiday = C’est un jour férié.
doubt-past = Cette date est passée.
doubt-far = C’est dans plus de trois ans.
doubt-order_guessed = J’ai lu le jour avant le mois.
doubt-year_guessed = L’année n’était pas précisée ; j’ai pris la plus proche.
doubt-end_before_start = La fin précède le début.
doubt-weekday_mismatch = Le jour de la semaine ne correspond pas à cette date.
doubt-season = Une saison n’est pas une date.
doubt-part_of_day = Vous avez indiqué un moment de la journée, sans heure ; je n’ai retenu que le jour.

form-not-recognised = Je n’ai pas reconnu cette réponse. Merci de choisir l’un des boutons ou de l’écrire autrement.
form-did-you-mean = Vouliez-vous dire <b>{ $what }</b> ?
form-which = Laquelle de ces réponses est la bonne ?
form-link-user = Cette adresse contient un élément avant le nom d’hôte (avant « @ »). Merci de l’envoyer sans cet élément, par exemple « https://www.europarl.europa.eu ».
form-link-host = Je ne peux pas afficher cette adresse : son nom d’hôte est un nombre, ou mêle deux alphabets. Par exemple : « https://www.europarl.europa.eu ».
form-link-shown = { $address } (lien : { $host })
form-link-opens = Le lien ouvre : { $host }
form-link-unclear = L’adresse doit commencer par https://, par exemple « https://www.europarl.europa.eu ».

board-heading = <b>Tableau de bord : { $title }</b>
    { $when }

    { $total } chambres, Parlement européen compris. Représentées : { $present } · réponses : { $answered } · activités communiquées pour cette réunion : { $reported }
board-heading-no-meeting = <b>Tableau de bord</b>
    Aucune réunion n’est annoncée.

    { $total } chambres, Parlement européen compris. Représentées : { $present } · avec une activité : { $reported }
board-block = <b>{ $name }</b> ({ $count })
    { $lines }
board-block-folded = <b>{ $name }</b> ({ $count })
    <blockquote expandable>{ $lines }</blockquote>
board-line = – { $chamber } : { $said }
board-answered = Ont répondu
board-silent = N’ont pas répondu
board-present = Représentées
board-unreachable = Injoignables : à avertir par courriel
board-nobody = Non représentées : inviter quelqu’un
board-activities = { $count ->
    [0] aucune activité
    [one] une activité
   *[other] { $count } activités
}
board-refresh = Actualiser
board-refreshed = Situation à { $hour }.
board-meeting = Ouvrir la réunion
board-invite = Inviter quelqu’un

board-chambers = Chambres…
board-back = ‹ Retour à la vue d’ensemble
board-which = Quelle chambre ? ✓ a répondu, … n’a pas répondu, ✉ n’est pas joignable ici, + n’est pas représentée.
board-by-email = { $choice } (par courriel, le { $day })
chamber-card = <b>{ $name }</b>
    { $state ->
        [answered] A répondu.
        [silent] N’a pas répondu.
        [unreachable] Injoignable par Telegram : merci d’utiliser le courriel.
        [present] Représentée dans le réseau.
       *[nobody] Non représentée dans le réseau.
    }

    <b>Membres :</b> { $people }
    { $has ->
        [meeting] <b>{ $meeting } :</b> { $said }
       *[none] { $said }
    }
chamber-hint = Avec ✉, vous notez ce que la chambre vous a écrit par courriel ; ce que ses propres membres répondent dans la conversation passe avant.
chamber-nobody = personne
chamber-nothing-said = rien de noté pour le moment
chamber-report = Ajouter une activité pour elle
chamber-undo = Retirer la réponse notée
chamber-nothing = ✉ Rien à signaler
chamber-noted = C’est noté.
chamber-too-late = La réunion a commencé, a été annulée ou se tient sous une autre forme : rien n’a été noté.
meeting-recorded = Noté pour votre chambre d’après un courriel du { $day } : { $choice }. Votre propre réponse passe avant.
meeting-recorded-heading = Par courriel
meeting-who-recorded = – { $of } : { $choice } ({ $day })
