/** The menu of one message: reply, copy, and for one's own edit and delete. */
/** @import { Message } from "./api.js" */
import { byId, childrenOf, make, neighbour, stepOf } from "./dom.js";
import { toast } from "./notices.js";

const EDGE = 8; // pixels the menu keeps from the window's edges
/** @type {HTMLElement | null} */
let opener = null;

/** Make the menu operable with arrows; focus goes back to its button when it closes. */
export function bindMenu() {
  byId("menu").addEventListener("keydown", walk);
  byId("menu").addEventListener("toggle", giveBackFocus);
}

/** @param {ToggleEvent} event */
function giveBackFocus(event) {
  if (event.newState === "closed" && byId("menu").contains(document.activeElement)) opener?.focus();
}

/** @typedef {[words: string, act: () => void]} Item */

/**
 * Open it for `message` at `button`; without `on` it can only be copied.
 *
 * @param {Message} message
 * @param {HTMLElement} button
 * @param {Record<"reply" | "edit" | "remove", (message: Message) => void> | null} on
 */
export function openMenu(message, button, on) {
  /** @type {Item[]} */
  const items = [["Copy text", () => copy(message.text ?? "")]];
  if (on) items.unshift(["Reply", () => on.reply(message)]);
  if (on && !message.from_bot) items.push(["Edit", () => on.edit(message)], ["Delete", () => on.remove(message)]);
  openItems(button, "This message", items);
}

/**
 * Open a menu of these at `button`.
 *
 * @param {HTMLElement} button
 * @param {string} name  for whoever hears it
 * @param {Item[]} items
 */
export function openItems(button, name, items) {
  const menu = byId("menu");
  opener = button;
  menu.setAttribute("aria-label", name);
  menu.replaceChildren(...items.map(([words, act]) => item(words, act)));
  menu.showPopover();
  moveTo(menu, button.getBoundingClientRect());
  /** @type {HTMLElement} */ (menu.firstChild).focus();
}

/**
 * Put these words on the clipboard, and say so.
 *
 * @param {string} words
 */
export async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    toast("Copied");
  } catch {
    toast(`The browser does not allow copying. The words are: ${words}`, "failed");
  }
}

/**
 * @param {string} words
 * @param {() => void} act
 */
function item(words, act) {
  return make("button", { type: "button", role: "menuitem", onclick: () => {
    byId("menu").hidePopover();
    act();
  } }, words);
}

/**
 * @param {HTMLElement} menu
 * @param {DOMRect} anchor
 */
function moveTo(menu, anchor) {
  const left = Math.min(anchor.left, innerWidth - menu.offsetWidth - EDGE);
  const top = Math.min(anchor.bottom, innerHeight - menu.offsetHeight - EDGE);
  menu.style.left = `${Math.max(EDGE, left)}px`;
  menu.style.top = `${Math.max(EDGE, top)}px`;
}

/** @param {KeyboardEvent} event */
function walk(event) {
  const step = stepOf(event);
  if (!step) return;
  event.preventDefault();
  neighbour(childrenOf(byId("menu")), document.activeElement, step)?.focus();
}
