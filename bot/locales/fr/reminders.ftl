# Rappels, et ce que le robot dit de lui-même.

reminder-call_for_updates = <b>Vos activités pour « { $title } »</b>
    { $when }

    Le dossier de cette réunion présente ce que fait chaque chambre. Qu’a fait ou prévu la vôtre depuis la dernière ? Merci de le signaler au plus tard le { $updatesby } ; cela prend environ deux minutes.
reminder-call_for_updates-name = Appel à contributions
reminder-call_for_updates-why = six semaines avant une réunion, chaque chambre qui n’a encore rien signalé est invitée à le faire
reminder-updates_due = <b>Pas encore signalé : « { $title } »</b>
    { $when }

    Votre chambre n’a encore signalé aucune activité pour cette réunion. Celles qui parviennent au plus tard le { $updatesby } figurent au dossier.
reminder-updates_due-name = Échéance des contributions
reminder-updates_due-why = les chambres qui n’ont rien signalé sont relancées sept jours et deux jours avant l’échéance, et le jour même
reminder-reply_by = <b>Participerez-vous ? « { $title } »</b>
    { $when }

    Personne de votre chambre n’a encore répondu. Merci de répondre au plus tard le { $replyby }.
reminder-reply_by-name = Réponse à une réunion
reminder-reply_by-why = les chambres qui n’ont pas répondu sont relancées sept jours et deux jours avant la date limite, et le jour même
reminder-dossier = <b>Dans une semaine : « { $title } »</b>
    { $when }

    Ce que les chambres ont signalé se lit avec /projects.
reminder-dossier-name = Une semaine avant
reminder-dossier-why = toutes les personnes invitées sont averties une semaine avant la réunion
reminder-practical = <b>Demain : « { $title } »</b>
    { $when }
    { $place }
    { $link }
reminder-practical-name = La veille
reminder-practical-why = les participants reçoivent un rappel la veille
reminder-joining = <b>Dans une heure : « { $title } »</b>
    { $when }

    { $haslink ->
        [yes] Pour se connecter : { $link }
       *[no] Le lien de connexion n’est pas encore indiqué : merci de consulter vos courriels ou d’interroger les coordinateurs.
    }
reminder-joining-name = Une heure avant, en ligne
reminder-joining-why = les personnes qui participent en ligne reçoivent le lien une heure avant
reminder-report = <b>Après « { $title } »</b>

    Cinq jours ouvrés se sont écoulés : c’est le moment du compte rendu. Ce que les chambres ont signalé se lit avec /projects.
reminder-report-name = Compte rendu d’une réunion
reminder-report-why = les coordinateurs sont invités à établir le compte rendu cinq jours ouvrés après une réunion
reminder-ipex = <b>IPEX : après « { $title } »</b>

    Votre chambre a accepté qu’une activité soit publiée sur IPEX. Son texte se trouve sous /projects ; une fois en ligne, merci d’ajouter le lien à l’activité.
reminder-ipex-name = Publication sur IPEX
reminder-ipex-why = les chambres qui ont accepté de publier reçoivent un rappel deux semaines après la réunion

reminder-report-button = Signaler une activité
reminder-nothing = Rien à signaler
reminder-projects = Voir les activités
reminder-why = Pourquoi ce message ?
reminder-tomorrow = Demain
reminder-stop = Ne plus recevoir ce type
reminder-because = <b>{ $name }</b> : { $why }. Celui-ci était prévu le { $due }.
reminder-tomorrow-set = Nouveau rappel le { $when }.
reminder-tomorrow-done = Ce rappel vous a déjà été adressé de nouveau.
reminder-no-need = Ce n’est plus nécessaire : cela ne vous concerne plus, ou c’est déjà réglé.
reminder-moved = La réunion a été déplacée entre-temps ; vous recevrez un rappel pour sa nouvelle date.
reminder-tomorrow-too-late = Demain, il serait trop tard pour ce rappel.
reminder-stopped = Vous ne recevrez plus de messages du type « { $name } ». Les annonces de réunions vous parviennent toujours.
reminder-nothing-noted = Merci : c’est noté pour votre chambre. Elle ne sera plus sollicitée pour cette réunion.
reminder-over = C’est terminé : la réunion a commencé ou a été annulée. Rien n’a été modifié.

message-notice-name = Annonces de réunions
message-notice-why = tous les membres du réseau sont avertis quand une réunion est annoncée, déplacée, modifiée ou annulée
message-application-name = Inscriptions
message-application-why = chaque coordinateur est averti quand une personne demande à rejoindre le réseau ; le premier qui décide décide pour tous
message-unreachable-name = Personnes injoignables
message-unreachable-why = les coordinateurs sont avertis quand un membre n’est plus joignable par Telegram, pour que sa chambre soit informée par courriel
message-left-name = Départs
message-left-why = les coordinateurs sont avertis quand un membre a quitté le réseau, pour que sa chambre désigne quelqu’un d’autre
message-suspended-name = Accès
message-suspended-why = la coordination a pris une décision sur votre accès
message-draft-name = Brouillons en attente
message-draft-why = vous avez commencé une saisie sans la terminer ; un brouillon vous est proposé de nouveau, une fois, et conservé un certain temps
message-draft_ended-name = Brouillons supprimés
message-draft_ended-why = un brouillon auquel personne ne touche longtemps est supprimé, et rien de ce qui est à vous n’est supprimé sans un mot
message-absence-name = Absences du robot
message-absence-why = les coordinateurs sont avertis quand le robot a été arrêté, et de ce qui est arrivé en retard
message-refused-name = Messages refusés par Telegram
message-refused-why = l’auteur d’une annonce est averti quand Telegram l’a refusée ; pour les autres messages, ce sont les coordinateurs
message-faults-name = Incidents
message-faults-why = les coordinateurs apprennent une fois par jour, s’il y en a eu, combien de messages ou de tâches ont échoué par la faute du robot
message-health-name = Point hebdomadaire
message-health-why = les coordinateurs reçoivent chaque semaine une ligne sur l’état du robot, pour que le silence ne passe jamais pour bon signe
message-welcome-name = Bienvenue
message-welcome-why = vous avez rejoint le réseau
message-declined-name = Inscriptions
message-declined-why = votre inscription a fait l’objet d’une décision

message-can-stop = Vous pouvez arrêter ce type de message par le bouton sous le message, et le rétablir avec /settings.
message-cannot-stop = Ce type de message ne peut pas être arrêté : le réseau compte sur le fait que chaque personne concernée le reçoive.
message-cannot-be-stopped = « { $name } » ne peut pas être arrêté : le réseau compte sur le fait que chaque personne concernée le reçoive.
message-stopped-already = « { $name } » est déjà arrêté. /settings permet de le rétablir.
