/** The messages of the open chat, kept in place: only what changed is drawn again. */
/** @import { Bot, Chat, Message, Person } from "./api.js" */
/** @import { OnMessage } from "./message.js" */
import { byId, make, say } from "./dom.js";
import { messageNode } from "./message.js";
import { announce } from "./notices.js";
import { dayHeading, sameDay } from "./time.js";

const NEAR_END = 80; // pixels from the end within which the view follows new messages
/** @type {Map<number | string, {node: HTMLElement, signature: string}>} */
const kept = new Map(); // by a message's id, or a name
/** @type {number | null} */
let chatId = null;
/** @type {number | null} */
let firstUnread = null;
let waiting = 0; // messages that came while somebody was reading further up
let following = true;

/** Let the view know when somebody scrolls away from the end, take them back, and stay there when it shrinks. */
export function bindMessages() {
  byId("messages").addEventListener("scroll", scrolled, { passive: true });
  byId("to-end").addEventListener("click", () => toEnd("smooth"));
  new ResizeObserver(() => following && toEnd()).observe(byId("messages"));
}

function scrolled() {
  following = atEnd();
  showWaiting(following ? 0 : waiting);
}

/**
 * Show a chat. Messages the person deleted are left out, as in Telegram.
 *
 * @param {Chat} chat
 * @param {Person} person  whose it is
 * @param {Bot} bot
 * @param {number} now  the world's time, in milliseconds
 * @param {OnMessage} on
 */
export function drawMessages(chat, person, bot, now, on) {
  const messages = chat.messages.filter((message) => !message.deleted);
  const opened = openOther(person.id, messages, chat.unread);
  const news = opened ? [] : messages.filter((message) => !kept.has(message.id));
  place([...intro(messages, person, bot), ...withHeadings(messages, person, now, on), typing(person)]);
  if (opened) showFirstUnread();
  else if (following || news.some((message) => !message.from_bot)) toEnd();
  else showWaiting(waiting + news.length);
  tell(news, bot);
}

/**
 * @param {number} id
 * @param {Message[]} messages
 * @param {number} unread
 */
function openOther(id, messages, unread) {
  if (id === chatId) return false;
  chatId = id;
  kept.clear();
  byId("messages").replaceChildren();
  firstUnread = unread ? messages.filter((message) => message.from_bot).at(-unread)?.id ?? null : null;
  showWaiting(0);
  return true;
}

/**
 * @param {Message[]} messages
 * @param {Person} person
 * @param {number} now
 * @param {OnMessage} on
 */
function withHeadings(messages, person, now, on) {
  const texts = new Map(messages.map((message) => [message.id, message.text]));
  /** @type {HTMLElement[]} */
  const nodes = [];
  messages.forEach((message, index) => {
    const before = messages[index - 1];
    if (!before || !sameDay(before.at, message.at)) nodes.push(heading(dayHeading(message.at, now)));
    if (message.id === firstUnread) nodes.push(keep("unread", "", unreadLine));
    nodes.push(nodeOf(message, person, texts, on));
  });
  return nodes;
}

/**
 * The node of the last drawing when nothing it shows has changed, else what `build` makes.
 *
 * @param {number | string} key
 * @param {string} signature
 * @param {() => HTMLElement} build
 */
function keep(key, signature, build) {
  const old = kept.get(key);
  if (old?.signature === signature) return old.node;
  const node = build();
  if (old) replace(old.node, node);
  kept.set(key, { node, signature });
  return node;
}

/** @param {string} words */
function heading(words) {
  return keep(`day ${words}`, "", () => make("h3", { class: "day" }, make("span", {}, words)));
}

function unreadLine() {
  return make("p", { class: "unread-line" }, "New messages");
}

/**
 * @param {Message} message
 * @param {Person} person
 * @param {Map<number, string>} texts
 * @param {OnMessage} on
 */
