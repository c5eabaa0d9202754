# Ce qui est dit d'un bouton dont la fiche est close.
form-over = Ce formulaire ou ce brouillon est clos : il a été envoyé, abandonné ou supprimé. Rien n’a été modifié.
offer-over = Cette proposition est close : elle a reçu une réponse ou elle est trop ancienne. Rien n’a été modifié. Pour ajouter une activité : /update
