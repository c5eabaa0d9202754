# Aide, réglages, langue, et ce qui n’était pas demandé.

bot-short-description = Le réseau des parlements de l’UE pour le soutien à la démocratie : réunions, activités, rappels.
bot-description = Pour les fonctionnaires des parlements nationaux de l’UE et du Parlement européen qui soutiennent des parlements de pays tiers : recevoir les annonces de réunions et y répondre d’un geste, ajouter une activité en deux minutes, voir qui travaille avec qui. Pas d’informations confidentielles. Protection des données : /privacy

command-start = Commencer ou ouvrir une invitation
command-register = Demander à rejoindre le réseau
command-language = Changer de langue
command-privacy = Protection des données
command-help = Ce que vous pouvez faire ici
command-cancel = Interrompre les questions en cours
command-meetings = Prochaines réunions et vos réponses
command-update = Ajouter une activité
command-projects = Les activités des chambres, avec filtres
command-who = Quelles chambres travaillent avec un pays ou sur un thème
command-mydata = Recevoir une copie de vos données
command-forget = Effacer vos données et quitter le réseau
command-board = Toutes les chambres : réponses et activités
command-settings = Langue, fuseau horaire, rappels, pause
command-announce = Annoncer une réunion
command-people = Membres et inscriptions
command-forecast = Envois prévus dans les prochains jours
command-invite = Inviter quelqu’un
command-handover = Transmettre votre place à une autre personne
command-invitations = Les invitations ouvertes, et en révoquer une
command-code = Saisir le code reçu par courriel
command-log = Les dernières opérations
command-retention = Ce qui est effacé, et quand
command-unknown = Je ne connais pas cette commande. /help indique ce que vous pouvez faire.

help-line = /{ $command } – { $what }
help-stranger = <b>Ce que vous pouvez faire ici</b>

    { $lines }
help-correspondent = <b>Ce que vous pouvez faire ici</b>

    { $lines }

    Vous pouvez répondre à chaque question par écrit ou avec un bouton. Les dates s’écrivent comme vous voulez : « 18-20 juillet », « 1er décembre à 14 h 30 ».
help-observer = <b>Ce que vous pouvez faire ici</b>

    { $lines }

    Vous pouvez répondre à chaque question par écrit ou avec un bouton.
help-coordinator = <b>Ce que vous pouvez faire ici</b>

    { $lines }

    Avant l’envoi d’une annonce, vous voyez son texte exact et ses destinataires, et vous pouvez d’abord vous l’envoyer.

unasked-member = Je n’ai pas compris ce message ; rien n’a été modifié. Que souhaitez-vous faire ?
unasked-stranger = { $network } : ce robot est réservé aux membres du réseau. À propos du réseau : /start. { $join } Les autres messages ne sont pas lus.
own-message = Ce message vient du robot lui-même ; rien n’a été modifié. Ses boutons restent utilisables là où il est arrivé.
greeted = Bonjour. Que souhaitez-vous faire ?
you-are-welcome = Je vous en prie.
group-private-only = Je ne réponds qu’en conversation privée, pour que les réponses restent entre vous et le réseau. Merci de m’écrire ici : { $link }

do-register = Demander à rejoindre
do-meetings = Prochaines réunions
do-update = Ajouter une activité
do-projects = Activités
do-help = Aide

language-choose = Quelle langue préférez-vous ?
language-chosen = Je vous écrirai désormais en français. { $join }

settings-card = <b>Vos réglages</b>

    <b>Nom :</b> { $name }
    <b>Langue :</b> { $language }
    <b>Fuseau horaire :</b> { $zone } ({ $offset })
    <b>Service :</b> { $unit }
    <b>Courriel :</b> { $email }
    <b>Nom Telegram :</b> { $username }
    <b>Rappels :</b> { $pause }
settings-no-pause = les jours ouvrés, { $hours }, heure de votre fuseau
settings-paused = en pause jusqu’au { $until }
settings-language = Langue
settings-name = Nom
settings-zone = Fuseau horaire
settings-reminders = Choisir les rappels
settings-pause = Suspendre les rappels
settings-resume = Mettre fin à la pause
settings-back = ‹ Retour aux réglages
settings-kind = { $state ->
        [on] ✓ { $kind }
       *[off] ✗ { $kind }
    }
