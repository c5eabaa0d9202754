# Ce que le robot dit de lui-même aux coordinateurs.

absence = <b>J’étais absent</b>
    Du { $since }
    au { $until }.

    { $answered ->
        [0] Aucun message n’attendait de réponse.
        [one] Un message en attente a reçu une réponse.
       *[other] { $answered } messages en attente ont reçu une réponse.
    }
    Envoyés en retard : { $late }. En cours d’envoi : { $waiting }. Non envoyés, car trop tard : { $too_late }.

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
