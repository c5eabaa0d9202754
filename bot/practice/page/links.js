/** Addresses, and the links that Telegram itself would handle. */

const HOSTS = new Set(["t.me", "telegram.me"]);

/**
 * The address in these words, or null where they are none. (`URL.parse` is younger than many a browser.)
 *
 * @param {string} words
 */
export function addressOf(words) {
  try {
    return new URL(words);
  } catch {
    return null;
  }
}

/**
 * The payload of a deep link to this bot (https://t.me/<username>?start=CODE or tg://resolve?domain=…),
 * "" when it carries none, null when the link is something else.
 *
 * @param {string} href
 * @param {string} username
 */
export function startPayload(href, username) {
  const address = addressOf(href);
  if (!address || botOf(address)?.toLowerCase() !== username.toLowerCase()) return null;
  return address.searchParams.get("start") ?? "";
}

/** @param {URL} address */
function botOf(address) {
  if (HOSTS.has(address.hostname)) return address.pathname.slice(1);
  return address.protocol === "tg:" ? address.searchParams.get("domain") : null;
}