settings-which-reminders = Quels rappels souhaitez-vous ? ✓ : envoyés, ✗ : non envoyés. Les annonces de réunions, les changements et les annulations sont toujours envoyées.

rename-title = Nom
rename-ask = Quel nom vos collègues doivent-ils voir ? Merci de le saisir.
rename-name-label = Nom

pause-title = Pause
pause-until = Jusqu’à quand souhaitez-vous suspendre les rappels ? Par exemple « 1er septembre » ou « lundi prochain ». Les annonces de réunions seront toujours envoyées.
pause-until-label = Jusqu’au
pause-unclear = Je n’ai pas reconnu de date à venir. Merci de préciser le mois, par exemple « 15 janvier ».
pause-read-back = Aucun rappel avant le <b>{ $until }</b> ?
pause-set = Vous ne recevrez aucun rappel avant le { $until }. Pour y mettre fin plus tôt : /settings

zone-title = Fuseau horaire
zone-choose = À l’heure de quelle ville souhaitez-vous lire les horaires ? Choisissez-la ou saisissez une autre ville, par exemple « Bruxelles » ou « New York ».
zone-zone-label = Fuseau horaire
zone-unknown = Je ne connais pas de fuseau horaire de ce nom. Merci de saisir une grande ville, par exemple « Athènes ».
zone-read-back = Est-ce bien ce fuseau horaire : <b>{ $city }</b> ?
zone-set = Les horaires sont désormais indiqués dans votre fuseau horaire : { $city } ({ $offset }). Les rappels respectent les heures de travail de ce fuseau.

mydata-page = Toutes les données conservées à votre sujet, avec leur finalité et leur durée ; le fichier s’ouvre dans tout navigateur.
mydata-file = Les mêmes données pour les programmes, en JSON. Pour les effacer : /forget
mydata-nothing = Rien n’est conservé ici sous votre compte Telegram.
mydata-pause-too = En outre, une empreinte de votre numéro de compte est conservée jusqu’au { $when } : elle empêche un compte de se réinscrire aussitôt.
mydata-pause = Une seule chose est conservée ici sous votre compte Telegram, jusqu’au { $when } : une empreinte de son numéro. Elle empêche un compte de se réinscrire aussitôt.
forget-sure = <b>Effacer vos données ?</b>

    <b>Sont effacés :</b> votre nom ({ $name }) et votre compte, votre service et votre courriel, vos réglages, brouillons et commentaires, vos réponses aux réunions à venir. Vous quittez le réseau aussitôt et plus rien ne vous est envoyé.
    <b>Sont conservées :</b> les activités de votre chambre{ $count ->
        [0] {""}
        [one] {" "}(une activité que vous avez saisie)
       *[other] {" "}({ $count } activités que vous avez saisies)
    }, au nom de la chambre ; les réponses aux réunions passées, sans votre nom ; pendant { $span }, une empreinte de votre compte, pour qu’une ancienne sauvegarde ne rétablisse pas vos données.{ $suspended ->
        [yes] {" "}Votre accès étant suspendu, une empreinte est aussi conservée pendant { $longer }, pour remarquer un retour.
       *[no] {""}
    }

    C’est définitif. Pour en recevoir d’abord une copie : /mydata
forget-yes = Oui, effacer mes données
forget-no = Non, tout garder
forget-kept = Rien n’a été modifié.
forget-done = Vos données sont effacées et vous avez quitté le réseau. Merci pour votre participation. Jusqu’au { $when }, une empreinte de votre numéro de compte est conservée, pour que personne ne se réinscrive aussitôt. { $join }
forget-done-stranger = Ce qui était conservé ici sous votre compte Telegram est effacé.
forget-only-coordinator = Vous êtes la seule personne à coordonner le réseau : sans vous, personne ne pourrait accepter de nouveaux membres. Merci de confier d’abord la coordination à quelqu’un d’autre, sous /people.
