/** The chat page of the practice network: reads the world, shows it, follows its changes. */
/** @import { Answer, Bot, Chat, Key, Message, Person, State } from "./api.js" */
import { chats, Refused, Unreachable, world } from "./api.js";
import { bindComposer, drawComposer, editMessage, replyTo, sendCommand } from "./composer.js";
import { askForward, askWho, bindDialogs } from "./dialogs.js";
import { byId, say, targetOf } from "./dom.js";
import { startPayload } from "./links.js";
import { bindMenu, copy, openMenu } from "./menu.js";
import { bindMessages, drawMessages } from "./messages.js";
import { alertBox, attempt, toast } from "./notices.js";
import { bindPeople, drawPeople } from "./people.js";
import { bindTheme } from "./theme.js";
import { bindWorld, drawWorld, worldNow } from "./world.js";

const SHORTEST_PAUSE = 400; // milliseconds between two tries while the server is away
const LONGEST_PAUSE = 3_000;
// A browser allows six connections to one server, a long poll holds one: pages nobody looks at give theirs back.
const HIDDEN_PAUSE = 5_000;
const BREATH = 80; // milliseconds between two readings, so that a broadcast does not become a flood of them

/** @type {State | null} */
let state = null;
/** @type {Chat | null} */
let chat = null;
let shownId = 0; // of the chat that is drawn: the address may be ahead of it
/** @type {Promise<unknown>} */
let reading = Promise.resolve();

/** The id in the page's address, or null: a person's, or a group's. */
function selectedId() {
  const match = /^#person-(-?\d+)$/.exec(location.hash);
  return match ? Number(match[1]) : null;
}

function selected() {
  return state?.people.find((person) => person.id === selectedId()) ?? null;
}

/** @param {number} id */
function select(id) {
  location.hash = `#person-${id}`;
  refresh();
}

/**
 * Read the world and the open chat, show them, and answer the sequence they were read at. Readings queue
 * up, so that an older one can never overwrite a newer.
 */
function read() {
  const next = reading.catch(() => null).then(readOnce);
  reading = next;
  return next;
}

/** @returns {Promise<number>} */
async function readOnce() {
  const now = await world.state();
  state = now;
  const id = selected()?.id;
  const next = id === undefined ? null : await chats.read(id);
  if (selected()?.id !== id) return readOnce(); // somebody chose another person meanwhile
  chat = next;
  draw(now);
  document.body.dataset.sequence = String(now.sequence); // how far the page has come, for whoever drives it
  await markRead();
  return now.sequence;
}

/** Read again now; a server that is away is left to the loop that follows the world. */
function refresh() {
  return read().catch((error) => {
    if (isOwnFault(error)) showTrouble(error);
  });
}

/** @param {unknown} error */
function isOwnFault(error) {
  return !(error instanceof Unreachable || error instanceof Refused);
}

