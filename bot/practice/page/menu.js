/** The menu of one message: reply, copy, and for one's own edit and delete. */
import { byId, make, neighbour } from "./dom.js";
import { toast } from "./notices.js";

const EDGE = 8; // pixels the menu keeps from the window's edges
let opener = null;

/** Make the menu operable with arrows; focus goes back to its button when it closes. */
export function bindMenu() {
  byId("menu").addEventListener("keydown", walk);
  byId("menu").addEventListener("toggle", giveBackFocus);
}

function giveBackFocus(event) {
  if (event.newState === "closed" && event.target.contains(document.activeElement)) opener?.focus();
}

/** Open it for `message` at `button`; `on` holds `reply`, `edit` and `remove`, each given the message. */
export function openMenu(message, button, on) {
  const menu = byId("menu");
  opener = button;
  menu.replaceChildren(item("Reply", () => on.reply(message)), item("Copy text", () => copy(message.text ?? "")));
  if (!message.from_bot) {
    menu.append(item("Edit", () => on.edit(message)), item("Delete", () => on.remove(message)));
  }
  menu.showPopover();
  moveTo(menu, button.getBoundingClientRect());
  menu.firstChild.focus();
}

/** Put these words on the clipboard, and say so. */
export async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    toast("Copied");
  } catch {
    toast(`The browser does not allow copying. The words are: ${words}`, "failed");
  }
}

function item(words, act) {
  return make("button", { type: "button", role: "menuitem", onclick: () => {
    byId("menu").hidePopover();
    act();
  } }, words);
}

function moveTo(menu, anchor) {
  const left = Math.min(anchor.left, innerWidth - menu.offsetWidth - EDGE);
  const top = Math.min(anchor.bottom, innerHeight - menu.offsetHeight - EDGE);
  menu.style.left = `${Math.max(EDGE, left)}px`;
  menu.style.top = `${Math.max(EDGE, top)}px`;
}

function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  neighbour([...byId("menu").children], document.activeElement, step).focus();
}
