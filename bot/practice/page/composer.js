/** The foot of a chat: what the person writes, their commands and suggested answers. */
/** @import { Chat, Command, Message, Person } from "./api.js" */
/** @import { Heard } from "./dom.js" */
import { byId, childrenOf, make, neighbour, say, stepOf, targetOf } from "./dom.js";
import { openItems } from "./menu.js";

/**
 * What the foot of the chat can do in the chat `id`; each act answers whether it worked.
 *
 * @typedef {object} Does
 * @property {(id: number, text: string, replyTo?: number) => Promise<boolean>} send
 * @property {(group: number, member: number, text: string) => Promise<boolean>} sendAs
 * @property {(id: number, message: Message, text: string) => Promise<boolean>} edit
 * @property {(id: number, caption: string) => Promise<boolean>} photo
 * @property {(id: number, caption: string) => Promise<boolean>} file
 * @property {(id: number) => void} forward
 * @property {(id: number) => Promise<boolean>} start
 * @property {(id: number) => Promise<boolean>} unblock
 * @property {() => Message | null} lastOwn  the person's last message
 */

/** @typedef {{kind: "reply" | "edit", message: Message}} Mode  what the next words are for */

/**
 * What somebody has not sent yet. `aside` is what they had begun before they turned to an edit.
 *
 * @typedef {{text: string, mode: Mode | null, aside: string}} Unsent
 */

/** @type {Unsent} */
const NOTHING = { text: "", mode: null, aside: "" };
const field = byId("composer-text");
/** @type {Map<number, Unsent>} */
const drafts = new Map(); // by chat; the open one's is in the field
/** @type {Does} */
let actions;
/** @type {Person | null} */
let person = null;
/** @type {Command[]} */
let commands = [];
/** @type {Command[]} */
let offered = []; // of them, those in the open list
/** @type {Mode | null} */
let mode = null;
let aside = "";
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
    showCommands(field.value.startsWith("/") && mode?.kind !== "edit" ? matching(field.value) : []);
  });
  byId("attach").addEventListener("click", openAttach);
  byId("begin").addEventListener("click", begin);
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
  drawSpeakers(person);
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
  if (mode?.kind === "edit") write(aside);
  enterMode({ kind: "reply", message });
  field.focus();
}

/**
 * Change this message of one's own.
 *
 * @param {Message} message
 */
export function editMessage(message) {
  if (mode?.kind !== "edit") aside = field.value;
  enterMode({ kind: "edit", message });
  write(message.text ?? "");
  field.focus();
}

/** @param {Person} next */
function changePerson(next) {
  if (person) drafts.set(person.id, unsent());
  showCommands([]);
  take(drafts.get(next.id) ?? NOTHING);
}

/** @returns {Unsent} */
function unsent() {
  return { text: field.value, mode, aside };
}

/** @param {Unsent} words  to stand in the field */
function take(words) {
  if (words.mode) enterMode(words.mode);
  else closeMode();
  aside = words.aside;
  write(words.text);
}

/** @param {Message} message */
function firstLine(message) {
  return (message.text || message.document?.name || "a message").split("\n")[0];
}

/** @param {Mode} next */
function enterMode(next) {
  mode = next;
  say(byId("mode-words"), `${mode.kind === "edit" ? "Edit" : "Reply to"}: ${firstLine(mode.message)}`);
  byId("mode").hidden = false;
}

function closeMode() {
  mode = null;
  byId("mode").hidden = true;
}

