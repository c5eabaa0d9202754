/**
 * The practice server's JSON, one function a call, and what it sends (bot/practice/control.py writes it).
 */

/**
 * The bot as Telegram shows it.
 *
 * @typedef {object} Bot
 * @property {string} name
 * @property {string} username  without the @
 * @property {string} description  "" when it has none
 * @property {string} short_description
 * @property {boolean} running  whether it has come up; without Telegram it waits for it
 */

/**
 * One row of the list of people.
 *
 * @typedef {object} Person
 * @property {number} id  also the chat's id
 * @property {string} name
 * @property {string} about  who they are in the practice network
 * @property {string} language_code
 * @property {number} unread  messages of the bot's
 * @property {boolean} blocked  whether they have blocked the bot
 * @property {boolean} started  whether they have ever pressed Start
 * @property {boolean} typing  whether the bot shows them that it is typing
 * @property {{text: string, at: string, from_bot: boolean} | null} last  the last message of the chat
 * @property {{id: number, name: string}[]} members  of a group, which stands in the list like a person; else none
 */

/**
 * Everything that the list and the bar show. Instants are ISO 8601.
 *
 * @typedef {object} State
 * @property {string} now  the world's time
 * @property {number} sequence  rises with each change of the world
 * @property {boolean} telegram_down
 * @property {Bot} bot
 * @property {Person[]} people
 * @property {{next_due: string | null}} controls
 */

/**
 * A button under a message. One of `data`, `url` and `copy` says what it does.
 *
 * @typedef {object} Key
 * @property {string} text
 * @property {string} [data]  the callback data
 * @property {string} [url]
 * @property {string} [copy]  words for the clipboard
 * @property {string} [style]
 */

/** @typedef {{name: string, size: number, url: string | null}} Attachment  `size` is in bytes; no `url` for a stand-in */

/** @typedef {{name?: string, url?: string}} Photo  the stand-in keeps no pictures, so both may be missing */

/**
 * @typedef {object} Message
 * @property {number} id
 * @property {boolean} from_bot
 * @property {string} author  the person who wrote it; the chat's own for the bot's
 * @property {string | null} forwarded_from
 * @property {string} at
 * @property {string | null} edited_at
 * @property {string} text
 * @property {string} html  the text with its entities, escaped
 * @property {Key[][] | null} keyboard
 * @property {Attachment | null} document
 * @property {Photo | null} photo
 * @property {number | null} reply_to  the id of a message
 * @property {boolean} deleted
 */

/** @typedef {{command: string, description: string}} Command  without its slash */

/**
 * Everything that one person sees.
 *
 * @typedef {object} Chat
 * @property {Message[]} messages
 * @property {{text: string}[][] | null} reply_keyboard
 * @property {string | null} placeholder
 * @property {Command[]} commands
 * @property {number} unread
 */

/** @typedef {{text: string | null, alert: boolean}} Answer  what the bot said to a callback query */

const LONGEST_WAIT = 40_000; // milliseconds; the server answers a long poll after 25 s

/** No answer came at all: the server is gone or being restarted. */
export class Unreachable extends Error {}

/** The server answered, and the answer was no. `status` is HTTP's, `message` the server's words. */
export class Refused extends Error {
  /**
   * @param {number} status
   * @param {string} words
   */
  constructor(status, words) {
    super(words);
    this.status = status;
  }
}

/**
 * @param {string} path
 * @param {RequestInit} [options]
 * @returns {Promise<any>}  the body: each call below says what it holds
 * @throws {Unreachable | Refused}
 */
async function call(path, options = {}) {
  let response = await ask(path, options);
  if (response.status === 403) {
    await ask("/"); // the server was started anew: this gives the cookie of the new run
    response = await ask(path, options);
  }
  if (!response.ok) throw new Refused(response.status, await wordsOf(response));
  return response.json().catch((error) => {
    throw new Unreachable(error.message); // cut off in the middle of the body
  });
}

