# Rejoindre le réseau, décider qui le rejoint, invitations.

start-stranger = <b>{ $network }</b>
    Ce robot s’adresse aux fonctionnaires des parlements nationaux de l’Union européenne et du Parlement européen qui conduisent des projets de coopération avec des parlements de pays tiers. Il est géré par { $unit }.

    Si vous en faites partie, /register permet de demander à rejoindre le réseau. /privacy indique ce qu’il advient de vos données. /language change la langue.
start-invited = <b>{ $network }</b>
    Vous avez une invitation. Ce réseau réunit les fonctionnaires des parlements nationaux de l’Union européenne et du Parlement européen qui conduisent des projets de coopération avec des parlements de pays tiers. Il est géré par { $unit }.

    Quelques questions et votre inscription est faite. /privacy indique ce qu’il advient de vos données.
start-correspondent = Bienvenue, { $name }. Vous représentez votre chambre au sein du réseau.

    /meetings – les prochaines réunions et votre réponse
    /update – signaler une activité, en deux minutes environ
    /projects – ce que signalent les chambres
    /who – quelles chambres travaillent avec un pays ou sur un thème
    /settings – langue, fuseau horaire, rappels
    /help – tout le reste

    Merci de n’écrire que ce qui peut être publié : Telegram n’est pas fait pour des informations confidentielles.
start-coordinator = Bienvenue, { $name }. Vous coordonnez le réseau.

    /announce – annoncer une réunion
    /meetings – les prochaines réunions et les réponses
    /board – les 40 chambres : réponses et activités
    /people – les membres et les inscriptions
    /invite – inviter un collègue
    /help – tout le reste
start-observer = Bienvenue, { $name }. Vous participez au réseau en observation : vous recevez les invitations aux réunions et pouvez lire ce que signalent les chambres.

    /meetings – les prochaines réunions et votre réponse
    /projects – ce que signalent les chambres
    /who – quelles chambres travaillent avec un pays ou sur un thème
    /settings – langue, fuseau horaire, rappels
    /help – tout le reste

registration-title = Inscription
registration-submit = Envoyer mon inscription
registration-language = Dans quelle langue dois-je vous écrire ? Vous pourrez en changer avec /language.
registration-language-label = Langue
registration-language-unknown = Pour l’instant, je parle anglais et français. Merci de choisir l’un des boutons.
registration-privacy = Avant de commencer : votre nom, votre chambre, votre langue, votre fuseau horaire et vos réponses sont conservés par { $unit } afin que le réseau puisse vous inviter, vous adresser des rappels et recueillir les activités des chambres. Les membres du réseau voient ce que signale votre chambre, non votre compte. Telegram n’est pas confidentiel : merci de n’écrire que ce qui peut être publié. /privacy donne la notice complète et vos droits.
registration-privacy-label = Protection des données
registration-privacy-yes = J’en ai pris connaissance
registration-privacy-needed = Je ne peux poursuivre qu’une fois la notice lue : merci d’appuyer sur le bouton ou de répondre « oui ». /cancel permet de quitter, sans que rien soit conservé.
registration-country = Pour le parlement de quel pays travaillez-vous ? Choisissez-le ou saisissez son nom dans votre langue.
registration-country-label = Pays
registration-country-unknown = Je ne reconnais pas un État membre de l’Union européenne. Merci de saisir le nom du pays, par exemple « Finlande » ou « Suomi », ou de choisir un bouton.
registration-country-which = Vouliez-vous dire <b>{ $country }</b> ?
registration-chamber = Pour quelle chambre ?
registration-chamber-label = Chambre
registration-chamber-both = Les deux chambres
registration-chamber-unknown = Je ne reconnais pas cette chambre. Merci de choisir l’un des boutons.
registration-no-chamber = aucune chambre
registration-name = Quel est votre nom, tel que vos collègues le connaissent ? Utilisez le bouton ou saisissez-le.
registration-name-label = Nom
registration-name-unclear = Je n’y ai pas trouvé de nom. Merci de saisir votre nom, par exemple « Maria ».
registration-review = <b>Merci de vérifier votre inscription</b>

    <b>Nom :</b> { $name }
    <b>Chambre :</b> { $chambers }
    <b>Langue :</b> { $language }
registration-sent = Merci. Les coordinateurs vont examiner votre inscription ; vous aurez la réponse ici dès que l’un d’eux aura décidé.
registration-accepted = Merci, votre inscription est terminée.
registration-already = Votre inscription existe déjà. /help indique ce que vous pouvez faire, /settings ce que vous pouvez modifier.

invitation-unknown = Ce lien d’invitation n’est pas valable. Merci d’en demander un nouveau à un coordinateur ou d’utiliser /register.
invitation-used = Cette invitation a déjà servi. Merci d’en demander une nouvelle à un coordinateur ou d’utiliser /register.
invitation-expired = Cette invitation a expiré. Merci d’en demander une nouvelle à un coordinateur ou d’utiliser /register.

declined = Votre inscription au réseau a été refusée. Si vous pensez qu’il s’agit d’une erreur, merci d’écrire aux coordinateurs ; vous pouvez aussi vous inscrire à nouveau avec /register.
declined-with-reason = Votre inscription au réseau a été refusée. Les coordinateurs en donnent la raison suivante :

    <blockquote>{ $reason }</blockquote>
    Vous pouvez vous inscrire à nouveau avec /register.

