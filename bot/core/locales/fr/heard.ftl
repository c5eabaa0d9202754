# Ce que l’on saisit au lieu de toucher un bouton : des expressions, séparées par des virgules.

heard-courtesy = svp, s'il vous plaît, stp, s'il te plaît, merci, merci beaucoup, bonjour, bonsoir
heard-cancel = annuler, annule, annulez, annuler tout, arrêter, arrête, arrêtez, interrompre, abandonner, quitter, laisser tomber, laissez tomber, stop
heard-back = retour, revenir, revenir en arrière, en arrière, précédent, précédente, question précédente
heard-skip = passer, passe, passez, passer la question, sauter, ignorer
heard-help = aide, aide-moi, aidez-moi, à l'aide, j'ai besoin d'aide, que puis-je faire, que puis-je faire ici
heard-attend-in_person = sur place, en présentiel, présentiel, en présence, en personne, physiquement
heard-attend-online = en ligne, à distance, en distanciel, distanciel, en visio, visio, par visio, en visioconférence, visioconférence, par visioconférence, en vidéo, par vidéo, par zoom, sur zoom, zoom, par teams, sur teams
heard-attend-cannot = ne peux pas, ne peux pas venir, ne peux pas participer, ne peux pas assister, ne peux malheureusement pas venir, ne pourrai pas, ne pourrai pas venir, ne pourrai pas participer, ne pourrai pas assister, ne pourrai malheureusement pas venir, ne pourrons pas, ne pourrons pas venir, ne pourrons pas participer, ne viendrai pas, ne viendrons pas, ne participerai pas, ne participerons pas, ne serai pas là, ne serai pas présent, ne serai pas présente, ne serai pas disponible, ne suis pas disponible, pas disponible, indisponible, empêché, empêchée, suis empêché, suis empêchée, dans l'impossibilité de venir, dans l'impossibilité de participer
heard-attend-yes = oui, viendrai, viendrons, participerai, participerons, serai là, serons là, serai présent, serai présente, je viens, comptez sur moi
heard-attend-filler = je, j'y, y, nous, on, serai, serons, suis, sommes, serai présent, présent, présente, viendrai, viendrons, participerai, participerons, à, a, au, la, le, les, l', du, de, en, pour, cette, ce, réunion, séance, rencontre, prochaine, jour, date, venir, participer, assister, malheureusement, hélas, désolé, désolée, regrette, ma, mon, notre, chambre, collègue, et, avec, par, moi, mais, seulement, uniquement, plutôt, donc
heard-meetings = prochaine réunion, prochaines réunions, réunions à venir, réunions prévues, réunions, réunion à venir, quand est la réunion, quand a lieu la réunion, quand nous réunissons-nous, quand nous voyons-nous, date de la réunion, dates des réunions, y a-t-il une réunion
heard-meetings-filler = quand, quelle, quelles, est, sont, a, ont, lieu, la, les, le, l', nos, montrer, montrez, moi, voir, à, date, de, des, je, voudrais, souhaite, souhaiterais, connaître, savoir, c'est
heard-who = qui travaille avec, qui travaille sur, qui coopère avec, qui a des projets avec, qui a des activités avec, qui fait quoi avec, qui soutient, qui est actif en, qui est actif au, quelles chambres travaillent avec, quelles chambres travaillent sur, quelle chambre travaille avec, quelle chambre travaille sur, quels parlements travaillent avec, quel parlement travaille avec, quelles chambres coopèrent avec, quelqu'un travaille-t-il avec, est-ce que quelqu'un travaille avec
heard-register = m'inscrire, s'inscrire, inscription, inscrire, rejoindre le réseau, rejoindre votre réseau, devenir membre, adhérer au réseau
heard-hello = bonjour, bonsoir, salut, coucou, bonjour à tous, bonjour à toutes et à tous
heard-thanks = merci, merci beaucoup, merci bien, un grand merci, mille mercis, ok merci, super merci, parfait merci
heard-both = les deux, les deux chambres, toutes les deux, ambas
heard-hybrid = hybride, en format hybride, sous forme hybride, en mode hybride, sur place et en ligne, sur place ou en ligne, en présentiel et à distance, en présentiel et en ligne
heard-on-day = le, du, de, pour, au, à
