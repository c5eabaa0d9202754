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

    Pour se connecter : { $link }
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
reminder-stop = Ne plus recevoir
reminder-because = <b>{ $name }</b> : { $why }. Celui-ci était prévu le { $due }.

    /settings montre les rappels que vous recevez.
reminder-tomorrow-set = Nouveau rappel le { $when }.
reminder-tomorrow-too-late = Demain, il serait trop tard pour ce rappel.
reminder-stopped = Vous ne recevrez plus de rappels du type « { $name } ». Les annonces de réunions vous parviennent toujours.
reminder-nothing-noted = Merci : c’est noté pour votre chambre. Vous ne serez plus sollicité pour cette réunion.
reminder-over = C’est terminé : la réunion a commencé ou a été annulée. Rien n’a été modifié.

absence = <b>J’étais absent</b>
    Du { $since }
    au { $until }.

    { $answered ->
        [0] Aucun message n’attendait de réponse.
        [one] Un message en attente a reçu une réponse.
       *[other] { $answered } messages en attente ont reçu une réponse.
    }
    Envoyés en retard : { $late }. En cours d’envoi : { $waiting }. Non envoyés, car trop tard : { $too_late }.