/** Follow the world for as long as the page is open, through restarts of the server. */
async function follow() {
  let pause = SHORTEST_PAUSE;
  for (;;) {
    try {
      const sequence = await read();
      showTrouble(null);
      pause = SHORTEST_PAUSE;
      await (document.hidden ? sleep(HIDDEN_PAUSE) : world.changes(sequence));
      await sleep(BREATH);
    } catch (error) {
      showTrouble(error);
      await sleep(pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }
}

/**
 * @param {number} milliseconds
 * @returns {Promise<void>}
 */
function sleep(milliseconds) {
  return new Promise((done) => {
    setTimeout(done, milliseconds);
  });
}

/**
 * Say what is wrong, if anything: no server, a server that cannot, or this page itself.
 *
 * @param {unknown} error
 */
function showTrouble(error) {
  byId("lost").hidden = !(error instanceof Unreachable);
  byId("fault").hidden = error === null || error instanceof Unreachable;
  if (!byId("fault").hidden) say(byId("fault"), faultWords(error));
  if (error !== null && isOwnFault(error)) console.error(error);
}

/** @param {unknown} error */
function faultWords(error) {
  const words = error instanceof Error ? error.message : String(error);
  if (error instanceof Refused) return `The practice server met a fault: ${words}. This page tries again by itself.`;
  return `This page met a fault of its own: ${words}. Load it again; nothing that was sent is lost.`;
}

/** @param {State} shown */
function draw(shown) {
  const person = selected();
  drawWorld(shown, person);
  const now = worldNow();
  drawPeople(shown.people, person?.id ?? null, now);
  drawTitle(shown.people);
  document.body.dataset.view = person ? "chat" : "list";
  byId("chat").hidden = !person;
  byId("welcome").hidden = Boolean(person);
  if (!person || !chat) return;
  shownId = person.id;
  drawHead(person, shown.bot);
  drawComposer(person, chat);
  drawMessages(chat, person, shown.bot, now, onMessage);
}

/** @param {Person[]} people */
function drawTitle(people) {
  const unread = people.reduce((sum, person) => sum + person.unread, 0);
  const name = selected()?.name;
  document.title = `${unread ? `(${unread}) ` : ""}${name ? `${name} · ` : ""}Practice network`;
}

/**
 * @param {Person} person
 * @param {Bot} bot
 */
function drawHead(person, bot) {
  const isGroup = person.members.length > 0;
  say(byId("bot-name"), isGroup ? person.name : bot.name);
  byId("as").hidden = isGroup;
  say(byId("bot-status"), isGroup ? person.about : status(person, bot));
  say(byId("as-name"), person.name);
  say(byId("as-about"), person.about || "");
}

/**
 * @param {Person} person
 * @param {Bot} bot
 */
function status(person, bot) {
  if (!bot.running) return "not running";
  return person.typing ? "is typing…" : "bot";
}

/** What has been seen is read: only when the chat is really before somebody's eyes. */
async function markRead() {
  const person = selected();
  if (person?.unread && document.visibilityState === "visible") await chats.markRead(person.id);
}

/** @type {import("./message.js").OnMessage} */
const onMessage = {
  menu: (message, button) => openMenu(message, button, isGroupShown() ? null : { reply: replyTo, edit: editMessage, remove }),
  press,
};

/**
 * Do what a button under a message says; `button` is busy for as long as the bot thinks.
 *
 * @param {Message} message
 * @param {Key} key
 * @param {HTMLElement} button
 */
async function press(message, key, button) {
  if (key.copy) return copy(key.copy);
  if (key.url) return openLink(key.url);
  button.setAttribute("aria-busy", "true");
  await attempt(async () => showAnswer((await chats.press(shownId, message.id, key.data)).answer));
  button.removeAttribute("aria-busy");
  return refresh();
}

/** @param {Answer | null} answer */
function showAnswer(answer) {
  if (!answer?.text) return;
  if (answer.alert) alertBox(answer.text);
  else toast(answer.text);
}

/** @param {() => Promise<unknown>} action */
async function act(action) {
  const worked = await attempt(action);
  await refresh();
  return worked;
}

/** @param {Message} message */
function remove(message) {
  return act(() => chats.remove(shownId, message.id));
}

/**
 * Follow a link as Telegram would: one to this bot is opened here, in somebody's place.
 *
 * @param {string} href
 */
function openLink(href) {
  if (!state) return; // before the first reading nothing with a link is shown
  const payload = startPayload(href, state.bot.username);
  if (payload !== null) askWho(state.people, payload);
  else if (href.startsWith("tg:")) toast("In Telegram this opens a profile or a chat.");
  else window.open(href, "_blank", "noopener");
}

/** @param {Event} event */
function tapped(event) {
  const link = /** @type {HTMLAnchorElement | null | undefined} */ (targetOf(event)?.closest(".text a"));
  const command = targetOf(event)?.closest("[data-command]")?.getAttribute("data-command");
  if (link) {
    event.preventDefault();
    openLink(link.href);
  } else if (command) {
    sendCommand(command);
  }
}

function isGroupShown() {
  return shownId < 0;
}

function lastOwn() {
  if (isGroupShown()) return null;
  return chat?.messages.findLast((message) => !message.from_bot && !message.deleted) ?? null;
}

/**
 * After another person was chosen: to the field where there is a keyboard, back to the row on return;
 * not away from what somebody has reached for in the chat meanwhile.
 *
 * @param {string} oldURL
 */
function moveFocus(oldURL) {
  if (selected() && byId("chat").contains(document.activeElement)) return;
  if (!selected()) rowOf(new URL(oldURL).hash)?.focus();
  else if (matchMedia("(hover: hover)").matches && !byId("composer").hidden) byId("composer-text").focus();
  else byId("messages").focus({ preventScroll: true });
}

/**
 * @param {string} hash  the part of an address that names a person
 * @returns {HTMLAnchorElement | null}
 */
function rowOf(hash) {
  return document.querySelector(`#people a[href="${hash}"]`);
}

bindTheme(byId("theme"));
bindPeople();
bindMenu();
bindMessages();
bindWorld(refresh);
bindDialogs(select);
bindComposer({
  send: (id, text, replyId) => act(() => chats.send(id, text, replyId)),
  sendAs: (group, member, text) => act(() => chats.sendAs(group, member, text)),
  edit: (id, message, text) => act(() => chats.edit(id, message.id, text)),
  photo: (id, caption) => act(() => chats.photo(id, caption)),
  file: (id, caption) => act(() => chats.file(id, caption)),
  forward: askForward,
  start: (id) => act(() => chats.start(id)),
  unblock: (id) => act(() => chats.block(id, false)),
  lastOwn,
});
byId("messages").addEventListener("click", tapped);
byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId(byId("composer").hidden ? "begin" : "composer-text").focus();
});
window.addEventListener("hashchange", (event) => refresh().then(() => moveFocus(event.oldURL)));
document.addEventListener("visibilitychange", refresh);
follow();
