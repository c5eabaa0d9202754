# Rappels, et ce que le robot dit de lui-même.

reminder-call_for_updates = <b>Vos activités pour « { $title } »</b>
    { $when }
    { $where }

    Qu’a fait ou prévu votre chambre depuis la dernière réunion ? Merci de le communiquer au plus tard le { $updatesby } ; cela prend environ deux minutes.
reminder-call_for_updates-name = Appel à contributions
reminder-call_for_updates-why = avant une réunion ({ $times }), chaque chambre qui n’a encore rien communiqué est invitée à le faire
reminder-updates_due = <b>Activités attendues : « { $title } »</b>
    { $when }
    { $where }

    Votre chambre n’a encore communiqué aucune activité pour cette réunion. Merci de communiquer les siennes au plus tard le { $updatesby }.
reminder-updates_due-name = Échéance de l’appel à contributions
reminder-updates_due-why = avant l’échéance ({ $times }), les chambres qui n’ont rien communiqué reçoivent un rappel
reminder-reply_by = <b>Participerez-vous ? « { $title } »</b>
    { $when }
    { $where }

    Votre chambre n’a pas encore répondu. Merci de répondre au plus tard le { $replyby }.
reminder-reply_by-name = Réponse à une invitation
reminder-reply_by-why = avant la date limite de réponse ({ $times }), les chambres qui n’ont pas répondu reçoivent un rappel
reminder-dossier = <b>{ $days ->
        [0] Aujourd’hui
        [1] Demain
       *[other] Dans { $days } jours
    } : « { $title } »</b>
    { $when }
    { $where }

    Activités communiquées par les chambres à ce jour : /projects
reminder-dossier-name = À l’approche d’une réunion
reminder-dossier-why = toutes les personnes invitées à une réunion reçoivent un rappel ({ $times })
reminder-practical = <b>{ $days ->
        [0] Aujourd’hui
        [1] Demain
       *[other] Dans { $days } jours
    } : « { $title } »</b>
    { $when }
    { $where }
reminder-practical-name = Informations pratiques
reminder-practical-why = les personnes qui participent reçoivent les informations pratiques ({ $times })
reminder-joining = <b>Bientôt : « { $title } »</b>
    { $when }

    { $haslink ->
        [yes] Pour se connecter : { $link }
       *[no] Le lien de connexion n’est pas encore indiqué : merci de consulter vos courriels ou de vous adresser à la coordination.
    }
reminder-joining-name = Lien de connexion
reminder-joining-why = les personnes qui participent en ligne reçoivent le lien ({ $times })
reminder-report = <b>Après « { $title } »</b>

    Le moment est venu d’établir le compte rendu. Activités communiquées par les chambres : /projects
reminder-report-name = Compte rendu d’une réunion
reminder-report-why = après une réunion ({ $times }), la coordination est invitée à établir le compte rendu
reminder-ipex = <b>IPEX : après « { $title } »</b>

    Votre chambre a accepté qu’une activité soit publiée sur IPEX. Son texte se trouve sous /projects ; une fois en ligne, merci d’ajouter le lien à l’activité.
reminder-ipex-name = Publication sur IPEX
reminder-ipex-why = après une réunion ({ $times }), les chambres qui ont accepté de publier reçoivent un rappel

# Quand vient un type de rappel, d’après le plan : « 7 jours avant, 2 jours avant et le jour même ».

plan-before-minutes = { $count ->
        [1] une minute avant
       *[other] { $count } minutes avant
    }
plan-before-hours = { $count ->
        [1] une heure avant
       *[other] { $count } heures avant
    }
plan-before-days = { $count ->
        [0] le jour même
        [1] la veille
       *[other] { $count } jours avant
    }
plan-before-weeks = { $count ->
        [1] une semaine avant
       *[other] { $count } semaines avant
    }
plan-after-days = { $count ->
        [0] le jour même
        [1] le lendemain
       *[other] { $count } jours après
    }
plan-after-weeks = { $count ->
        [1] une semaine après
       *[other] { $count } semaines après
    }
plan-after-working-days = { $count ->
        [0] le jour même
        [1] un jour ouvré après
       *[other] { $count } jours ouvrés après
    }

