# Comment rejoindre le réseau, et ce qu’une personne extérieure au réseau lit une fois.

to-join-open = Pour demander à rejoindre le réseau : /register
to-join-by_code = Pour demander à rejoindre le réseau : le lien que le réseau vous a donné, ou /register suivi de son code.
to-join-closed = L’inscription se fait sur invitation de la coordination.

gate-last-word = C’est plus que ce que le robot lit des personnes qui ne sont pas membres. Après { $quiet } sans message, il lira de nouveau ; sinon, merci d’écrire à { $contact }.

registration-by-invitation = L’inscription n’est pas ouverte à tous. { $join }
registration-code-wrong = Ce code n’est pas valable. { $join }
registration-later = Vous pourrez présenter une nouvelle demande à partir du { $when }. Une invitation de la coordination est valable avant cette date.
registration-full = Tant de demandes attendent une décision qu’aucune autre n’est reçue pour le moment. Merci d’écrire à { $contact }.
