# Les prévisions : ce qui partira de soi-même.

forecast-heading = <b>Ce qui partira de soi-même</b>
    du { $from } au { $to }, en l’état actuel : chaque réponse y change quelque chose. Heures de votre fuseau.
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
        [one] {" "}; une écartée
       *[other] {" "}; { $left } écartées
    }
forecast-nothing = Rien ne partira de soi-même dans ce délai.
forecast-unheard = { $count ->
    [one] Une chambre n’a personne dans le réseau et n’en saura rien : /people montre qui inviter.
   *[other] { $count } chambres n’ont personne dans le réseau et n’en sauront rien.
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
forecast-unnamed = · { $hours } ; les brouillons sont privés, personne n’est donc nommé
forecast-moved = Ramenés aux heures de travail depuis le { $day } : { $count }
forecast-left-out = <i>Écartés : { $reason } – { $count }</i>
forecast-left-person = · { $name }{ $where ->
        [none] {""}
       *[other] {" "}({ $where })
    }
forecast-day-empty = Plus rien ne doit partir ce jour-là.
forecast-back = ‹ Retour aux 14 jours
forecast-day-button = { $day } ({ $count })
forecast-page-before = ‹ Page précédente
forecast-page-after = Page suivante ›
forecast-day-before = ‹ { $day }
forecast-day-after = { $day } ›

left-out-stopped = ont arrêté ce type de rappel
left-out-paused = ont suspendu leurs rappels
left-out-for-coordinators = réservé aux coordinateurs
left-out-not-answered = n’ont pas dit qu’ils viennent
left-out-does-not-come = ne viennent pas
left-out-in-person = viennent sur place
left-out-answered = ont répondu
left-out-chamber-answered = quelqu’un de la chambre a répondu
left-out-no-chamber = n’ont pas de chambre à représenter
left-out-chamber-reported = la chambre a signalé ses activités
left-out-nothing-to-publish = rien à publier
left-out-no-account = n’ont pas de compte Telegram
left-out-told = ont déjà été prévenus
left-out-moved = la réunion a été déplacée
left-out-cancelled = la réunion a été annulée
