# How one joins, and what somebody outside the network is told once.

to-join-open = To ask to join: /register
to-join-by_code = To ask to join, open the link that the network gave you, or send /register and its code.
to-join-closed = Members join by invitation of a coordinator.

gate-last-word = This is more than the bot reads from people who are not members. After { $quiet } without a message it reads again; otherwise please write to { $contact }.

registration-by-invitation = Registration is not open to everybody. { $join }
registration-code-wrong = This code is not valid. { $join }
registration-later = You can ask to join again from { $when }. A coordinator’s invitation works before that.
registration-full = So many requests to join are waiting that no more are taken for now. Please write to { $contact }.
