# Qui est-ce, et qui peut faire quoi : noms, demandes, invitations ouvertes, changements de rôle.

name-empty = Je n’y ai pas trouvé de nom. Merci de saisir votre nom, par exemple « Maria Rossi ».
name-sign = Un nom ne comporte que des lettres, traits d’union, apostrophes et points : ni chiffres, ni symboles, ni signes invisibles. Merci de le saisir, par exemple « Maria Rossi ».
name-mixed = Un mot de ce nom mêle les lettres de deux alphabets. Merci de saisir chaque mot dans un seul alphabet, par exemple « Maria Rossi ».
name-marks = Une lettre de ce nom porte trop de signes. Merci de le saisir, par exemple « Maria Rossi ».

unit-ask = Dans quel service travaillez-vous ? Cela aide la coordination à vous reconnaître ; vous pouvez passer la question.
email-ask = Quelle est votre adresse de courriel fonctionnelle ou professionnelle ? La coordination peut y envoyer un code pour vérifier qu’il s’agit bien de vous. Vous pouvez passer la question.
email-unclear = Je n’ai pas reconnu d’adresse de courriel. Par exemple : « interparliamentary@parliament.example ».
registration-unit-label = Service
registration-email-label = Courriel
unit-title = Service
unit-unit-label = Service
email-title = Courriel
email-email-label = Courriel

settings-unit = Service
settings-email = Courriel
settings-contact = Service et courriel
contact-card = <b>Ce que la coordination voit de vous</b>

    <b>Service :</b> { $unit }
    <b>Courriel :</b> { $email }{ $confirmed ->
        [yes] {" "}(confirmé)
       *[no] {""}
    }
    <b>Nom Telegram :</b> { $username }
contact-nothing = non précisé
contact-no-unit = Retirer le service
contact-no-email = Retirer le courriel
contact-no-username = Retirer le nom Telegram

application-username = <b>Telegram :</b> { $username }
application-unit = <b>Service :</b> { $unit }
application-email = <b>Courriel :</b> { $email } { $state ->
        [confirmed] (✓ courriel confirmé)
        [sent] (un code a été créé ; il est valable jusqu’au { $until })
       *[unconfirmed] (non confirmé)
    }
application-alike = ⚠ Le nom ressemble à celui { $standing ->
        [waiting] d’une autre demande d’inscription
       *[member] d’un membre
    } : { $name } – { $where }
application-said = <b>Question ({ $by }) :</b> { $question }
    <b>Réponse :</b> { $answer }
application-no-answer = pas encore
application-ask = Poser une question
application-code = Envoyer un code par courriel
application-decided = Une décision a été prise entre-temps sur cette demande.
application-no-email = Aucun code n’est nécessaire : il n’y a pas d’adresse de courriel, ou elle est déjà confirmée.
application-news-answer = <b>Une réponse est arrivée</b>
application-news-email = <b>L’adresse de courriel est confirmée</b>
application-asked = { $name } : votre question est en route. La réponse vous est envoyée ici.
application-question = Avant de se prononcer sur votre demande d’inscription, la coordination souhaite savoir :

    <blockquote>{ $question }</blockquote>
application-answer = Répondre
application-answer-ask = Votre réponse sera transmise à la coordination. La question était :

    <blockquote>{ $question }</blockquote>
application-answered = Merci. Votre réponse est transmise à la coordination.
application-question-ask = Que souhaitez-vous demander ? La question sera envoyée à la personne qui demande à s’inscrire.
application-question-over = Cette question n’est plus ouverte.
ask_applicant-title = Question
ask_applicant-question-label = Question
answer_applicant-title = Votre réponse
answer_applicant-answer-label = Réponse

email-code-letter = Merci d’envoyer le courriel ci-dessous, depuis votre propre messagerie, à { $email }. Dès que le code sera saisi ici ({ $name }), la demande indiquera que l’adresse est confirmée.
email-code-text = Bonjour { $name },

    Pour confirmer votre demande d’inscription ({ $network }), merci de saisir ce code dans votre conversation avec le robot Telegram :

    <code>{ $code }</code>

    Il est valable jusqu’au { $until }. Si vous n’avez pas demandé à vous inscrire, merci de nous en avertir.
