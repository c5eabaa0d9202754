/**
 * Message text as nodes. The server's HTML is escaped already; it is parsed in a document of its own and
 * rebuilt from a list of what a Telegram message can hold, so that nothing else reaches the page.
 */
/** @import { Heard } from "./dom.js" */
import { make } from "./dom.js";
import { addressOf } from "./links.js";

const TAGS = new Set(["B", "STRONG", "I", "EM", "U", "INS", "S", "DEL", "CODE", "PRE", "BR"]);
/** @type {Record<string, "s" | undefined>} */
const RENAMED = { STRIKE: "s" };
const SCHEMES = new Set(["http:", "https:", "tg:", "mailto:", "tel:"]);
const LITERAL = "a, code, pre";
// What Telegram makes tappable by itself: addresses, and commands at the start of a word.
const TAPPABLE = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]|(?<![\w/<])\/[a-z][a-z0-9_]{0,31}(?![\w/])/g;

/**
 * The message's text as a fragment of safe nodes, with addresses and commands made tappable.
 *
 * @param {string} html
 */
export function textNodes(html) {
  const source = new DOMParser().parseFromString(html, "text/html").body;
  const fragment = document.createDocumentFragment();
  copyChildren(source, fragment);
  return fragment;
}

/**
 * @param {Element} source
 * @param {ParentNode} target
 */
function copyChildren(source, target) {
  for (const child of source.childNodes) {
    if (child instanceof Text) copyText(child, target);
    else if (child instanceof Element) copyElement(child, target);
  }
}

/**
 * @param {Text} text
 * @param {ParentNode} target
 */
function copyText(text, target) {
  if (text.parentElement?.closest(LITERAL)) target.append(text.data);
  else target.append(...tappable(text.data));
}

/**
 * @param {Element} source
 * @param {ParentNode} target
 */
function copyElement(source, target) {
  const copy = equivalent(source);
  copyChildren(source, copy ?? target);
  if (copy) target.append(copy);
}

/**
 * An element that shows the same, or null where only the text inside may stay.
 *
 * @param {Element} source
 */
function equivalent(source) {
  if (source.tagName === "A") return link(source.getAttribute("href"));
  if (source.tagName === "SPAN" || source.tagName === "TG-SPOILER") return spoiler(source);
  if (source.tagName === "TG-TIME" || source.tagName === "TIME") return make("span", { class: "instant" });
  if (source.tagName === "BLOCKQUOTE") return quote(source);
  if (TAGS.has(source.tagName)) return document.createElement(source.tagName.toLowerCase());
  const renamed = RENAMED[source.tagName];
  return renamed ? make(renamed) : null;
}

/**
 * A link that may be followed, or null when its scheme is not one of a message's.
 *
 * @param {string | null} href
 */
function link(href) {
  const address = addressOf(href ?? "");
  if (!address || !SCHEMES.has(address.protocol)) return null;
  return make("a", { href: address.href, target: "_blank", rel: "noopener noreferrer" });
}

/** @param {Element} source */
function spoiler(source) {
  const hides = source.tagName === "TG-SPOILER" || source.classList.contains("tg-spoiler");
  return hides ? make("span", { class: "spoiler", tabindex: "0", title: "Hidden until pointed at" }) : null;
}

/** @param {Element} source */
function quote(source) {
  return source.hasAttribute("expandable") ? foldedQuote() : make("blockquote");
}

/** A long quotation: folded until it is tapped, and again when it is tapped once more. */
function foldedQuote() {
  const looks = { class: "expandable", tabindex: "0", title: "Tap to read all of it" };
  /** @param {Heard} event */
  const unfold = (event) => {
    // A tap on a link or button follows it; words that are selected are to be copied.
    if (event.target.closest("a, button") || !getSelection()?.isCollapsed) return;
    event.currentTarget.classList.toggle("unfolded");
  };
  return make("blockquote", { ...looks, onclick: unfold, onkeydown: (event) => event.key === "Enter" && unfold(event) });
}

/** @param {string} text */
function tappable(text) {
  /** @type {(Node | string)[]} */
  const pieces = [];
  let end = 0;
  for (const match of text.matchAll(TAPPABLE)) {
    pieces.push(text.slice(end, match.index), tappableNode(match[0]));
    end = match.index + match[0].length;
  }
  return [...pieces, text.slice(end)];
}

/** @param {string} words */
function tappableNode(words) {
  if (words.startsWith("/")) return commandLink(words);
  const node = link(words);
  node?.append(words);
  return node ?? words;
}

/** @param {string} words */
function commandLink(words) {
  return make("button", { type: "button", class: "command-link", "data-command": words }, words);
}
