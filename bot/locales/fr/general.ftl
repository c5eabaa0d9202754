# Aide, réglages, langue, et ce qui n’était pas demandé.

bot-name = Democracy Support Network
bot-short-description = Le réseau des parlements de l’UE pour le soutien à la démocratie : réunions, activités, rappels.
bot-description = Pour les fonctionnaires des parlements nationaux de l’UE et du Parlement européen qui soutiennent des parlements de pays tiers : être informé des réunions et répondre d’un geste, signaler une activité en deux minutes, voir qui travaille avec qui. Rien de confidentiel. /privacy : vos données.

command-start = Commencer ou ouvrir une invitation
command-register = Demander à rejoindre le réseau
command-language = Changer de langue
command-privacy = Ce qu’il advient de vos données
command-help = Ce que vous pouvez faire ici
command-cancel = Quitter la conversation en cours
command-meetings = Prochaines réunions et votre réponse
command-update = Signaler une activité
command-projects = Ce que signalent les chambres, avec filtres
command-who = Quelles chambres travaillent avec un pays ou sur un thème
command-mydata = Ce qui est conservé à votre sujet, en fichier
command-forget = Effacer vos données et quitter le réseau
command-board = Les 40 chambres : réponses et activités
command-settings = Langue, fuseau horaire, rappels, pause
command-announce = Annoncer une réunion
command-people = Membres et inscriptions
command-forecast = Ce qui partira dans les 14 jours
command-invite = Inviter un collègue
command-log = Ce qui a été fait en dernier, et par qui
command-unknown = Je ne connais pas cette commande. /help indique ce que vous pouvez faire.

help-line = /{ $command } – { $what }
help-stranger = <b>Ce que vous pouvez faire ici</b>

    { $lines }
help-correspondent = <b>Ce que vous pouvez faire ici</b>

    { $lines }

    Vous pouvez répondre à chaque question en écrivant ou par un bouton. Les dates s’écrivent comme vous voulez : « 18-20 juillet », « 1er décembre à 14h30 ».
help-observer = <b>Ce que vous pouvez faire ici</b>

    { $lines }

    Vous pouvez répondre à chaque question en écrivant ou par un bouton.
help-coordinator = <b>Ce que vous pouvez faire ici</b>

    { $lines }

    Avant qu’une annonce parte, vous voyez exactement ce qu’elle dit et qui elle atteint, et vous pouvez d’abord vous l’envoyer.

unasked-member = Je n’attends pas de réponse en ce moment. /update permet de signaler une activité, /meetings montre les prochaines réunions, /help tout le reste.
unasked-stranger = Ce robot est réservé aux membres du Democracy Support Network. /start dit de quoi il s’agit, /register permet de demander à le rejoindre.
group-private-only = Je ne travaille que dans des conversations privées, pour que les réponses restent entre vous et le réseau. Merci de m’écrire ici : { $link }

language-choose = Quelle langue préférez-vous ?
language-chosen = Je vous écrirai désormais en français. /register permet de demander à rejoindre le réseau.

settings-card = <b>Vos réglages</b>

    <b>Nom :</b> { $name }
    <b>Langue :</b> { $language }
    <b>Fuseau horaire :</b> { $zone } ({ $offset })
    <b>Rappels :</b> { $pause }
settings-no-pause = envoyés les jours ouvrés, de 8 h 30 à 18 h, à votre heure
settings-paused = en pause jusqu’au { $until }
settings-language = Langue
settings-name = Nom
settings-zone = Fuseau horaire
settings-reminders = Quels rappels
settings-pause = Suspendre les rappels
settings-resume = Mettre fin à la pause
settings-back = ‹ Retour aux réglages
settings-kind = { $state ->
        [on] ✓ { $kind }
       *[off] ✗ { $kind }
    }
settings-which-reminders = Quels rappels souhaitez-vous ? ✓ : envoyés, ✗ : non envoyés. Les annonces de réunions, les changements et les annulations vous parviennent toujours.

rename-title = Nom
rename-ask = Sous quel nom vos collègues doivent-ils vous voir ? Merci de le saisir.
rename-name-label = Nom

pause-title = Pause
pause-until = Jusqu’à quel jour ne dois-je plus vous envoyer de rappels ? Par exemple « 1er septembre » ou « lundi prochain ». Les annonces de réunions vous parviendront.
pause-until-label = Jusqu’au
pause-unclear = Je n’ai pas reconnu un jour à venir. Merci de l’écrire avec son mois, par exemple « 15 janvier ».
pause-read-back = Aucun rappel avant le <b>{ $until }</b> ?
pause-set = Vous ne recevrez aucun rappel avant le { $until }. /settings permet de mettre fin à la pause plus tôt.

zone-title = Fuseau horaire
zone-choose = À l’heure de quelle ville dois-je indiquer les horaires ? Choisissez-la ou saisissez une autre ville, par exemple « Bruxelles » ou « New York ».
zone-zone-label = Fuseau horaire
zone-unknown = Je ne connais pas de fuseau horaire de ce nom. Merci de saisir une grande ville, par exemple « Athènes ».
zone-read-back = Voulez-vous dire le fuseau horaire <b>{ $city }</b> ?
zone-set = Les horaires sont désormais indiqués dans votre fuseau horaire : { $city } ({ $offset }). Les rappels suivent ses heures de travail.

mydata-file = Tout ce qui est conservé à votre sujet, dans un fichier que tout éditeur de texte ouvre. /forget l’efface.
mydata-nothing = Rien n’est conservé ici à votre sujet.
forget-sure = <b>Effacer vos données ?</b>

    <b>Ce qui disparaît :</b> { $name } : votre nom et votre compte, vos réglages, brouillons et commentaires, vos réponses aux réunions à venir. Vous quittez le réseau aussitôt et plus rien ne vous est envoyé.
    <b>Ce qui reste :</b> ce que votre chambre a signalé{ $count ->
        [0] {""}
        [one] {" "}(une activité que vous avez saisie)
       *[other] {" "}({ $count } activités que vous avez saisies)
    }, au nom de la chambre ; le fait qu’une réponse a été donnée aux réunions passées, sans votre nom.

    C’est définitif. /mydata vous en donne d’abord une copie.
forget-yes = Oui, effacer mes données
forget-no = Non, tout garder
forget-kept = Rien n’a été modifié.
forget-done = Vos données sont effacées et vous avez quitté le réseau. Merci d’y avoir pris part. /register permet de demander à le rejoindre à nouveau.
forget-done-stranger = Ce que vous aviez commencé ici est effacé. Rien d’autre n’était conservé à votre sujet.
forget-only-coordinator = Vous êtes la seule personne à coordonner le réseau : sans vous, nul ne pourrait accepter de successeur. Merci de confier d’abord la coordination à quelqu’un d’autre, sous /people.
