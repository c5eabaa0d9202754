# Rejoindre le réseau, décider qui le rejoint, invitations.

start-stranger = <b>{ $network }</b>
    Ce robot s’adresse aux fonctionnaires des parlements nationaux de l’Union européenne et du Parlement européen qui conduisent des projets de coopération avec des parlements de pays tiers. Il est géré par { $unit }.

    { $join }
    Protection des données : /privacy
    English : /language
start-invited = <b>{ $network }</b>
    Une invitation vous est adressée. Ce réseau réunit les fonctionnaires des parlements nationaux de l’Union européenne et du Parlement européen qui conduisent des projets de coopération avec des parlements de pays tiers. Il est géré par { $unit }.

    Votre nom et votre langue sont repris de Telegram s’ils y figurent ; vous pouvez les modifier avant d’envoyer votre inscription. Protection des données : /privacy
start-correspondent = Bienvenue, { $name }. Vous représentez votre chambre au sein du réseau.

    /meetings – les prochaines réunions et vos réponses
    /update – ajouter une activité, en deux minutes environ
    /projects – les activités des chambres
    /who – quelles chambres travaillent avec un pays ou sur un thème
    /settings – langue, fuseau horaire, rappels
    /help – tout le reste

    Merci de n’écrire que ce qui peut être publié : Telegram n’est pas fait pour des informations confidentielles.
start-coordinator = Bienvenue, { $name }. Vous coordonnez le réseau.

    /announce – annoncer une réunion
    /meetings – les prochaines réunions et les réponses
    /board – toutes les chambres : réponses et activités
    /people – les membres et les inscriptions
    /invite – inviter quelqu’un
    /help – tout le reste
start-observer = Bienvenue, { $name }. Vous participez au réseau en observation : vous recevez les invitations aux réunions et voyez les activités des chambres. Les noms, réponses et brouillons des membres ne vous sont pas montrés.

    /meetings – les prochaines réunions et vos réponses
    /projects – les activités des chambres
    /who – quelles chambres travaillent avec un pays ou sur un thème
    /settings – langue, fuseau horaire, rappels
    /help – tout le reste

registration-title = Inscription
registration-submit = Envoyer mon inscription
registration-language = Dans quelle langue dois-je vous écrire ? Vous pourrez en changer avec /language.
registration-language-label = Langue
registration-language-unknown = Seuls l’anglais et le français sont disponibles pour l’instant. Merci de choisir l’un des boutons.
registration-privacy = <b>Protection des données, en bref</b>
    Votre compte, votre nom ici et sur Telegram, votre chambre, votre langue, votre fuseau horaire et vos réponses, ainsi que votre service et votre courriel si vous les indiquez, sont conservés afin que le réseau puisse vous inviter, vous adresser des rappels et recueillir les activités des chambres. Responsable : { $controller }. Les membres voient les activités de votre chambre ; la coordination voit aussi votre nom, votre service, votre courriel et vos réponses.

    Chaque message passe par Telegram, une société établie hors de l’Union européenne, et n’est pas confidentiel : merci de n’écrire que ce qui peut être publié.

    Vous pouvez consulter, rectifier et effacer vos données (/mydata, /settings, /forget), ou vous opposer à leur traitement : { $contact }. Il s’agit d’une mission d’intérêt public ; appuyer sur le bouton ne vaut pas consentement, mais atteste que l’information vous a été donnée.
registration-privacy-label = Protection des données
registration-privacy-yes = J’en ai pris connaissance
registration-privacy-needed = L’inscription se poursuit une fois la notice lue : merci d’appuyer sur le bouton ou de répondre « oui ». Pour arrêter et effacer vos réponses : /cancel
registration-country = Pour le parlement de quel pays travaillez-vous ? Choisissez-le ou saisissez son nom dans votre langue.
registration-country-label = Pays
registration-country-unknown = Je n’ai pas reconnu d’État membre de l’Union européenne. Merci de saisir le nom du pays, par exemple « Finlande » ou « Suomi », ou de choisir un bouton.
registration-country-which = Vouliez-vous dire <b>{ $country }</b> ?
registration-chamber = Pour quelle chambre ?
registration-chamber-label = Chambre
registration-chamber-both = Les deux chambres
registration-chamber-unknown = Je ne reconnais pas cette chambre. Merci de choisir l’un des boutons.
registration-no-chamber = aucune chambre
registration-name = Quel est votre nom, tel que vos collègues le connaissent ? Utilisez le bouton ou saisissez-le.
registration-name-label = Nom
registration-review = <b>Merci de vérifier votre inscription</b>

    <b>Nom :</b> { $name }
    <b>Chambre :</b> { $chambers }
    <b>Langue :</b> { $language }{ $more }
registration-sent = Merci. La coordination va examiner votre demande ; la réponse vous est envoyée ici.
registration-accepted = Merci, votre inscription est terminée.
registration-already = Votre inscription est déjà enregistrée. /help indique ce que vous pouvez faire, /settings ce que vous pouvez modifier.

