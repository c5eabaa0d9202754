# How hours and days are written. The first three are patterns of Unicode's (CLDR: H, HH, mm, d; what stands
# between straight apostrophes is kept), for an hour, a full hour, and the first day of a month.

times-hour = HH:mm
times-full-hour = HH:mm
times-first-day = d
times-hours = { $from }–{ $to }
times-days = { $from }–{ $to }
times-span = { $from } – { $to }