function nodeOf(message, person, texts, on) {
  const quoted = message.reply_to ? texts.get(message.reply_to) || "a deleted message" : null;
  const signature = JSON.stringify([message, quoted]);
  const named = person.members.length > 0;
  return keep(message.id, signature, () => messageNode(message, person.language_code, quoted, named, on));
}

/**
 * Put the new form of a message where the old one is, with the focus and what was unfolded where they were.
 *
 * @param {HTMLElement} old
 * @param {HTMLElement} node
 */
function replace(old, node) {
  const folds = node.querySelectorAll(".expandable");
  old.querySelectorAll(".expandable").forEach((fold, index) => {
    if (fold.classList.contains("unfolded")) folds[index]?.classList.add("unfolded");
  });
  const focused = old.contains(document.activeElement) ? document.activeElement?.textContent ?? null : null;
  old.replaceWith(node);
  flash(node);
  if (focused !== null) heirOf(node, focused).focus({ preventScroll: true });
}

/**
 * @param {HTMLElement} node
 * @param {string} words
 */
function heirOf(node, words) {
  /** @type {NodeListOf<HTMLElement>} */
  const buttons = node.querySelectorAll("button, a");
  /** @type {HTMLElement | null} */
  const key = node.querySelector(".key");
  return [...buttons].find((button) => button.textContent === words) ?? key ?? byId("messages");
}

/** @param {HTMLElement} node */
function flash(node) {
  node.classList.remove("changed");
  requestAnimationFrame(() => node.classList.add("changed"));
}

/**
 * Make the list hold exactly these nodes; the ones already there stay, and keep focus and selection.
 *
 * @param {HTMLElement[]} nodes
 */
function place(nodes) {
  const list = byId("messages");
  /** @type {Set<Element>} */
  const wanted = new Set(nodes);
  for (const [key, { node }] of kept) if (!wanted.has(node)) kept.delete(key);
  for (const child of [...list.children]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, index) => {
    if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
  });
}

/** @param {Person} person */
function typing(person) {
  const node = keep("typing", "", typingDots);
  node.hidden = !person.typing;
  return node;
}

function typingDots() {
  const words = make("span", { class: "hidden" }, "The bot is typing");
  return make("p", { class: "typing", "data-testid": "typing" }, words, make("i"), make("i"), make("i"));
}

/**
 * What Telegram shows in a chat that has not begun: the bot's description.
 *
 * @param {Message[]} messages
 * @param {Person} person
 * @param {Bot} bot
 */
function intro(messages, person, bot) {
  if (!bot.description || (person.started && messages.length > 0)) return [];
  const signature = JSON.stringify([bot.name, bot.description]);
  return [keep("intro", signature, () => make("aside", { class: "intro", "data-testid": "intro" },
    make("h3", {}, `What can ${bot.name} do?`),
    make("p", { lang: person.language_code, dir: "auto" }, bot.description)))];
}

function atEnd() {
  const list = byId("messages");
  return list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END;
}

/** @param {ScrollBehavior} [behavior] */
function toEnd(behavior = "instant") {
  const list = byId("messages");
  list.scrollTo({ top: list.scrollHeight, behavior });
  following = true;
  showWaiting(0);
}

function showFirstUnread() {
  const line = byId("messages").querySelector(".unread-line");
  toEnd();
  line?.scrollIntoView({ block: "nearest" });
  scrolled();
}

/** @param {number} count */
function showWaiting(count) {
  waiting = count;
  byId("to-end").hidden = following;
  const news = count === 1 ? "1 new message" : `${count} new messages`;
  say(byId("to-end-words"), count === 0 ? "To the latest" : news);
}

/**
 * @param {Message[]} news
 * @param {Bot} bot
 */
function tell(news, bot) {
  const fromBot = news.filter((message) => message.from_bot);
  const heard = fromBot.map((message) => message.text || message.document?.name || "");
  if (heard.length > 0) announce(`${bot.name}: ${heard.join(" — ")}`);
}
