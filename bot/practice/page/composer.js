/** The foot of a chat: what the person writes, their commands and suggested answers. */
/** @import { Chat, Command, Message, Person } from "./api.js" */
/** @import { Heard } from "./dom.js" */
import { byId, childrenOf, make, neighbour, say, stepOf, targetOf } from "./dom.js";

/**
 * What the foot of the chat can do; each act answers whether it worked.
 *
 * @typedef {object} Does
 * @property {(text: string, replyTo?: number) => Promise<boolean>} send
 * @property {(message: Message, text: string) => Promise<boolean>} edit
 * @property {() => Promise<boolean>} photo
 * @property {() => Promise<boolean>} start
 * @property {() => Promise<boolean>} unblock
 * @property {() => Message | null} lastOwn  the person's last message
 */

/** @typedef {{kind: "reply" | "edit", message: Message}} Mode  what the next words are for */

const field = byId("composer-text");
/** @type {Map<number, string>} */
const drafts = new Map(); // person id → words not sent yet
/** @type {Does} */
let actions;
/** @type {Person | null} */
let person = null;
/** @type {Command[]} */
let commands = [];
/** @type {Mode | null} */
let mode = null;
let folded = false;

/**
 * Wire the foot once.
 *
 * @param {Does} does
 */
export function bindComposer(does) {
  actions = does;
  byId("composer").addEventListener("submit", submit);
  field.addEventListener("keydown", keyPressed);
  field.addEventListener("input", () => {
    fit();
    showCommands(field.value.startsWith("/") ? matching(field.value) : []);
  });
  byId("photo").addEventListener("click", () => actions.photo());
  byId("begin").addEventListener("click", () => (person?.blocked ? actions.unblock() : actions.start()));
  byId("mode-end").addEventListener("click", leaveMode);
  byId("open-commands").addEventListener("click", toggleCommands);
  byId("commands").addEventListener("keydown", commandsKey);
  byId("fold-keys").addEventListener("click", () => foldKeys(!folded));
  document.addEventListener("pointerdown", (event) => targetOf(event)?.closest("#composer") || showCommands([]));
}

/**
 * Show the foot as this person's Telegram would: Start first, then the field and the keyboards.
 *
 * @param {Person} shown
 * @param {Chat} chat
 */
export function drawComposer(shown, chat) {
  if (person?.id !== shown.id) changePerson(shown);
  person = shown;
  commands = chat.commands ?? [];
  const closed = person.blocked || !person.started;
  byId("composer").hidden = closed;
  byId("begin").hidden = !closed;
  say(byId("begin"), person.blocked ? "Unblock the bot" : "Start");
  byId("open-commands").hidden = commands.length === 0;
  field.placeholder = chat.placeholder || "Message";
  drawReplyKeys(person, chat.reply_keyboard);
}

/**
 * Answer this message with the next words.
 *
 * @param {Message} message
 */
export function replyTo(message) {
  enterMode("reply", message, `Reply to: ${firstLine(message)}`);
}

/**
 * Change this message of one's own.
 *
 * @param {Message} message
 */
export function editMessage(message) {
  enterMode("edit", message, `Edit: ${firstLine(message)}`);
  write(message.text ?? "");
}

/** @param {Person} next */
function changePerson(next) {
  if (person) drafts.set(person.id, mode?.kind === "edit" ? "" : field.value);
  closeMode();
  showCommands([]);
  write(drafts.get(next.id) ?? "");
}

/** @param {Message} message */
function firstLine(message) {
  return (message.text || message.document?.name || "a message").split("\n")[0];
}

/**
 * @param {Mode["kind"]} kind
 * @param {Message} message
 * @param {string} words
 */
function enterMode(kind, message, words) {
  mode = { kind, message };
  say(byId("mode-words"), words);
  byId("mode").hidden = false;
  field.focus();
}

function closeMode() {
  mode = null;
  byId("mode").hidden = true;
}

function leaveMode() {
  if (mode?.kind === "edit") write("");
  closeMode();
  field.focus();
}

/** @param {string} text */
function write(text) {
  field.value = text;
  fit();
}

