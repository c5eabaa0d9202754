# Ce que dit chaque partie du robot.

again = <i>Vous avez peut-être déjà reçu ce message ; un incident nous a empêchés de le savoir.</i>
late = <i>Ce message aurait dû vous parvenir le { $when }.</i>

button-old = Ce bouton appartient à une version antérieure de cette fiche. Rien n’a été modifié. /help indique ce que vous pouvez faire.
closed-stranger = Ceci est réservé aux membres du réseau. /register permet de demander à le rejoindre.
closed-applicant = Votre inscription attend la décision d’un coordinateur. Vous la recevrez ici dès qu’elle sera prise.
closed-declined = Votre inscription a été refusée. Vous pouvez en présenter une nouvelle avec /register.
closed-suspended = Votre accès est suspendu pour le moment. Merci d’écrire à votre coordinateur.
closed-departed = Vous avez quitté le réseau. /register permet de demander à le rejoindre à nouveau.
closed-to-observer = Les observateurs peuvent tout lire ; les activités sont signalées par les correspondants des chambres.
closed-coordinators = Ceci est réservé aux coordinateurs du réseau.

fault = Toutes nos excuses : une erreur s’est produite de notre côté et votre dernier message n’a pas été traité. Les coordinateurs la retrouveront sous la référence { $reference }. Merci de réessayer.

form-header = <b>{ $title }</b> · { $at }/{ $total }
form-header-part = <b>{ $title }</b> · { $part }
label-and-more = { $label } : { $more }
form-field = <b>{ $label } :</b> { $value }
form-back = ‹ Retour
form-skip = Passer ›
form-keep = Laisser tel quel
form-empty = Laisser vide
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
form-skip-words = passer, aucun, aucune, non, -, skip
form-back-words = retour, ‹ retour, back
form-use-buttons = Merci d’utiliser les boutons ci-dessous : l’un envoie, l’autre permet de modifier chaque partie.
form-text-wanted = Je ne peux lire que du texte ici. Merci de saisir votre réponse ou d’utiliser un bouton.
form-moved-on = Cette question a déjà reçu une réponse. Nous en sommes à la fiche ci-dessous.
form-waiting = Cette conversation n’est pas en cours ; rien n’a été modifié.
form-enough = { $count ->
    [one] Vous pouvez en choisir un seul. Retirez-le pour en choisir un autre.
   *[other] Vous pouvez en choisir { $count } au plus. Retirez-en un pour en choisir un autre.
}
form-choose-one = Merci d’en choisir au moins un.
form-first-question = C’est la première question.
form-cancelled = Annulé. Rien n’a été enregistré.
form-set-aside = Votre brouillon est conservé. Vous pourrez le reprendre quand vous voudrez.
form-discarded = Le brouillon est supprimé.
form-too-long = Votre texte compte { $length } caractères ; la place est limitée à { $limit }. Pourriez-vous l’abréger ?
form-nothing-to-cancel = Il n’y a rien à annuler.
form-edited = J’ai vu que vous avez modifié un message. Je conserve ce que j’avais compris : pour changer une réponse, utilisez <i>Retour</i> ou <i>Modifier</i> sur la fiche, ou renvoyez-la quand je la demande.
edited-unasked = J’ai vu que vous avez modifié un message. Je ne lis les messages qu’une fois, à leur arrivée : merci de le renvoyer.
form-next-draft = Passer à la suivante
form-edit-read = J’ai relu votre message tel que vous l’avez modifié.
form-edit-unclear = Je conserve donc ce que j’avais compris ; vous pouvez le changer avec les boutons de la fiche.
