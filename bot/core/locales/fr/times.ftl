# Comment s’écrivent les heures et les jours. Les trois premiers sont des modèles d’Unicode (CLDR : H, HH, mm, d ; ce
# qui est entre apostrophes droites est repris tel quel) : une heure, une heure ronde, le premier jour d’un mois.

times-hour = H 'h' mm
times-full-hour = H 'h'
times-first-day = d'er'
times-hours = { $from } – { $to }
times-days = { $from }-{ $to }
times-span = { $from } – { $to }
