# Ce que le robot dit de lui-même aux coordinateurs.

absence-down = <b>J’étais absent</b>
    Du { $since }
    au { $until }.
absence-unreachable = <b>Telegram n’était pas joignable</b>
    Du { $since }
    au { $until }.
absence-effects = { $answered ->
        [0] Aucun message n’attendait de réponse.
        [one] Un message en attente a reçu une réponse.
       *[other] { $answered } messages en attente ont reçu une réponse.
    }
    Envoyés en retard : { $late }. En cours d’envoi : { $waiting }. Non envoyés : { $missed }.
absence-missed-line = – { $count } × { $what } : { $why }
absence-other = Autres messages
delivery-refused = Telegram a refusé un message à { $name } ({ $what }). C’est une erreur du robot, pas la sienne : merci de prévenir cette personne autrement et de signaler le numéro { $number } à qui exploite le robot.

    Telegram dit : { $reason }
delivery-refused-notice = Telegram a refusé votre annonce, au moins pour { $name } : la fiche de suivi nomme toutes les personnes qui ne l’ont pas reçue. C’est une erreur du robot, pas la vôtre. Le texte pour le courriel est sous /meetings ; merci de signaler le numéro { $number } à qui exploite le robot.

    Telegram dit : { $reason }

faults = <b>Incidents depuis le { $since }</b>
faults-messages = { $count ->
        [one] Un message n’a pas pu être traité, par ma faute. Son auteur a été prévenu. Référence : { $references }
       *[other] { $count } messages n’ont pas pu être traités, par ma faute. Leurs auteurs ont été prévenus. Références : { $references }
    }{ $more ->
        [0] {""}
       *[other] {" "}et { $more } autres
    }
faults-jobs = { $count ->
        [one] Une tâche de fond a échoué : { $names }
       *[other] Des tâches de fond ont échoué { $count } fois : { $names }
    }
faults-remedy = Merci de le transmettre à la personne qui exploite le robot : chaque référence figure dans son journal.

health = <b>La semaine depuis le { $since } :</b> { $sent ->
        [one] un message envoyé,
       *[other] { $sent } messages envoyés,
    } { $missed } non remis, { $waiting } à venir ; { $received } reçus ; { $faults ->
        [0] aucun incident.
        [one] un incident.
       *[other] { $faults } incidents.
    }
