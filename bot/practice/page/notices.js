/** What passes over the page for a moment: toasts, alerts, and words for screen readers. */
import { Refused, Unreachable } from "./api.js";
import { byId, make } from "./dom.js";

const TOAST_FOR = 4_000; // milliseconds
const TOASTS_AT_ONCE = 3;

/**
 * Show a short message that goes away by itself.
 *
 * @param {string} words
 * @param {"plain" | "failed"} [kind]
 */
export function toast(words, kind = "plain") {
  const node = make("p", { class: `toast ${kind}`, "data-testid": "toast" }, words);
  const shelf = byId("toasts");
  shelf.append(node);
  while (shelf.children.length > TOASTS_AT_ONCE) shelf.firstElementChild?.remove();
  raise(shelf);
  setTimeout(() => {
    node.remove();
    if (!shelf.children.length) shelf.hidePopover();
  }, TOAST_FOR);
}

/**
 * Put the toasts above everything, also above a dialog that was opened after the last one.
 *
 * @param {HTMLElement} shelf
 */
function raise(shelf) {
  shelf.hidePopover();
  shelf.showPopover();
}

/**
 * Show the answer of a callback query that asked for an alert: it stays until it is read.
 *
 * @param {string} words
 */
export function alertBox(words) {
  byId("alert-text").textContent = words;
  const box = byId("alert");
  if (!box.open) box.showModal();
}

/**
 * Let screen readers say this, once.
 *
 * @param {string} words
 */
export function announce(words) {
  byId("heard").textContent = words;
}

/**
 * Run an action somebody asked for; a failure becomes a toast. Answers whether it worked.
 *
 * @param {() => unknown} action
 */
export async function attempt(action) {
  try {
    await action();
    return true;
  } catch (error) {
    toast(failureWords(error), "failed");
    return false;
  }
}

/** @param {unknown} error */
function failureWords(error) {
  if (error instanceof Unreachable) return "The practice server did not answer. Nothing was changed here.";
  if (error instanceof Refused && error.status === 404) return `Not possible here: ${error.message}`;
  if (error instanceof Refused) return `Refused: ${error.message}`;
  console.error(error);
  return `That did not work: ${error instanceof Error ? error.message : error}`;
}