function fit() {
  field.style.height = "auto";
  if (field.value) field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}

/** @param {Event} event */
async function submit(event) {
  event.preventDefault();
  const text = field.value.trim();
  if (!text) return;
  const unsent = { text: field.value, mode };
  write("");
  closeMode();
  showCommands([]);
  const worked = await deliver(text, unsent.mode);
  if (!worked && !field.value) write(unsent.text);
}

/**
 * @param {string} text
 * @param {Mode | null} how
 */
function deliver(text, how) {
  if (how?.kind === "edit") return actions.edit(how.message, text);
  return actions.send(text, how?.message.id);
}

/** @param {KeyboardEvent} event */
function keyPressed(event) {
  if (event.isComposing) return;
  if (event.key === "Enter" && !event.shiftKey) submit(event);
  else if (event.key === "Escape") escape();
  else if (event.key === "ArrowUp" && !byId("commands").hidden) focusCommand(event, -1);
  else if (event.key === "ArrowDown" && !byId("commands").hidden) focusCommand(event, 0);
  else if (event.key === "ArrowUp" && !field.value) editLast(event);
}

/** @param {Event} event */
function editLast(event) {
  const last = actions.lastOwn();
  if (!last) return;
  event.preventDefault();
  editMessage(last);
}

function escape() {
  if (!byId("commands").hidden) showCommands([]);
  else if (mode) leaveMode();
}

/** @param {string} typed */
function matching(typed) {
  return commands.filter((each) => `/${each.command}`.startsWith(typed.toLowerCase()));
}

function toggleCommands() {
  const open = byId("commands").hidden;
  showCommands(open ? commands : []);
  if (open) childrenOf(byId("commands"))[0]?.focus();
}

/** @param {Command[]} some */
function showCommands(some) {
  byId("commands").replaceChildren(...some.map(commandRow));
  byId("commands").hidden = some.length === 0;
  byId("open-commands").setAttribute("aria-expanded", String(some.length > 0));
}

/** @param {Command} each */
function commandRow(each) {
  const role = { role: "option", tabindex: "-1", "aria-selected": "false", "data-testid": `command-${each.command}` };
  return make("li", { ...role, onclick: () => choose(each) },
    make("b", {}, `/${each.command}`),
    make("span", { lang: person?.language_code }, each.description));
}

/** @param {Command} each */
function choose(each) {
  write("");
  showCommands([]);
  field.focus();
  actions.send(`/${each.command}`);
}

/**
 * @param {Event} event
 * @param {number} place  from the end where it is negative
 */
function focusCommand(event, place) {
  event.preventDefault();
  childrenOf(byId("commands")).at(place)?.focus();
}

/** @param {KeyboardEvent} event */
function commandsKey(event) {
  const row = /** @type {Heard<KeyboardEvent>} */ (event).target;
  const step = stepOf(event);
  if (step) neighbour(childrenOf(byId("commands")), row, step)?.focus();
  else if (event.key === "Enter" || event.key === " ") row.click();
  else if (event.key === "Escape") {
    showCommands([]);
    field.focus();
  } else return;
  event.preventDefault();
}

/**
 * @param {Person} shown
 * @param {Chat["reply_keyboard"]} rows
 */
function drawReplyKeys(shown, rows) {
  const keys = byId("reply-keys");
  const signature = JSON.stringify([shown.id, rows]);
  byId("fold-keys").hidden = !rows?.length;
  if (keys.dataset.shown === signature) return;
  keys.dataset.shown = signature;
  keys.lang = shown.language_code;
  keys.replaceChildren(...(rows ?? []).map((row) => make("div", { class: "keys" }, ...row.map(replyKey))));
  foldKeys(false);
}

/** @param {{text: string}} key */
function replyKey(key) {
  return make("button", { type: "button", class: "reply-key", onclick: () => actions.send(key.text) }, key.text);
}

/** @param {boolean} fold */
function foldKeys(fold) {
  folded = fold;
  byId("reply-keys").hidden = fold || !byId("reply-keys").children.length;
  byId("fold-keys").setAttribute("aria-expanded", String(!fold));
}
