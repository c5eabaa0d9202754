# Après une restauration, et quand la base de données est endommagée.

restored = <b>Les données du robot ont été restaurées à partir d’une copie</b>
    La copie s’arrête au { $since }. Ce qui s’est passé de là jusqu’au { $until } manque.
restored-seen = Constaté dans cet intervalle, et désormais manquant :
restored-count-answers = { $count ->
        [1] une réponse à une réunion
       *[other] { $count } réponses à des réunions
    }
restored-count-reports = { $count ->
        [1] une activité ajoutée ou modifiée
       *[other] { $count } activités ajoutées ou modifiées
    }
restored-count-nil_returns = { $count ->
        [1] un « Rien à signaler »
       *[other] { $count } × « Rien à signaler »
    }
restored-count-people = { $count ->
        [1] une inscription
       *[other] { $count } inscriptions
    }
restored-count-notices = { $count ->
        [1] une annonce de réunion
       *[other] { $count } annonces de réunions
    }
restored-count-received = { $count ->
        [1] un message reçu par le robot
       *[other] { $count } messages reçus par le robot
    }
restored-count-sent = { $count ->
        [1] un message envoyé par le robot
       *[other] { $count } messages envoyés par le robot
    }
restored-unread = Une partie de cet intervalle est illisible. Il n’est pas possible de savoir qui a répondu ou ajouté une activité.
restored-nothing = Aucune réponse, activité, inscription ni aucun message de cet intervalle n’a été trouvé.
restored-look = Merci de revoir les réunions et les activités. La fiche de chaque réunion à venir part vers les personnes invitées. /meetings /board
restored-card = <b>Cette réunion, encore une fois</b>
    Ce qui est parvenu au robot du { $since } au { $until } a été perdu. Si votre réponse ci-dessous n’est pas la bonne, merci de répondre à nouveau.
restored-form = <b>{ $title }</b>
    Cette saisie est encore ouverte. Ce que vous avez écrit du { $since } au { $until } a été perdu.

message-restored-name = Données restaurées
message-restored-why = la coordination est avertie quand les données du robot ont été restaurées à partir d’une copie, et de ce qui manque
message-card_again-name = Réunions après une perte de données
message-card_again-why = les données du robot ont été restaurées à partir d’une copie ; vous avez reçu l’annonce de cette réunion, et votre réponse a pu être perdue
message-form_again-name = Saisies après une perte de données
message-form_again-why = les données du robot ont été restaurées à partir d’une copie ; une saisie que vous avez commencée est encore ouverte

storage-damaged = Le robot ne peut pas lire ses données pour le moment : votre message n’a pas été traité. Merci de l’envoyer à nouveau plus tard.
