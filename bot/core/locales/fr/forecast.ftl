# Les envois prévus.

forecast-heading = <b>Envois prévus</b>
    du { $from } au { $to }, en l’état actuel : chaque réponse peut les modifier. Heures de votre fuseau.
forecast-day = <b>{ $day }</b>
forecast-line = · { $hours } { $what } : { $people ->
        [0] personne
        [one] une personne
       *[other] { $people } personnes
    }{ $chambers ->
        [0] {""}
        [one] {" "}dans une chambre
       *[other] {" "}dans { $chambers } chambres
    }{ $left ->
        [0] {""}
        [one] {" "}; une sans envoi
       *[other] {" "}; { $left } sans envoi
    }
forecast-nothing = Aucun envoi n’est prévu pour cette période.
forecast-unheard = { $count ->
    [1] Une chambre n’est pas représentée dans le réseau et ne recevra rien : voir /board.
   *[other] { $count } chambres ne sont pas représentées dans le réseau et ne recevront rien : voir /board.
}
forecast-what = { $kind } – « { $title } »
forecast-to = <b>{ $what }</b>
    À { $people ->
        [0] personne
        [one] une personne
       *[other] { $people } personnes
    }{ $chambers ->
        [0] {""}
        [one] {" "}dans une chambre
       *[other] {" "}dans { $chambers } chambres
    }
forecast-person = · { $hour } { $name }{ $where ->
        [none] {""}
       *[other] {" "}({ $where })
    }
forecast-unnamed = · { $hours } ; les brouillons sont privés, aucun nom n’est affiché
forecast-moved = Avancés aux heures de travail (prévus le { $day }) : { $count }
forecast-left-out = <i>Sans envoi : { $reason } – { $count }</i>
forecast-left-person = · { $name }{ $where ->
        [none] {""}
       *[other] {" "}({ $where })
    }
forecast-day-empty = Aucun autre envoi n’est prévu ce jour-là.
forecast-back = ‹ Retour à tous les jours
forecast-day-button = { $day } ({ $count })
forecast-page-before = ‹ Page précédente
forecast-page-after = Page suivante ›
forecast-day-before = ‹ { $day }
forecast-day-after = { $day } ›

left-out-stopped = ce type de message est désactivé
left-out-paused = rappels suspendus
left-out-for-coordinators = réservé à la coordination
left-out-not-answered = participation non confirmée
left-out-does-not-come = participation déclinée
left-out-in-person = participation sur place
left-out-answered = réponse déjà donnée
left-out-chamber-answered = réponse déjà donnée pour la chambre
left-out-no-chamber = aucune chambre représentée
left-out-chamber-reported = activités déjà communiquées par la chambre
left-out-nothing-to-publish = rien à publier
left-out-no-account = pas de compte Telegram
left-out-told = message déjà reçu
left-out-moved = réunion déplacée
left-out-cancelled = réunion annulée
