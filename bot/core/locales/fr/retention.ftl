# Durées de conservation ; chaque ligne découle de storage/register.py.

retention-line = • <b>{ $what }</b> ({ $why }) : { $kept } ; { $then }.
retention-what-members = Votre compte, nom, chambre, rôle et réglages
retention-what-applicants = Demandes d’inscription refusées ou restées sans décision, avec le motif
retention-what-answers = Invitations aux réunions, réponses et commentaires
retention-what-activities = Le fait que vous avez saisi ou modifié une activité
retention-what-work = Le fait que vous avez annoncé ou modifié une réunion
retention-what-invitations = Liens d’invitation, qui les a créés et utilisés
retention-what-drafts = Formulaires inachevés et brouillons
retention-what-offers = Un message qui ressemble à une activité
retention-what-lists = La liste d’activités que vous consultez
retention-what-messages = Le texte de vos messages
retention-what-inbox = Le fait qu’un message est arrivé, sans son texte
retention-what-strangers = Ce qu’envoient les personnes non inscrites, et la langue qu’elles ont choisie
retention-what-deliveries = Quel message vous a été envoyé, et s’il est arrivé
retention-what-acts = Qui a fait quoi dans le réseau
retention-what-suspended = Une empreinte du compte d’un membre parti pendant une suspension
retention-what-erasures = Le fait que des données ont été effacées : un numéro et une empreinte du compte

retention-why-address = pour accepter votre demande, vous écrire et vous rappeler les échéances
retention-why-decide = pour en décider
retention-why-invite = pour qu’un lien ne serve qu’une fois
retention-why-meeting = pour préparer les réunions
retention-why-chamber = pour savoir à qui parler des activités de la chambre
retention-why-resume = pour que vous puissiez continuer
retention-why-offer = pour demander s’il faut l’ajouter
retention-why-narrow = pour que la suite de vos mots l’affine
retention-why-answer = pour y répondre
retention-why-repeat = pour reconnaître un message répété
retention-why-prove = pour montrer ce qui a été envoyé, à qui et quand
retention-why-account = pour pouvoir en rendre compte
retention-why-return = pour remarquer un retour
retention-why-replay = pour qu’une ancienne sauvegarde ne les rétablisse pas

retention-until-membership = tant que vous appartenez au réseau
retention-until-handled = jusqu’à la réponse
retention-kept-day = { $span }
retention-kept-applicants = { $span }
retention-kept-invitations = { $span } après usage ou expiration
retention-kept-strangers = { $span }
retention-kept-inbox = { $span }
retention-kept-draft_expires_after = { $span } sans modification
retention-kept-recipients = { $span }, et jusqu’à la fin de la réunion
retention-kept-acts = { $span }
retention-kept-suspended = { $span }
retention-kept-erasures = { $span }

retention-silent = après { $asked } sans signe de votre part, il vous est demandé si vous restez ; après { $removed }, votre inscription prend fin et vos données sont effacées
retention-then-nameless = puis conservé sans votre nom
retention-then-emptied = puis vidé
retention-then-deleted = puis effacé
retention-then-counted = puis effacé, seuls des nombres restent