decline-title = Refus d’une inscription
decline-reason = Pourquoi est-elle refusée ? La personne lira cette raison. Vous pouvez passer la question.
decline-reason-label = Raison

people-application = <b>Une personne demande à rejoindre le réseau</b>

    <b>Nom :</b> { $name }
    <b>Chambre :</b> { $chambers }
    <b>Langue :</b> { $language }
    <b>Demande :</b> { $when }

    Merci de vérifier auprès de la chambre si vous ne la connaissez pas.
people-approve = Accepter
people-decline = Refuser
people-approved = ✓ { $name } : demande acceptée par { $by }. La personne en est avertie.
people-declined = ✗ { $name } : demande refusée. La personne en est avertie.
people-decided-active = { $name } : demande déjà acceptée par { $by }.
people-decided-declined = { $name } : demande déjà refusée par { $by }.
people-decided-suspended = { $name } : accès suspendu par { $by }.
people-decided-departed = { $name } a quitté le réseau.
people-somebody = un autre coordinateur
people-unreachable = { $name } n’est plus joignable par Telegram : le robot a été bloqué ou le compte n’existe plus. Merci d’utiliser le courriel jusqu’à ce que cette personne écrive de nouveau au robot.
people-list = <b>Les membres du réseau</b>
    { $count ->
        [one] Un membre
       *[other] { $count } membres
    } dans { $chambers ->
        [one] une chambre
       *[other] { $chambers } chambres
    } ; { $waiting ->
        [0] personne n’attend de décision.
        [one] une personne attend une décision.
       *[other] { $waiting } personnes attendent une décision.
    }

    { $lines }
people-line = { $name } – { $where }{ $role ->
        [coordinator], coordination
        [observer], observation
       *[other] {""}
    }{ $state ->
        [unreachable] {" "}(injoignable)
        [suspended] {" "}(accès suspendu)
       *[other] {""}
    }
people-left = Une personne a quitté le réseau et effacé ses données : { $where }.
people-left-nobody = { $count ->
        [one] Cette chambre n’a plus personne : { $where }. Merci d’inviter quelqu’un.
       *[other] Ces chambres n’ont plus personne : { $where }. Merci d’inviter quelqu’un.
    }
people-back = ‹ Retour aux membres
person-card = <b>{ $name }</b>

    <b>Chambre :</b> { $where }
    <b>Rôle :</b> { $role }
    <b>Langue :</b> { $language }
    <b>Fuseau horaire :</b> { $zone }
    <b>Membre depuis le</b> { $since }
    { $state ->
        [suspended] <b>Accès suspendu</b> pour le moment.
        [unreachable] Injoignable par Telegram : merci d’utiliser le courriel.
       *[reachable] Joignable ici.
    }
person-suspend = Suspendre l’accès
person-suspend-sure = Suspendre l’accès : { $name } ? Le réseau lui sera fermé jusqu’à ce qu’un coordinateur rétablisse l’accès ; la personne en est avertie. Ce que sa chambre a signalé reste.
person-suspend-yes = Oui, suspendre
person-reinstate = Rétablir l’accès
person-reinstate-sure = Rétablir l’accès : { $name } ? La personne recevra un message de bienvenue et ce qui est à venir.
person-reinstate-yes = Oui, rétablir
person-promote = Confier la coordination
person-promote-sure = Confier la coordination : { $name } ? Cette personne pourra annoncer des réunions, accepter des membres et suspendre des accès, et modifier les activités de toutes les chambres.
person-promote-yes = Oui, confier
person-demote = Retirer la coordination
person-demote-sure = Retirer la coordination : { $name } ? La personne reste membre du réseau.
person-demote-yes = Oui, retirer
person-done = C’est fait.
person-changed = La situation a changé entre-temps. La voici.
person-last-coordinator = C’est la seule personne qui coordonne le réseau. Merci de confier d’abord la coordination à quelqu’un d’autre.
person-no-longer-you = Vous ne coordonnez plus le réseau. /help indique ce que vous pouvez faire.
people-waiting = Décider : { $name }
page-before = ‹ Avant
page-after = Suite ›

role-correspondent = Correspondant
role-coordinator = Coordinateur
role-observer = Observateur

invite-whom = Qui souhaitez-vous inviter ? Vous pouvez aussi saisir, par exemple, <code>/invite FR-SEN</code>.
invite-country = Le parlement de quel pays ?
invite-chamber = Quelle chambre ?
invite-which = Laquelle de ces chambres voulez-vous dire ?
invite-unknown = Je ne reconnais pas cette chambre. Saisissez <code>/invite</code> suivi d’une chambre et de son pays, par exemple « /invite Sénat français », ou utilisez les boutons de /invite seul.
invite-link = <b>Invitation : { $whom }</b>

    Merci d’envoyer ce lien à la personne que vous invitez. Il sert une seule fois, jusqu’au { $until }, et n’est affiché qu’ici.

    { $link }

    Code, pour démarrer le robot : <code>{ $code }</code>
invite-copy = Copier le lien