invitation-unknown = Ce lien d’invitation n’est pas valable. Merci d’en demander un nouveau à la coordination. { $join }
invitation-used = Cette invitation a déjà servi. Merci d’en demander une nouvelle à la coordination. { $join }
invitation-expired = Cette invitation a expiré. Merci d’en demander une nouvelle à la coordination. { $join }

declined = Votre inscription au réseau a été refusée. Si vous pensez qu’il s’agit d’une erreur, merci d’écrire à la coordination. { $join }
declined-with-reason = Votre inscription au réseau a été refusée. Motif indiqué par la coordination :

    <blockquote>{ $reason }</blockquote>
    { $join }

decline-title = Refus d’une inscription
decline-reason = Quel est le motif du refus de la demande de <b>{ $name }</b> ? Cette personne le lira. Vous pouvez passer la question.
decline-reason-label = Motif

people-application = <b>Une personne demande à rejoindre le réseau</b>

    <b>Nom :</b> { $name }
    <b>Chambre :</b> { $chambers }
    <b>Langue :</b> { $language }
    <b>Demande reçue :</b> { $when }{ $more }

    En cas de doute, merci de vérifier auprès de la chambre.
people-approve = Accepter
people-decline = Refuser
people-approved = ✓ { $name } : demande acceptée par { $by }. Un message lui est envoyé.
people-declined = ✗ { $name } : demande refusée. Un message lui est envoyé.
people-decided-active = { $name } : demande déjà acceptée par { $by }.
people-decided-declined = { $name } : demande déjà refusée par { $by }.
people-decided-suspended = { $name } : accès suspendu par { $by }.
people-decided-departed = { $name } a quitté le réseau.
people-somebody = une autre personne de la coordination
people-unreachable = { $name } n’est plus joignable par Telegram : le robot a été bloqué ou le compte n’existe plus. Merci d’utiliser le courriel jusqu’à ce que cette personne écrive de nouveau au robot.
people-list = <b>Les membres du réseau</b>
    { $count ->
        [0] Aucun membre
        [one] Un membre
       *[other] { $count } membres
    } dans { $chambers ->
        [0] aucune chambre
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
people-left-asked = Quelqu’un a quitté le réseau et effacé ses données : { $where }.
people-left-silent = Un membre n’avait rien écrit depuis longtemps ; son inscription a pris fin et ses données sont effacées : { $where }.
people-left-decided = La coordination a effacé les données d’un membre : { $where }. Par qui, et pourquoi : /log
people-left-machine = Les données d’un membre ont été effacées depuis la machine du robot : { $where }. Pourquoi : /log
people-left-handed_over = Un membre a transmis sa place à la personne qui lui succède ; ses propres données ont été effacées : { $where }.
people-left-nobody = { $count ->
        [one] Cette chambre n’est plus représentée : { $where }. Merci d’inviter quelqu’un.
       *[other] Ces chambres ne sont plus représentées : { $where }. Merci d’inviter quelqu’un.
    }
silent-ask = Vous n’avez rien écrit ici depuis longtemps. Souhaitez-vous rester membre du réseau ? Sinon, votre inscription prend fin le { $day } et vos données seront effacées.
silent-keep = Rester membre
silent-stays = Merci : vous restez membre du réseau.
person-erase = Effacer ses données
person-erase-sure = Effacer les données de { $name } ? Cette personne quitte aussitôt le réseau ; les activités de sa chambre restent, sans son nom. C’est définitif. Le motif vous sera d’abord demandé.
person-erase-yes = Indiquer le motif
erase_person-title = Effacer les données d’un membre
erase_person-reason = Pour quel motif effacer les données de ce membre ? La coordination pourra le lire sous /log. Pour ne rien changer : /cancel
erase_person-reason-label = Motif
person-erased = Effacés : le compte, le nom, les réglages et tout ce que ce membre avait commencé. Les activités de la chambre restent.
people-returning = <b>À noter :</b> une personne ayant ce compte Telegram a quitté le réseau pendant une suspension.
people-back = ‹ Retour aux membres
person-card = <b>{ $name }</b>

    <b>Chambre :</b> { $where }
    <b>Rôle :</b> { $role }
    <b>Langue :</b> { $language }
    <b>Fuseau horaire :</b> { $zone }
    <b>Membre depuis le</b> { $since }{ $more }
    { $state ->
        [suspended] <b>Accès suspendu</b> pour le moment.
        [unreachable] Injoignable par Telegram : merci d’utiliser le courriel.
       *[reachable] Joignable ici.
    }
person-suspend = Suspendre l’accès
person-suspend-sure = { $name } : suspendre l’accès ? Le réseau lui sera fermé jusqu’à nouvelle décision de la coordination ; un message lui est envoyé. Les activités de sa chambre sont conservées.
person-suspend-yes = Oui, suspendre
person-reinstate = Rétablir l’accès
person-reinstate-sure = { $name } : rétablir l’accès ? Cette personne recevra un message de bienvenue et les annonces des réunions à venir.
person-reinstate-yes = Oui, rétablir
person-promote = Confier la coordination
person-promote-sure = { $name } : confier la coordination ? Cette personne pourra annoncer des réunions, accepter des membres et suspendre des accès, et modifier les activités de toutes les chambres.
person-promote-yes = Oui, confier
person-demote = Retirer la coordination
person-demote-sure = { $name } : retirer la coordination ? La personne reste membre du réseau.
person-demote-yes = Oui, retirer
person-done = C’est fait.
person-changed = La situation a changé entre-temps. Voici l’état actuel.
person-last-coordinator = C’est la seule personne qui coordonne le réseau. Merci de confier d’abord la coordination à quelqu’un d’autre.
person-no-longer-you = Vous ne coordonnez plus le réseau. /help indique ce que vous pouvez faire.
people-found = { $count ->
        [0] <b>{ $words }</b> : aucun membre
        [one] <b>{ $words }</b> : un membre
       *[other] <b>{ $words }</b> : { $count } membres
    }

    { $lines }{ $more ->
        [0] {""}
        [one] {"\u000A"}…et une autre personne : merci de préciser le nom.
       *[other] {"\u000A"}…et { $more } autres : merci de préciser le nom.
    }
people-nobody = Aucun membre n’a <b>{ $words }</b> dans son nom, son service ou son courriel, ni ne représente une telle chambre.
people-all = Tous les membres
seat-change = Changer de chambre
seat-country = De quel pays est la chambre que représentera <b>{ $name }</b> ?
seat-nowhere = Plus aucune chambre
seat-sure = <b>{ $name }</b> : { $before } → <b>{ $after }</b> ?

    Les activités et réponses données jusqu’ici restent à la chambre d’alors. Un message est envoyé à cette personne et à la coordination.{ $role ->
        [observer] {" "}Sans chambre, elle lit et reçoit les invitations, en observation.
       *[other] {""}
    }
seat-yes = Oui, changer
seat-same = C’est déjà sa chambre.
seat-changed = <b>{ $name }</b> représente désormais <b>{ $after }</b> (auparavant : { $before }) : changement fait par { $by }.{ $role ->
        [observer] {" "}Rôle : observation.
       *[other] {""}
    }
seat-open = Ouvrir sa fiche
seat-yours = Votre chambre dans le réseau est désormais <b>{ $where }</b> : changement fait par { $by }. C’est pour elle que vous répondez et communiquez vos activités.{ $had ->
        [yes] {" "}Vos réponses et activités d’avant restent à { $before }.
       *[no] {""}
    } Votre fuseau horaire : { $zone } (/settings).
seat-yours-no-more = Vous ne représentez plus de chambre dans le réseau (auparavant : { $before }) : changement fait par { $by }. Vous continuez de tout lire et de recevoir les invitations.
people-waiting = Décider : { $name }
page-before = ‹ Précédent
page-after = Suivant ›

role-correspondent = Correspondance
role-coordinator = Coordination
role-observer = Observation

invite-whom = Qui souhaitez-vous inviter ? Vous pouvez aussi saisir, par exemple, <code>/invite FR-SEN</code>.
invite-country = Le parlement de quel pays ?
invite-chamber = Quelle chambre ?
invite-which = De laquelle de ces chambres s’agit-il ?
invite-unknown = Je ne reconnais pas cette chambre. Saisissez <code>/invite</code> suivi d’une chambre et de son pays, par exemple « /invite Sénat français », ou envoyez /invite seul pour choisir.
invite-link = <b>Invitation : { $whom }</b>

    Merci d’envoyer ce lien à la personne que vous invitez. Il sert une seule fois, jusqu’au { $until }, et n’est affiché qu’ici.

    { $link }

    Si le lien ne s’ouvre pas, envoyer au robot : <code>/start { $code }</code>
invite-copy = Copier le lien

handover-not-yours = Seule une personne qui représente une chambre peut transmettre sa place. Coordination : inviter la personne qui succède par /invite, lui confier la coordination sous /people, puis /forget.
handover-link = <b>Transmettre votre place : { $where }</b>

    Merci d’envoyer ce lien à la personne qui vous succède. Il sert une seule fois, jusqu’au { $until }, et n’est affiché qu’ici.

    { $link }

    Si le lien ne s’ouvre pas, envoyer au robot : <code>/start { $code }</code>

    Au moment de son inscription, cette personne reçoit vos brouillons et vos réponses aux prochaines réunions, sans vos commentaires. Votre accès prend alors fin et vos données sont effacées comme par /forget ; le robot ne pourra plus vous écrire. Les activités de votre chambre restent. D’ici là, rien ne change ; un lien précédent de ce type ne fonctionne plus.
handover-taken = Vous avez pris la suite pour <b>{ $where }</b>.

    { $drafts ->
        [0] Aucun brouillon ne vous a été laissé.
        [one] Un brouillon vous a été laissé : /update
       *[other] { $drafts } brouillons vous ont été laissés : /update
    }
    { $meetings ->
        [0] Aucune réunion n’est annoncée.
        [one] Une réunion est annoncée : /meetings
       *[other] { $meetings } réunions sont annoncées : /meetings
    }{ $unanswered ->
        [0] {""}
        [one] {" "}Une attend encore une réponse.
       *[other] {" "}{ $unanswered } attendent encore une réponse.
    }
    Les activités de votre chambre : /projects
