/** The foot of a chat: what the person writes, their commands and suggested answers. */
import { byId, make, neighbour, say } from "./dom.js";

const field = byId("composer-text");
const drafts = new Map(); // person id → words not sent yet
let actions;
let person = null;
let commands = [];
let mode = null; // {kind: "reply" | "edit", message}
let folded = false;

/**
 * Wire the foot once. `does` holds `send(text, replyTo)`, `edit(message, text)`, `photo()`, `start()`,
 * `unblock()` (each answers whether it worked) and `lastOwn()`, the person's last message.
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
  byId("begin").addEventListener("click", () => (person.blocked ? actions.unblock() : actions.start()));
  byId("mode-end").addEventListener("click", leaveMode);
  byId("open-commands").addEventListener("click", toggleCommands);
  byId("commands").addEventListener("keydown", commandsKey);
  byId("fold-keys").addEventListener("click", () => foldKeys(!folded));
  document.addEventListener("pointerdown", (event) => event.target.closest("#composer") || showCommands([]));
}

/** Show the foot as this person's Telegram would: Start first, then the field and the keyboards. */
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
  drawReplyKeys(chat.reply_keyboard);
}

/** Answer this message with the next words. */
export function replyTo(message) {
  enterMode("reply", message, `Reply to: ${firstLine(message)}`);
}

/** Change this message of one's own. */
export function editMessage(message) {
  enterMode("edit", message, `Edit: ${firstLine(message)}`);
  write(message.text ?? "");
}

function changePerson(next) {
  if (person) drafts.set(person.id, mode?.kind === "edit" ? "" : field.value);
  closeMode();
  showCommands([]);
  write(drafts.get(next.id) ?? "");
}

function firstLine(message) {
  return (message.text || message.document?.name || "a message").split("\n")[0];
}

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

function write(text) {
  field.value = text;
  fit();
}

function fit() {
  field.style.height = "auto";
  if (field.value) field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}

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

function deliver(text, how) {
  if (how?.kind === "edit") return actions.edit(how.message, text);
  return actions.send(text, how?.message.id);
}

function keyPressed(event) {
  if (event.isComposing) return;
  if (event.key === "Enter" && !event.shiftKey) submit(event);
  else if (event.key === "Escape") escape();
  else if (event.key === "ArrowUp" && !byId("commands").hidden) focusCommand(event, -1);
  else if (event.key === "ArrowDown" && !byId("commands").hidden) focusCommand(event, 0);
  else if (event.key === "ArrowUp" && !field.value && actions.lastOwn()) {
    event.preventDefault();
    editMessage(actions.lastOwn());
  }
}

function escape() {
  if (!byId("commands").hidden) showCommands([]);
  else if (mode) leaveMode();
}

function matching(typed) {
  return commands.filter((each) => `/${each.command}`.startsWith(typed.toLowerCase()));
}

function toggleCommands() {
  const open = byId("commands").hidden;
  showCommands(open ? commands : []);
  if (open) byId("commands").firstChild?.focus();
}

function showCommands(some) {
  byId("commands").replaceChildren(...some.map(commandRow));
  byId("commands").hidden = some.length === 0;
  byId("open-commands").setAttribute("aria-expanded", String(some.length > 0));
}

function commandRow(each) {
  const role = { role: "option", tabindex: "-1", "aria-selected": "false", "data-testid": `command-${each.command}` };
  return make("li", { ...role, onclick: () => choose(each) },
    make("b", {}, `/${each.command}`),
    make("span", { lang: person.language_code }, each.description));
}

function choose(each) {
  write("");
  showCommands([]);
  field.focus();
  actions.send(`/${each.command}`);
}

function focusCommand(event, place) {
  event.preventDefault();
  [...byId("commands").children].at(place).focus();
}

function commandsKey(event) {
  const rows = [...byId("commands").children];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) neighbour(rows, event.target, step).focus();
  else if (event.key === "Enter" || event.key === " ") event.target.click();
  else if (event.key === "Escape") {
    showCommands([]);
    field.focus();
  } else return;
  event.preventDefault();
}

function drawReplyKeys(rows) {
  const keys = byId("reply-keys");
  const signature = JSON.stringify([person.id, rows]);
  byId("fold-keys").hidden = !rows?.length;
  if (keys.dataset.shown === signature) return;
  keys.dataset.shown = signature;
  keys.lang = person.language_code;
  keys.replaceChildren(...(rows ?? []).map((row) => make("div", { class: "keys" }, ...row.map(replyKey))));
  foldKeys(false);
}

function replyKey(key) {
  return make("button", { type: "button", class: "reply-key", onclick: () => actions.send(key.text) }, key.text);
}

function foldKeys(fold) {
  folded = fold;
  byId("reply-keys").hidden = fold || !byId("reply-keys").children.length;
  byId("fold-keys").setAttribute("aria-expanded", String(!fold));
}
