# Rappels, et ce que le robot dit de lui-même.

reminder-call_for_updates = <b>Vos activités pour « { $title } »</b>
    { $when }

    Qu’a fait ou prévu votre chambre depuis la dernière réunion ? Merci de le communiquer au plus tard le { $updatesby } ; cela prend environ deux minutes.
reminder-call_for_updates-name = Appel à contributions
reminder-call_for_updates-why = quelques semaines avant une réunion, chaque chambre qui n’a encore rien communiqué est invitée à le faire
reminder-updates_due = <b>Activités attendues : « { $title } »</b>
    { $when }

    Votre chambre n’a encore communiqué aucune activité pour cette réunion. Merci de communiquer les siennes au plus tard le { $updatesby }.
reminder-updates_due-name = Échéance de l’appel à contributions
reminder-updates_due-why = les chambres qui n’ont rien communiqué reçoivent un rappel avant l’échéance et le jour même
reminder-reply_by = <b>Participerez-vous ? « { $title } »</b>
    { $when }

    Votre chambre n’a pas encore répondu. Merci de répondre au plus tard le { $replyby }.
reminder-reply_by-name = Réponse à une invitation
reminder-reply_by-why = les chambres qui n’ont pas répondu reçoivent un rappel avant la date limite et le jour même
reminder-dossier = <b>Dans une semaine : « { $title } »</b>
    { $when }

    Activités communiquées par les chambres : /projects
reminder-dossier-name = Une semaine avant
reminder-dossier-why = toutes les personnes invitées reçoivent un rappel une semaine avant la réunion
reminder-practical = <b>Demain : « { $title } »</b>
    { $when }
    { $place }
    { $link }
reminder-practical-name = La veille
reminder-practical-why = les personnes qui participent reçoivent un rappel la veille
reminder-joining = <b>Dans une heure : « { $title } »</b>
    { $when }

    { $haslink ->
        [yes] Pour se connecter : { $link }
       *[no] Le lien de connexion n’est pas encore indiqué : merci de consulter vos courriels ou de vous adresser à la coordination.
    }
reminder-joining-name = Une heure avant, en ligne
reminder-joining-why = les personnes qui participent en ligne reçoivent le lien une heure avant
reminder-report = <b>Après « { $title } »</b>

    Le moment est venu d’établir le compte rendu. Activités communiquées par les chambres : /projects
reminder-report-name = Compte rendu d’une réunion
reminder-report-why = la coordination est invitée à établir le compte rendu après une réunion
reminder-ipex = <b>IPEX : après « { $title } »</b>

    Votre chambre a accepté qu’une activité soit publiée sur IPEX. Son texte se trouve sous /projects ; une fois en ligne, merci d’ajouter le lien à l’activité.
reminder-ipex-name = Publication sur IPEX
reminder-ipex-why = les chambres qui ont accepté de publier reçoivent un rappel après la réunion

reminder-report-button = Ajouter une activité
reminder-nothing = Rien à signaler
reminder-projects = Voir les activités
reminder-why = Pourquoi ce message ?
reminder-tomorrow = Me le rappeler demain
reminder-stop = Désactiver ces messages
reminder-because = <b>{ $name }</b> : { $why }. Celui-ci était prévu le { $due }.
reminder-tomorrow-set = Nouveau rappel le { $when }.
reminder-tomorrow-done = Ce rappel vous a déjà été adressé de nouveau.
reminder-no-need = Ce n’est plus nécessaire : cela ne vous concerne plus, ou c’est déjà réglé.
reminder-moved = La réunion a été déplacée entre-temps ; vous recevrez un rappel pour sa nouvelle date.
reminder-tomorrow-too-late = Demain, il serait trop tard pour ce rappel.
reminder-stopped = Vous ne recevrez plus de messages « { $name } ». Les annonces de réunions vous parviennent toujours.
reminder-nothing-noted = Merci : c’est noté pour votre chambre. Elle ne sera plus sollicitée pour cette réunion.
reminder-over = Il est trop tard : la réunion a commencé ou a été annulée. Rien n’a été modifié.

message-notice-name = Annonces de réunions
message-notice-why = tous les membres du réseau sont avertis quand une réunion est annoncée, déplacée, modifiée ou annulée
message-application-name = Inscriptions
message-application-why = la coordination est avertie quand une personne demande à rejoindre le réseau ; la première décision vaut pour toutes
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

message-can-stop = Vous pouvez désactiver ces messages avec le bouton placé dessous, et les rétablir avec /settings.
message-cannot-stop = Ces messages ne peuvent pas être désactivés : chaque personne concernée doit les recevoir.
message-cannot-be-stopped = Les messages « { $name } » ne peuvent pas être désactivés : chaque personne concernée doit les recevoir.
message-stopped-already = Les messages « { $name } » sont déjà désactivés. Pour les rétablir : /settings
