# Ce que dit chaque partie du robot.

again = <i>Vous avez peut-être déjà reçu ce message : un incident technique ne nous permet pas de le savoir.</i>
late = <i>Ce message aurait dû vous parvenir le { $when }.</i>

button-old = Ce bouton n’est plus à jour. Rien n’a été modifié. /help indique ce que vous pouvez faire.
closed-stranger = Cette fonction est réservée aux membres du réseau. { $join }
closed-applicant = Votre demande d’inscription attend la décision de la coordination. La réponse vous est envoyée ici.
closed-declined = Votre demande d’inscription a été refusée. { $join }
closed-suspended = Votre accès est suspendu pour le moment. Merci d’écrire à la coordination du réseau.
closed-departed = Vous avez quitté le réseau. { $join }
closed-to-observer = L’accès en observation permet de tout lire ; les activités sont communiquées par les chambres.
closed-coordinators = Cette fonction est réservée à la coordination du réseau.

fault = Toutes nos excuses : une erreur s’est produite de notre côté et votre dernier message n’a pas été traité. Merci de réessayer. Référence pour la coordination : { $reference }

form-header = <b>{ $title }</b>
form-header-part = <b>{ $title }</b> · { $part }
label-and-more = { $label } : { $more }
form-field = <b>{ $label } :</b> { $value }
form-back = ‹ Retour
form-skip = Passer ›
form-keep = Laisser tel quel
form-empty = Effacer la réponse
form-cancel = ✕ Annuler
form-done = Terminé
form-yes = Oui, c’est exact
form-no = Non, reposer la question
form-none = Aucune de ces réponses
form-change = Modifier
form-add = Compléter
form-add-one = Ajouter : { $what }
form-to-review = ‹ Revenir au récapitulatif
form-resume = Continuer
form-discard = Supprimer le brouillon
form-which-field = Quelle partie souhaitez-vous modifier ?
form-which-detail = Quelle précision souhaitez-vous ajouter ?
form-yes-words = oui, o, ok, d’accord, d'accord, exact, c’est exact, yes, y
form-no-words = non, n, aucune, aucun, no, faux
form-done-words = terminé, fini, c’est tout, c'est tout, done
form-skip-words = aucun, aucune, non, -
form-use-buttons = Merci d’utiliser les boutons ci-dessous : l’un pour envoyer, l’autre pour modifier une partie.
form-text-wanted = Je ne peux lire que du texte ici. Merci de saisir votre réponse ou d’utiliser un bouton.
form-moved-on = Cette question a déjà reçu une réponse. La suite est dans le message ci-dessous.
form-waiting = Ce brouillon n’est pas ouvert en ce moment ; rien n’a été modifié.
form-enough = { $count ->
    [1] Un seul choix est possible. Retirez-le pour en faire un autre.
   *[other] Vous pouvez faire { $count } choix au plus. Retirez-en un pour en faire un autre.
}
form-choose-one = Merci de faire au moins un choix.
form-first-question = C’est la première question.
form-needs-answer = Cette question demande une réponse.
steer-nothing-open = Aucune question n’est ouverte en ce moment.
form-cancelled = Annulé. Rien n’a été enregistré.
form-set-aside = Votre brouillon est conservé pour l’instant ; vous pourrez le reprendre plus tard.
form-discarded = Le brouillon est supprimé.
form-too-long = Votre texte compte { $length } caractères, pour { $limit } au plus. Pourriez-vous l’abréger ?
form-nothing-to-cancel = Il n’y a rien à annuler.
form-edited = Vous avez modifié un message que j’avais déjà lu. Pour changer une réponse, utilisez <i>Retour</i> ou <i>Modifier</i>, ou envoyez-la à nouveau quand la question revient.
edited-unasked = Vous avez modifié un message que j’avais déjà lu. Merci de l’envoyer à nouveau.
form-next-draft = Passer au brouillon suivant
form-edit-read = J’ai relu votre message tel que vous l’avez modifié.
form-joined = J’ai lu ce message avec celui qui le précède.
form-edit-unclear = Je conserve ce que j’avais compris ; les boutons ci-dessous permettent de le changer.
