/** The chat page of the practice network: reads the world, shows it, follows its changes. */
import { chats, Refused, Unreachable, world } from "./api.js";
import { bindComposer, drawComposer, editMessage, replyTo } from "./composer.js";
import { askWho, bindDialogs } from "./dialogs.js";
import { byId, say } from "./dom.js";
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

let state = null;
let chat = null;
let reading = Promise.resolve();

/** The id in the page's address, or null. */
function selectedId() {
  const match = /^#person-(-?\d+)$/.exec(location.hash);
  return match ? Number(match[1]) : null;
}

function selected() {
  return state?.people.find((person) => person.id === selectedId()) ?? null;
}

function select(id) {
  location.hash = `#person-${id}`;
  refresh();
}

/**
 * Read the world and the open chat, show them, and answer the sequence they were read at. Readings queue
 * up, so that an older one can never overwrite a newer.
 */
function read() {
  reading = reading.catch(() => null).then(readOnce);
  return reading;
}

async function readOnce() {
  state = await world.state();
  const id = selected()?.id;
  const next = id === undefined ? null : await chats.read(id);
  if (selected()?.id !== id) return readOnce(); // somebody chose another person meanwhile
  chat = next;
  draw();
  document.body.dataset.sequence = state.sequence; // how far the page has come, for whoever drives it
  await markRead();
  return state.sequence;
}

/** Read again now; trouble is left to the loop that follows the world. */
function refresh() {
  return read().catch((error) => {
    if (!(error instanceof Unreachable || error instanceof Refused)) throw error;
  });
}

/** Follow the world for as long as the page is open, through restarts of the server. */
async function follow() {
  let pause = SHORTEST_PAUSE;
  for (;;) {
    try {
      const sequence = await read();
      showLost(false);
      pause = SHORTEST_PAUSE;
      await (document.hidden ? sleep(HIDDEN_PAUSE) : world.changes(sequence));
      await sleep(BREATH);
    } catch (error) {
      if (!(error instanceof Unreachable || error instanceof Refused)) console.error(error);
      showLost(true);
      await sleep(pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }
}

function sleep(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}

function showLost(lost) {
  byId("lost").hidden = !lost;
}

function draw() {
  const person = selected();
  const now = worldNowOf(person);
  drawPeople(state.people, person?.id ?? null, now);
  drawTitle();
  document.body.dataset.view = person ? "chat" : "list";
  byId("chat").hidden = !person;
  byId("welcome").hidden = Boolean(person);
  if (!person) return;
  drawHead(person);
  drawComposer(person, chat);
  drawMessages(chat, person, state.bot, now, onMessage);
}

function worldNowOf(person) {
  drawWorld(state, person);
  return worldNow();
}

function drawTitle() {
  const unread = state.people.reduce((sum, person) => sum + person.unread, 0);
  const name = selected()?.name;
  document.title = `${unread ? `(${unread}) ` : ""}${name ? `${name} · ` : ""}Practice network`;
}

function drawHead(person) {
  say(byId("bot-name"), state.bot.name);
  say(byId("bot-status"), status(person));
  say(byId("as-name"), person.name);
  say(byId("as-about"), person.about || "");
}

function status(person) {
  if (!state.bot.running) return "not running";
  return person.typing ? "is typing…" : "bot";
}

/** What has been seen is read: only when the chat is really before somebody's eyes. */
async function markRead() {
  const person = selected();
  if (person?.unread && document.visibilityState === "visible") await chats.markRead(person.id);
}

const onMessage = {
  menu: (message, button) => openMenu(message, button, { reply: replyTo, edit: editMessage, remove }),
  press,
};

async function press(message, key, button) {
  if (key.copy) return copy(key.copy);
  if (key.url) return openLink(key.url);
  button.setAttribute("aria-busy", "true");
  const id = selectedId();
  await attempt(async () => showAnswer((await chats.press(id, message.id, key.data)).answer));
  button.removeAttribute("aria-busy");
  return refresh();
}

function showAnswer(answer) {
  if (!answer?.text) return;
  if (answer.alert) alertBox(answer.text);
  else toast(answer.text);
}

async function act(action) {
  const worked = await attempt(action);
  await refresh();
  return worked;
}

function remove(message) {
  return act(() => chats.remove(selectedId(), message.id));
}

/** Follow a link as Telegram would: one to this bot is opened here, in somebody's place. */
function openLink(href) {
  const payload = startPayload(href, state.bot.username);
  if (payload !== null) askWho(state.people, payload);
  else if (href.startsWith("tg:")) toast("In Telegram this opens a profile or a chat.");
  else window.open(href, "_blank", "noopener");
}

function tapped(event) {
  const link = event.target.closest(".text a");
  const command = event.target.closest("[data-command]");
  if (link) {
    event.preventDefault();
    openLink(link.href);
  } else if (command) {
    act(() => chats.send(selectedId(), command.dataset.command));
  }
}

function lastOwn() {
  return chat.messages.findLast((message) => !message.from_bot && !message.deleted) ?? null;
}

/**
 * After another person was chosen: to the field where there is a keyboard, back to the row on return;
 * not away from what somebody has reached for in the chat meanwhile.
 */
function moveFocus(oldURL) {
  if (selected() && byId("chat").contains(document.activeElement)) return;
  if (!selected()) document.querySelector(`#people a[href="${new URL(oldURL).hash}"]`)?.focus();
  else if (matchMedia("(hover: hover)").matches && !byId("composer").hidden) byId("composer-text").focus();
  else byId("messages").focus({ preventScroll: true });
}

bindTheme(byId("theme"));
bindPeople();
bindMenu();
bindMessages();
bindWorld(refresh);
bindDialogs(select);
bindComposer({
  send: (text, replyId) => act(() => chats.send(selectedId(), text, replyId)),
  edit: (message, text) => act(() => chats.edit(selectedId(), message.id, text)),
  photo: () => act(() => chats.photo(selectedId())),
  start: () => act(() => chats.start(selectedId())),
  unblock: () => act(() => chats.block(selectedId(), false)),
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