function leaveMode() {
  take({ text: mode?.kind === "edit" ? aside : field.value, mode: null, aside: "" });
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
function submit(event) {
  event.preventDefault();
  const words = unsent();
  if (!words.text.trim()) return;
  take({ text: words.mode?.kind === "edit" ? words.aside : "", mode: null, aside: "" });
  hand(words, (id) => deliver(id, words.text.trim(), words.mode));
}

/**
 * Hand these words over; where that fails, whoever wrote them has them back, for what they were meant.
 *
 * @param {Unsent} words
 * @param {(id: number) => Promise<boolean>} over
 */
async function hand(words, over) {
  if (!person) return;
  const { id } = person; // somebody else may be chosen before the answer comes
  showCommands([]);
  if (await over(id)) return;
  if (person.id === id) take(joined(words, unsent()));
  else drafts.set(id, joined(words, drafts.get(id) ?? NOTHING));
}

/**
 * Words that were not sent, before what has been written since.
 *
 * @param {Unsent} words
 * @param {Unsent} since
 * @returns {Unsent}
 */
function joined(words, since) {
  const later = since.mode?.kind === "edit" ? since.aside : since.text;
  if (words.mode?.kind === "edit") return { ...words, aside: later };
  const text = [words.text, later].filter(Boolean).join("\n");
  return since.mode?.kind === "edit" ? { ...since, aside: text } : { text, mode: words.mode ?? since.mode, aside: "" };
}

/**
 * @param {number} id
 * @param {string} text
 * @param {Mode | null} how
 */
function deliver(id, text, how) {
  if (id < 0) return actions.sendAs(id, Number(byId("speaker").value), text);
  if (how?.kind === "edit") return actions.edit(id, how.message, text);
  return actions.send(id, text, how?.message.id);
}

/**
 * Send a command, or a suggested answer, beside what is in the field.
 *
 * @param {string} text
 */
export function sendCommand(text) {
  hand({ ...NOTHING, text }, (id) => deliver(id, text, null));
}

function begin() {
  if (person?.blocked) actions.unblock(person.id);
  else if (person) actions.start(person.id);
}

/** The words in the field go with a photo or a file, as its caption. */
function openAttach() {
  openItems(byId("attach"), "Send", [
    ["A photo, with these words", () => attach(actions.photo)],
    ["A file, with these words", () => attach(actions.file)],
    ["Forward messages", () => person && actions.forward(person.id)],
  ]);
}

/** @param {(id: number, caption: string) => Promise<boolean>} send */
function attach(send) {
  const words = mode?.kind === "edit" ? NOTHING : unsent(); // those of an edit are for its message
  if (words !== NOTHING) take(NOTHING);
  hand(words, (id) => send(id, words.text.trim()));
}

/** @param {Person} shown */
function drawSpeakers(shown) {
  const isGroup = shown.members.length > 0;
  byId("speaking").hidden = !isGroup;
  byId("attach").hidden = isGroup;
  const signature = JSON.stringify([shown.id, shown.members]);
  if (byId("speaker").dataset.shown === signature) return;
  byId("speaker").dataset.shown = signature;
  byId("speaker").replaceChildren(
    ...shown.members.map((member) => make("option", { value: String(member.id) }, member.name)));
}

/** @param {KeyboardEvent} event */
function keyPressed(event) {
  if (event.isComposing) return;
  if (completes(event)) return;
  if (event.key === "Enter" && !event.shiftKey) submit(event);
  else if (event.key === "Escape") escape();
  else if (event.key === "ArrowUp" && !byId("commands").hidden) focusCommand(event, -1);
  else if (event.key === "ArrowDown" && !byId("commands").hidden) focusCommand(event, 0);
  else if (event.key === "ArrowUp" && !field.value) editLast(event);
}

/**
 * As in Telegram, Enter sends the first of the commands that begin like this, and Tab writes it out.
 *
 * @param {KeyboardEvent} event
 */
function completes(event) {
  const first = field.value.startsWith("/") ? offered[0] : undefined;
  if (!first || !["Enter", "Tab"].includes(event.key) || event.shiftKey) return false;
  event.preventDefault();
  const exact = offered.find((each) => `/${each.command}` === field.value.trim().toLowerCase());
  if (event.key === "Enter") choose(exact ?? first);
  else write(`/${(exact ?? first).command} `);
  showCommands([]);
  return true;
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
  offered = some;
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
  if (field.value.startsWith("/")) write("");
  field.focus();
  sendCommand(`/${each.command}`);
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
  return make("button", { type: "button", class: "reply-key", onclick: () => sendCommand(key.text) }, key.text);
}

/** @param {boolean} fold */
function foldKeys(fold) {
  folded = fold;
  byId("reply-keys").hidden = fold || !byId("reply-keys").children.length;
  byId("fold-keys").setAttribute("aria-expanded", String(!fold));
}
