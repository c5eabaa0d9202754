/** Instants as people read them: in the network's own zone, whatever this machine's is. */

const ZONE = "Europe/Brussels";

/** @typedef {string | number} Instant  ISO 8601, or milliseconds since 1970 */

/** @param {Intl.DateTimeFormatOptions} options */
function format(options) {
  return new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, ...options });
}

const HOUR = format({ hour: "2-digit", minute: "2-digit" });
const SHORT_DAY = format({ day: "numeric", month: "short" });
const SHORT_DAY_OF_YEAR = format({ day: "numeric", month: "short", year: "numeric" });
const WEEKDAY = format({ weekday: "short", day: "numeric", month: "short" });
const CLOCK = format({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
const LONG_DAY = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const DAY_KEY = format({ year: "numeric", month: "2-digit", day: "2-digit" });
const YEAR = format({ year: "numeric" });

/**
 * Whether two instants fall on one day in the network's zone.
 *
 * @param {Instant} one
 * @param {Instant} other
 */
export function sameDay(one, other) {
  return DAY_KEY.format(new Date(one)) === DAY_KEY.format(new Date(other));
}

/**
 * `14:05`.
 *
 * @param {Instant} at
 */
export function hour(at) {
  return HOUR.format(new Date(at));
}

/**
 * The heading of a day in a chat: `Today`, or weekday and full date.
 *
 * @param {Instant} at
 * @param {Instant} now
 */
export function dayHeading(at, now) {
  return sameDay(at, now) ? `Today, ${SHORT_DAY.format(new Date(at))}` : LONG_DAY.format(new Date(at));
}

/**
 * As short as the list of people needs it: the hour today, else the day, with its year when it is another.
 *
 * @param {Instant} at
 * @param {Instant} now
 */
export function brief(at, now) {
  if (sameDay(at, now)) return hour(at);
  const sameYear = YEAR.format(new Date(at)) === YEAR.format(new Date(now));
  return (sameYear ? SHORT_DAY : SHORT_DAY_OF_YEAR).format(new Date(at));
}

/**
 * `Thu 1 Dec 08:30`, for what lies ahead.
 *
 * @param {Instant} at
 */
export function ahead(at) {
  return `${WEEKDAY.format(new Date(at)).replace(",", "")} ${hour(at)}`;
}

/**
 * `Thu 1 Dec 2022, 14:05`, for the clock and for tooltips.
 *
 * @param {Instant} at
 */
export function full(at) {
  return `${CLOCK.format(new Date(at)).replace(",", "")}, ${hour(at)}`;
}
