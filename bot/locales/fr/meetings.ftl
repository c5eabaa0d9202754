# Réunions : annoncer, répondre, modifier.

choice-in_person = Sur place
choice-online = En ligne
choice-cannot = Empêché

meeting-announced = <i>Le réseau vous invite à une réunion.</i>
meeting-moved = <b>La réunion est déplacée</b>
    { $changes }

    Merci de répondre à nouveau pour le nouvel horaire.
meeting-changed = <b>La réunion est modifiée</b>
    { $changes }
meeting-was-now = { $field }
    avant : { $old }
    désormais : <b>{ $new }</b>
meeting-new-agenda = L’ordre du jour est nouveau.
meeting-nothing = (vide)
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
meeting-is-over = C’est terminé : la réunion a commencé ou a été annulée. Rien n’a été modifié.
meeting-add-comment = Ajouter un commentaire
meeting-change-comment = Modifier le commentaire
meeting-calendar = Ajouter à mon agenda
meeting-calendar-file = Ouvrez ce fichier pour inscrire la réunion à votre agenda ; il remplace une inscription antérieure.
meeting-counts = <b>Chambres :</b> sur place { $inperson } · en ligne { $online } · empêchées { $cannot } · sans réponse { $silent }
meeting-who = Qui a répondu
meeting-who-heading = <b>{ $title }</b> : les réponses des chambres
meeting-who-line = – { $chamber }
meeting-who-line-comment = – { $chamber } : <i>{ $comment }</i>
meeting-silent = Sans réponse
meeting-move = Déplacer
meeting-edit = Modifier
meeting-cancel = L’annuler

meetings-none = Aucune réunion n’est annoncée pour le moment.
meetings-coming = { $count ->
    [one] Une réunion est prévue.
   *[other] { $count } réunions sont prévues. Choisissez-en une pour la consulter et répondre.
}
meetings-to-coming = ‹ Prochaines réunions
meetings-past = Réunions passées
meetings-past-list = Les dernières réunions :
meetings-past-none = Il n’y a pas encore de réunion passée.

meeting-ask-title = Quel est le titre de la réunion ?
meeting-ask-when = Quand a-t-elle lieu ? Jour, début et fin, par exemple « { $day } 14h-17h ». L’heure est celle de Bruxelles.
meeting-ask-hours = De quelle heure à quelle heure, à Bruxelles ? Par exemple « 14h-17h ».
meeting-ask-end = Jusqu’à quelle heure ? Choisissez ou saisissez l’heure, par exemple « 17h00 ».
meeting-until = jusqu’à { $hour }
meeting-hours-unclear = Il me faut un début et une fin ultérieure, par exemple « 14h-17h ».
meeting-ask-format = Sous quelle forme se tient-elle ?
meeting-ask-place = Où ? Par exemple « Parlement européen, Bruxelles, salle 3C50 ».
meeting-ask-link = Quel est le lien de connexion ? Vous pourrez l’ajouter plus tard.
meeting-ask-focus = Y a-t-il un sujet particulier ? Choisissez des régions, ou saisissez des pays, des régions ou des thèmes séparés par des virgules.
meeting-ask-agenda = Y a-t-il un ordre du jour ? Collez-le ici, 2 000 caractères au plus.
meeting-ask-reply-by = Pour quel jour faut-il répondre ?
meeting-reply-by-unclear = Il me faut un jour entre aujourd’hui et la réunion ({ $last }), par exemple « 15 novembre ».
meeting-ask-series = De quel type de réunion s’agit-il ?

announcement-title = Annonce d’une réunion
announcement-submit = Continuer vers l’envoi…
announcement-title-label = Titre
announcement-when-label = Date
announcement-hours-label = Horaire
announcement-format-label = Format
announcement-place-label = Lieu
announcement-link-label = Lien
announcement-focus-label = Sujet
announcement-agenda-label = Ordre du jour
announcement-reply_by-label = Réponse pour le
announcement-series-label = Type de réunion
announcement-preview = <i>Voici l’annonce telle qu’elle sera vue :</i>
announcement-buttons = <i>Boutons au-dessous :</i> { $buttons }
announcement-reach = <b>Destinataires :</b> { $people ->
        [one] une personne
       *[other] { $people } personnes
    } dans { $chambers ->
        [one] une chambre
       *[other] { $chambers } chambres
    }. { $nobody ->
        [0] Chaque chambre a quelqu’un.
        [one] Une chambre n’a personne.
       *[other] { $nobody } chambres n’ont personne.
    } { $unreachable ->
        [0] {""}
        [one] Une personne est injoignable pour le moment.
       *[other] { $unreachable } personnes sont injoignables pour le moment.
    }