/**
 * @param {string} path
 * @param {RequestInit} [options]
 * @returns {Promise<Response>}
 * @throws {Unreachable}
 */
function ask(path, options = {}) {
  return fetch(path, { ...options, signal: AbortSignal.timeout(LONGEST_WAIT) }).catch((error) => {
    throw new Unreachable(error.message);
  });
}

/** @param {Response} response */
async function wordsOf(response) {
  const body = await response.text().catch(() => "");
  try {
    const answer = JSON.parse(body);
    return answer.error ?? answer.description ?? response.statusText;
  } catch {
    return body.slice(0, 200) || response.statusText;
  }
}

/**
 * @param {string} path
 * @param {object} body
 */
function post(path, body) {
  return call(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Practice": "page" },
    body: JSON.stringify(body),
  });
}

/**
 * @typedef {object} World
 * @property {() => Promise<State>} state
 * @property {(sequence: number) => Promise<{sequence: number}>} changes  answers when the world's sequence has
 *   passed this one, or after the server's own patience
 * @property {(name: string, language: string) => Promise<{id: number}>} addPerson
 * @property {(seconds: number) => Promise<{now: string}>} advance
 * @property {() => Promise<{now: string}>} advanceToNext
 * @property {(down: boolean) => Promise<{down: boolean}>} setTelegramDown
 * @property {() => Promise<{}>} restartBot
 */

/** @type {World} */
export const world = {
  state: () => call("/world/state"),
  changes: (sequence) => call(`/world/events?after=${sequence}`),
  addPerson: (name, language) => post("/world/people", { name, language_code: language }),
  advance: (seconds) => post("/world/clock", { advance_seconds: seconds }),
  advanceToNext: () => post("/world/clock", { to: "next" }),
  setTelegramDown: (down) => post("/world/telegram", { down }),
  restartBot: () => post("/world/bot", { restart: true }),
};

/**
 * What a person can do in their chat: `id` is theirs, `message` a message's id.
 *
 * @typedef {object} Chats
 * @property {(id: number) => Promise<Chat>} read
 * @property {(id: number, text: string, replyTo?: number) => Promise<{}>} send
 * @property {(id: number, message: number, text: string) => Promise<{}>} edit
 * @property {(id: number, message: number) => Promise<{}>} remove
 * @property {(id: number, message: number, data: string | undefined) => Promise<{answer: Answer | null}>} press
 * @property {(id: number, payload?: string) => Promise<{}>} start
 * @property {(group: number, member: number, text: string) => Promise<{}>} sendAs  in a group
 * @property {(id: number, texts: string[], from: string) => Promise<{}>} forward
 * @property {(id: number, caption: string) => Promise<{}>} photo
 * @property {(id: number, caption: string) => Promise<{}>} file
 * @property {(id: number, blocked: boolean) => Promise<{}>} block
 * @property {(id: number) => Promise<{}>} markRead
 */

/** @type {Chats} */
export const chats = {
  read: (id) => call(`/world/chats/${id}`),
  send: (id, text, replyTo) => post(`/world/chats/${id}/send`, replyTo ? { text, reply_to: replyTo } : { text }),
  edit: (id, message, text) => post(`/world/chats/${id}/edit`, { message_id: message, text }),
  remove: (id, message) => post(`/world/chats/${id}/delete`, { message_id: message }),
  press: (id, message, data) => post(`/world/chats/${id}/press`, { message_id: message, data }),
  start: (id, payload) => post(`/world/chats/${id}/start`, payload ? { payload } : {}),
  sendAs: (group, member, text) => post(`/world/chats/${group}/send`, { as: member, text }),
  forward: (id, texts, from) => post(`/world/chats/${id}/forward`, { texts, from }),
  photo: (id, caption) => post(`/world/chats/${id}/photo`, { caption }),
  file: (id, caption) => post(`/world/chats/${id}/file`, { caption }),
  block: (id, blocked) => post(`/world/chats/${id}/block`, { blocked }),
  markRead: (id) => post(`/world/chats/${id}/read`, {}),
};