reminder-report-button = Ajouter une activité
reminder-nothing = Rien à signaler
reminder-projects = Voir les activités
reminder-tomorrow = Me le rappeler demain
reminder-stop = Désactiver ces messages
reminder-because = <b>{ $name }</b> : { $why }. Celui-ci était prévu le { $due }.
reminder-tomorrow-set = Nouveau rappel le { $when }.
reminder-tomorrow-done = Ce rappel vous a déjà été adressé de nouveau.
reminder-no-need = Ce n’est plus nécessaire : cela ne vous concerne plus, ou c’est déjà réglé.
reminder-moved = La réunion a été déplacée entre-temps ; sa nouvelle date a ses propres rappels.
reminder-tomorrow-too-late = Demain, il serait trop tard pour ce rappel.
reminder-stopped = Vous ne recevrez plus de messages « { $name } ». Les annonces de réunions sont toujours envoyées.
reminder-nothing-noted = Merci : c’est noté pour votre chambre. Elle ne sera plus sollicitée pour cette réunion.
reminder-over = Il est trop tard : la réunion a commencé ou a été annulée. Rien n’a été modifié.

message-notice-name = Annonces de réunions
message-notice-why = tous les membres du réseau sont avertis quand une réunion est annoncée, déplacée, modifiée ou annulée
message-application_news-name = Suites des inscriptions
message-application_news-why = la coordination est avertie quand une personne répond à une question ou confirme son courriel
message-application_question-name = Questions sur une demande d’inscription
message-application_question-why = la coordination vous a posé une question avant de se prononcer sur votre demande
message-email_code-name = Codes envoyés par courriel
message-email_code-why = la coordination envoie un code à votre adresse de courriel pour la confirmer
message-role_changed-name = Changements de rôle
message-role_changed-why = la coordination est avertie aussitôt quand le rôle ou l’accès d’une personne change
message-role_taken-name = Perte d’un rôle
message-role_taken-why = vous coordonniez le réseau, et quelqu’un a modifié ce rôle ou votre accès
message-command_line-name = Usages de la ligne de commande
message-command_line-why = la coordination est avertie aussitôt quand la ligne de commande est utilisée sur la machine du robot
message-took_over-name = Prise de relais
message-took_over-why = vous avez pris la place de la personne qui vous précédait
message-renamed-name = Changements de nom
message-renamed-why = la coordination est avertie quand un membre change de nom
message-seat_changed-name = Changements de chambre
message-seat_changed-why = la coordination est avertie quand la chambre d’un membre est changée
message-seated-name = Votre chambre
message-seated-why = la coordination a changé la chambre que vous représentez
message-application-name = Inscriptions
message-application-why = la coordination est avertie quand une personne demande à rejoindre le réseau ; la première décision vaut pour toutes
message-silent-name = Questions : rester membre ?
message-silent-why = il est demandé aux membres qui n’ont rien écrit depuis longtemps s’ils restent, pour que leurs données ne soient pas conservées plus que nécessaire
message-unreachable-name = Personnes injoignables
message-unreachable-why = la coordination est avertie quand un membre n’est plus joignable par Telegram, pour que sa chambre soit informée par courriel
message-left-name = Départs
message-left-why = la coordination est avertie quand un membre a quitté le réseau, pour que sa chambre désigne quelqu’un d’autre
message-suspended-name = Accès
message-suspended-why = la coordination a pris une décision sur votre accès
message-draft-name = Brouillons en attente
message-draft-why = vous avez commencé une saisie sans la terminer ; le brouillon vous est proposé une nouvelle fois et conservé pendant un temps limité
message-draft_ended-name = Brouillons supprimés
message-draft_ended-why = un brouillon inutilisé depuis longtemps est supprimé, et un message vous en informe
message-absence-name = Interruptions du robot
message-absence-why = la coordination est avertie des interruptions du robot et des retards qui en résultent
message-refused-name = Messages refusés par Telegram
message-refused-why = la personne qui a envoyé une annonce est avertie quand Telegram la refuse ; pour les autres messages, c’est la coordination
message-faults-name = Incidents
message-faults-why = la coordination reçoit une fois par jour, le cas échéant, le nombre de messages et de tâches qui ont échoué à cause du robot
message-health-name = Point hebdomadaire
message-health-why = la coordination reçoit chaque semaine un point sur l’état du robot, pour qu’un silence ne soit jamais pris pour un bon fonctionnement
message-welcome-name = Bienvenue
message-welcome-why = vous avez rejoint le réseau
message-declined-name = Inscriptions
message-declined-why = votre inscription a fait l’objet d’une décision

message-can-stop = Vous pouvez désactiver ces messages avec le bouton ci-dessous, et les rétablir avec /settings.
message-cannot-stop = Ces messages ne peuvent pas être désactivés : chaque personne concernée doit les recevoir.
message-cannot-be-stopped = Les messages « { $name } » ne peuvent pas être désactivés : chaque personne concernée doit les recevoir.
message-stopped-already = Les messages « { $name } » sont déjà désactivés. Pour les rétablir : /settings