announcement-to-self = Me l’envoyer d’abord
announcement-in = La voir en { $language }
announcement-nobody = Chambres sans personne
announcement-nobody-none = Chaque chambre a quelqu’un.
announcement-nobody-list = { $count ->
        [one] Une chambre n’a personne ici ; merci de l’avertir par courriel :
       *[other] { $count } chambres n’ont personne ici ; merci de les avertir par courriel :
    }
    { $lines }
announcement-test = <i>Un essai, pour vous seul.</i>
announcement-test-sent = Envoyé à vous seul.
announcement-only-a-test = Ce n’était qu’un essai : la réponse ne compte pas.
announcement-confirm = <b>Envoyer « { $title } » maintenant ?</b>

    L’annonce est adressée à { $people ->
        [one] une personne
       *[other] { $people } personnes
    } dans { $chambers ->
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
meeting_change-reply_by-label = Réponse pour le
meeting_change-series-label = Type de réunion
change-review = <i>La réunion telle qu’elle serait :</i>
change-material = { $count ->
        [one] <b>Une personne sera avertie</b> de ce qui change, et invitée à répondre à nouveau si sa réponse ne vaut plus.
       *[other] <b>{ $count } personnes seront averties</b> de ce qui change, et invitées à répondre à nouveau si leur réponse ne vaut plus.
    } Les rappels suivront le nouvel horaire.
change-wording = Personne ne sera averti : seule la rédaction change.
change-nothing = Rien n’a encore été modifié.
change-saved = Enregistré : { $title }. Personne n’a été averti, seule la rédaction ayant changé.

meeting_cancel-title = Annulation d’une réunion
meeting_cancel-submit = Annuler la réunion et avertir
meeting_cancel-give-up = Maintenir la réunion
meeting_cancel-reason-label = Motif
cancel-ask-reason = Pourquoi est-elle annulée ? Tout le monde lira ce motif. Vous pouvez passer la question.
cancel-no-reason = non précisé
cancel-review = <b>Annuler « { $title } » ?</b>
    { $when }
    Motif : { $reason }

    { $count ->
        [one] Une personne sera avertie.
       *[other] { $count } personnes seront averties.
    } Il n’y aura plus de rappel de cette réunion.

broadcast-started = L’annonce est en route. Cette fiche en montre l’avancement.
broadcast-progress = <b>Envoi en cours…</b> { $sent } sur { $total }{ $failed ->
        [0] {"."}
       *[other] , dont { $failed } sans succès.
    }
broadcast-done = <b>Terminé.</b> { $sent } personnes sur { $total } ont reçu l’annonce, dans { $chambers ->
        [one] une chambre.
       *[other] { $chambers } chambres.
    }
broadcast-doubtful = { $count ->
        [one] L’une d’elles l’a peut-être reçue deux fois, avec une ligne qui le dit.
       *[other] { $count } d’entre elles l’ont peut-être reçue deux fois, avec une ligne qui le dit.
    }
broadcast-missed = <b>Non atteints :</b>
broadcast-missed-line = – { $name } ({ $where }) : { $reason }
broadcast-unreached = { $count ->
        [one] Une chambre n’a été atteinte par personne : merci de l’avertir par courriel.
       *[other] { $count } chambres n’ont été atteintes par personne : merci de les avertir par courriel.
    }
broadcast-email = Texte pour courriel
broadcast-email-text = L’annonce en texte simple, dans chaque langue, à coller dans un courriel, avec son fichier d’agenda :
broadcast-unreached-list = Chambres non atteintes
delivery-unreachable = injoignable par Telegram
delivery-failed = Telegram a refusé le message
delivery-too_late = il était trop tard
delivery-superseded = une annonce ultérieure l’a remplacée
delivery-dropped = ne fait plus partie du réseau

comment-title = Commentaire
comment-ask = Que souhaitez-vous ajouter à votre réponse ? Par exemple « J’arrive à 15 h ». Passer retire le commentaire.
comment-text-label = Commentaire
comment-without-answer = Merci de répondre d’abord ; vous pourrez ensuite ajouter un commentaire.

# Dates saisies, partout.

date-read-back = J’ai compris : <b>{ $when }</b>. Est-ce exact ?
date-read-back-doubts = J’ai compris : <b>{ $when }</b>
    { $doubts }

    Est-ce exact ?
date-which = Ceci peut avoir plusieurs sens. Lequel ?
date-empty = Merci de saisir une date, par exemple « 18-20 juillet 2027 ».
date-not_a_date = Je n’ai pas reconnu une date. Merci de l’écrire avec son mois, par exemple « 1er décembre 2027 14h-17h » ou « 18-20 juillet ».
date-impossible = Ce jour n’existe pas. Merci de vérifier et de le saisir à nouveau, par exemple « 28 février 2027 ».
date-several = Je vois plusieurs dates. Merci d’en saisir une seule, ou une période comme « 18-20 juillet 2027 ».
date-too_long = C’est trop long pour une date. Merci de saisir seulement le jour, par exemple « 1er décembre 2027 ».
date-season = Une saison n’est pas une date. De quel mois s’agit-il ? Par exemple « mars 2027 » ou « mars à mai 2027 ».
date-ambiguous = Ceci peut se lire de plusieurs façons. Merci d’écrire le mois en lettres, par exemple « 3 novembre 2027 ».
doubt-clock_twice = Cette heure existe deux fois ce jour-là : on retarde les horloges.
doubt-clock_never = Cette heure n’existe pas ce jour-là : on avance les horloges.
doubt-weekend = C’est une fin de semaine.
doubt-holiday = C’est un jour férié.
doubt-past = Cette date est passée.
doubt-far = C’est à plus de trois ans d’aujourd’hui.
doubt-order_guessed = J’ai lu le jour avant le mois.
doubt-year_guessed = L’année n’était pas précisée ; j’ai pris la plus proche.
doubt-end_before_start = La fin précède le début.
doubt-weekday_mismatch = Le jour de la semaine ne correspond pas à cette date.
doubt-season = Une saison n’est pas une date.
doubt-part_of_day = Un moment de la journée est dit, mais pas d’heure ; j’ai gardé le jour.

form-not-recognised = Je n’ai pas reconnu cette réponse. Merci de choisir l’un des boutons ou de l’écrire autrement.
form-did-you-mean = Vouliez-vous dire <b>{ $what }</b> ?
form-which = Laquelle de ces réponses voulez-vous dire ?
form-link-unclear = Il me faut une adresse qui commence par https://, par exemple « https://www.europarl.europa.eu ».

board-heading = <b>Tableau : { $title }</b>
    { $when }

    { $total } chambres. Avec quelqu’un ici : { $present } · réponses : { $answered } · activités signalées pour cette réunion : { $reported }
board-heading-no-meeting = <b>Tableau</b>
    Aucune réunion n’est annoncée.

    { $total } chambres. Avec quelqu’un ici : { $present } · ayant signalé une activité : { $reported }
board-block = <b>{ $name }</b> ({ $count })
    { $lines }
board-block-folded = <b>{ $name }</b> ({ $count })
    <blockquote expandable>{ $lines }</blockquote>
board-line = – { $chamber } : { $said }
board-answered = Ont répondu
board-silent = N’ont pas répondu
board-present = Ont quelqu’un ici
board-unreachable = Injoignables : à avertir par courriel
board-nobody = Sans personne : à inviter
board-activities = { $count ->
    [one] une activité
   *[other] { $count } activités
}
board-refresh = Actualiser
board-meeting = Ouvrir la réunion
board-invite = Inviter quelqu’un
