# Ce que l’on saisit au lieu de toucher un bouton : des expressions, séparées par des virgules.

heard-courtesy = svp, s'il vous plaît, stp, s'il te plaît, merci, merci beaucoup, bonjour, bonsoir
heard-cancel = annuler, annule, annulez, annuler tout, arrêter, arrête, arrêtez, interrompre, abandonner, quitter, laisser tomber, laissez tomber, stop
heard-back = retour, revenir, revenir en arrière, en arrière, précédent, précédente, question précédente
heard-skip = passer, passe, passez, passer la question, sauter, ignorer
heard-help = aide, aide-moi, aidez-moi, à l'aide, j'ai besoin d'aide, que puis-je faire, que puis-je faire ici
