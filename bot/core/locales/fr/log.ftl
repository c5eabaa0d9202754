# Le journal des actes.

log-heading = <b>Dernières opérations</b>
log-nothing = Rien n’est consigné ici.
log-day = <b>{ $day }</b>
log-line = { $hour } { $said }
log-older = Plus ancien ›
log-latest = ‹ Le plus récent
log-by-bot = le robot
log-by-gone = une personne partie depuis
log-by-unkept = quelqu’un

act-meeting-announced-told = { $by } a annoncé « { $subject } »
act-meeting-moved = { $by } a déplacé « { $subject } »
act-meeting-changed = { $by } a modifié « { $subject } »
act-meeting-cancelled-told = { $by } a annulé « { $subject } »
act-person-applied = { $by } a demandé à rejoindre le réseau
act-person-approved = { $by } a accepté l’inscription : { $subject }
act-person-declined = { $by } a refusé une inscription : { $subject }
act-person-unreachable = { $subject } n’était plus joignable par Telegram
act-person-suspended = { $by } a suspendu l’accès : { $subject }
act-person-reinstated = { $by } a rétabli l’accès : { $subject }
act-person-role = { $by } a modifié le rôle : { $subject }
act-person-erased = les données d’une personne ont été effacées à sa demande
act-person-erased-silent = effacement des données d’un membre qui n’avait rien écrit depuis longtemps
act-person-erased-decided = { $by } : effacement des données d’un membre ; motif : { $subject }
act-person-erased-machine = effacement des données d’un membre depuis la ligne de commande ; motif : { $subject }
act-delivery-refused = Telegram a refusé un message (numéro { $subject })
act-invitation-made = { $by } a créé une invitation : { $subject }
act-invitation-accepted = { $by } a rejoint le réseau sur invitation : { $subject }
act-update-submitted = { $by } a ajouté { $subject }
act-update-revised = { $by } a modifié { $subject }
act-update-withdrawn = { $by } a retiré { $subject }
act-chamber-nothing_to_report = { $by } a indiqué qu’il n’y a rien à signaler : { $subject }
act-fault = un message n’a pas pu être traité : { $by } (référence { $subject })
act-fault-job = une tâche d’arrière-plan a échoué (référence { $subject })
act-other = { $by } : { $act } ({ $subject })
