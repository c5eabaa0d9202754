# Ce que le robot dit de lui-même à la coordination.

absence-down = <b>Le robot était arrêté</b>
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
delivery-refused = Telegram a refusé un message à { $name } ({ $what }). C’est une erreur du robot, pas la sienne : merci de prévenir cette personne autrement et de communiquer le numéro { $number } à la personne qui exploite le robot.

    Telegram dit : { $reason }
delivery-refused-notice = Telegram a refusé votre annonce, au moins pour { $name } : le message de suivi indique toutes les personnes qui ne l’ont pas reçue. C’est une erreur du robot, pas la vôtre. Le texte pour le courriel est sous /meetings ; merci de communiquer le numéro { $number } à la personne qui exploite le robot.

    Telegram dit : { $reason }

faults = <b>Incidents depuis le { $since }</b>
faults-messages = { $count ->
        [1] Un message n’a pas pu être traité, à cause d’un défaut du robot. Des excuses ont été envoyées à cette personne. Référence : { $references }
       *[other] { $count } messages n’ont pas pu être traités, à cause de défauts du robot. Des excuses ont été envoyées à ces personnes. Références : { $references }
    }{ $more ->
        [0] {""}
        [one] {" "}et une autre
       *[other] {" "}et { $more } autres
    }
faults-jobs = { $count ->
        [1] Une tâche d’arrière-plan a échoué : { $names }
       *[other] Des tâches d’arrière-plan ont échoué { $count } fois : { $names }
    }
faults-remedy = Merci de le transmettre à la personne qui exploite le robot : chaque référence figure dans son journal.

health = <b>La semaine depuis le { $since } :</b> { $sent ->
        [0] aucun message envoyé,
        [one] un message envoyé,
       *[other] { $sent } messages envoyés,
    } non remis : { $missed }, à venir : { $waiting } ; reçus : { $received } ; { $faults ->
        [0] aucun incident.
        [one] un incident.
       *[other] { $faults } incidents.
    }
health-strangers = De l’extérieur du réseau : { $silenced ->
        [0] aucun message non lu,
        [one] un message non lu,
       *[other] { $silenced } messages non lus,
    } { $faults ->
        [0] aucun incident.
        [one] un incident.
       *[other] { $faults } incidents.
    }
health-refused = { $count ->
        [0] Aucune tentative refusée faute de droit : /log
        [one] Une tentative refusée faute de droit : /log
       *[other] { $count } tentatives refusées faute de droit : /log
    }