email-code-coming = La coordination va envoyer un code à { $email }. À sa réception, merci de le saisir ici, ou : /code
email-code-right = Merci. Votre adresse de courriel est confirmée.
email-code-wrong = Ce n’est pas le code qui a été envoyé. Merci de le vérifier et de le saisir de nouveau, par exemple « ABCD-EFGH ».
email-code-over = Ce code n’est plus valable. La coordination peut vous en envoyer un autre.
email-code-none = Aucun code n’est attendu. Pour voir ce que vous pouvez faire : /help

invitations-open = Invitations ouvertes
invitations-list = <b>Invitations ouvertes</b>
    { $count ->
        [0] Aucune invitation n’est ouverte.
        [1] Une invitation peut encore servir.
       *[other] { $count } invitations peuvent encore servir.
    }

    { $lines }
invitations-line = – { $whom } : émise par { $by }, { $made } (il y a { $age }) ; jusqu’au { $until }
invitations-command-line = la ligne de commande
invitations-revoke-one = Révoquer : { $whom } ({ $by })
invitations-sure = Révoquer l’invitation ({ $whom }) émise par { $by } ? Son lien n’ouvrira plus rien.
invitations-yes = Oui, révoquer
invitations-over = Cette invitation n’est plus ouverte.
invitations-revoked = L’invitation est révoquée.
invitation-revoked = Cette invitation a été révoquée. Merci d’en demander une nouvelle à la coordination ou d’utiliser /register.

role-changed-promoted = <b>{ $name }</b> ({ $where }) coordonne désormais le réseau : rôle confié par { $by }.
role-changed-demoted = <b>{ $name }</b> ({ $where }) ne coordonne plus le réseau : rôle retiré par { $by }.
role-changed-suspended = <b>{ $name }</b> ({ $where }) : accès suspendu par { $by }.
role-changed-reinstated = <b>{ $name }</b> ({ $where }) : accès rétabli par { $by }.
role-changed-joined = <b>{ $name }</b> ({ $where }) a rejoint la coordination, avec un lien émis par { $by }.
role-change-until = En cas d’erreur, cette décision peut être annulée jusqu’au { $until }.
role-change-undone = Décision annulée par { $by }.
role-change-undo = Annuler la décision
role-taken-demoted = Vous ne coordonnez plus le réseau : rôle retiré par { $by }. { $can ->
        [you] En cas d’erreur, vous pouvez annuler cette décision jusqu’au { $until } ; toute personne de la coordination aussi.
       *[others] En cas d’erreur, une autre personne de la coordination peut annuler cette décision jusqu’au { $until }.
    }
role-taken-suspended = Votre accès a été suspendu par { $by }. { $can ->
        [you] En cas d’erreur, vous pouvez annuler cette décision jusqu’au { $until } ; toute personne de la coordination aussi.
       *[others] En cas d’erreur, une autre personne de la coordination peut annuler cette décision jusqu’au { $until }.
    }
undo-late = Il est trop tard pour annuler cette décision. Les membres et leurs rôles : /people
undo-done = Déjà annulé par { $name }.
undo-changed = La situation a changé entre-temps. L’état actuel : /people
undo-not_yours = Seule la coordination peut annuler cette décision.
undo-junior = Vous ne pouvez pas annuler cette décision. Merci de vous adresser à une autre personne de la coordination.
undo-last = C’est la seule personne qui coordonne le réseau. Merci de confier d’abord la coordination à quelqu’un d’autre.

command-line-used = <b>Ligne de commande :</b> { $user } a utilisé « dsn-bot { $command } » sur la machine du robot, { $when }.
command-line-invitation = Une invitation a été émise : { $whom }.
command-line-revoke = Révoquer l’invitation
person-renamed = <b>{ $before }</b> ({ $where }) : le nom est désormais <b>{ $after }</b>.
