/** The practice server's JSON, one function a call. */

const LONGEST_WAIT = 40_000; // milliseconds; the server answers a long poll after 25 s

/** No answer came at all: the server is gone or being restarted. */
export class Unreachable extends Error {}

/** The server answered, and the answer was no. `status` is HTTP's, `message` the server's words. */
export class Refused extends Error {
  constructor(status, words) {
    super(words);
    this.status = status;
  }
}

async function call(path, options = {}) {
  const response = await fetch(path, { ...options, signal: AbortSignal.timeout(LONGEST_WAIT) }).catch((error) => {
    throw new Unreachable(error.message);
  });
  if (!response.ok) throw new Refused(response.status, await wordsOf(response));
  return response.json().catch((error) => {
    throw new Unreachable(error.message); // cut off in the middle of the body
  });
}

async function wordsOf(response) {
  const body = await response.text().catch(() => "");
  try {
    const answer = JSON.parse(body);
    return answer.error ?? answer.description ?? response.statusText;
  } catch {
    return body.slice(0, 200) || response.statusText;
  }
}

function post(path, body) {
  return call(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

export const world = {
  state: () => call("/world/state"),
  /** Returns when the world's sequence has passed `sequence`, or after the server's own patience. */
  changes: (sequence) => call(`/world/events?after=${sequence}`),
  addPerson: (name, language) => post("/world/people", { name, language_code: language }),
  advance: (seconds) => post("/world/clock", { advance_seconds: seconds }),
  advanceToNext: () => post("/world/clock", { to: "next" }),
  setTelegramDown: (down) => post("/world/telegram", { down }),
  restartBot: () => post("/world/bot", { restart: true }),
};

export const chats = {
  read: (id) => call(`/world/chats/${id}`),
  send: (id, text, replyTo) => post(`/world/chats/${id}/send`, replyTo ? { text, reply_to: replyTo } : { text }),
  edit: (id, message, text) => post(`/world/chats/${id}/edit`, { message_id: message, text }),
  remove: (id, message) => post(`/world/chats/${id}/delete`, { message_id: message }),
  /** Answers `{answer: {text, alert} | null}`: what the bot said to the callback query. */
  press: (id, message, data) => post(`/world/chats/${id}/press`, { message_id: message, data }),
  start: (id, payload) => post(`/world/chats/${id}/start`, payload ? { payload } : {}),
  photo: (id) => post(`/world/chats/${id}/photo`, {}),
  block: (id, blocked) => post(`/world/chats/${id}/block`, { blocked }),
  markRead: (id) => post(`/world/chats/${id}/read`, {}),
};
