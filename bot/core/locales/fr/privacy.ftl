# La notice relative à la protection des données : son cadre, ce qui est demandé à son sujet, et la durée de conservation. Ses parties appartiennent à l’organisateur.

privacy-title = <b>Notice relative à la protection des données</b>{ $version ->
        [none] {""}
       *[other] {" "}(version { $version })
    }
privacy-line = <b>{ $part } :</b> { $text }
privacy-part-controller = Responsable du traitement
privacy-part-officer = Délégation à la protection des données
privacy-part-purposes = Finalités
privacy-part-data = Données
privacy-part-obligation = Est-ce obligatoire ?
privacy-part-legal_basis = Base juridique
privacy-part-recipients = Destinataires
privacy-part-transfers = Telegram, hors de l’Union européenne
privacy-part-hosting = Lieu de fonctionnement
privacy-part-confidentiality = Ce qu’il convient d’écrire
privacy-part-retention = Durée de conservation
privacy-part-decisions = Décisions automatisées
privacy-part-rights = Vos droits
privacy-part-complaint = Réclamations
privacy-retention = tant que vous appartenez au réseau ; brouillons : { $drafts } ; un message adressé au robot jusqu’à sa réponse, puis une trace sans son texte : { $inbox }.

privacy-all = Lire la notice entière
privacy-ask = Avez-vous lu cette notice ? Votre accès est maintenu dans tous les cas : il ne repose pas sur votre consentement.
privacy-noted = Merci. Il est pris note que vous avez lu la notice relative à la protection des données, version { $version }.
privacy-newer = La notice a changé depuis. Voici la version actuelle.
privacy-changed = { $again ->
        [yes] <b>Rappel : la notice relative à la protection des données a changé</b>
       *[no] <b>La notice relative à la protection des données a changé</b>
    } (version { $version }). Réseau : { $network }.
privacy-free = Merci de la lire et de le confirmer ci-dessous. Votre accès est maintenu dans tous les cas : le réseau relève d’une mission d’intérêt public et ne repose pas sur votre consentement.
message-privacy-name = Notice relative à la protection des données
message-privacy-why = tous les membres sont informés d’une modification de fond de la notice relative à la protection des données, avec un seul rappel

people-unread = { $count ->
        [1] Un membre n’a pas encore confirmé avoir lu la notice relative à la protection des données, version { $version }.
       *[other] { $count } membres n’ont pas encore confirmé avoir lu la notice relative à la protection des données, version { $version }.
    }
act-privacy-declared = version { $subject } de la notice relative à la protection des données : entrée en vigueur
