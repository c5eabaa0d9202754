/**
 * Message text as nodes. The server's HTML is escaped already; it is parsed in a document of its own and
 * rebuilt from a list of what a Telegram message can hold, so that nothing else reaches the page.
 */
import { make } from "./dom.js";

const TAGS = new Set(["B", "STRONG", "I", "EM", "U", "INS", "S", "DEL", "CODE", "PRE", "BR"]);
const RENAMED = { STRIKE: "s" };
const SCHEMES = new Set(["http:", "https:", "tg:", "mailto:", "tel:"]);
const LITERAL = "a, code, pre";
// What Telegram makes tappable by itself: addresses, and commands at the start of a word.
const TAPPABLE = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]|(?<![\w/<])\/[a-z][a-z0-9_]{0,31}(?![\w/])/g;

/** The message's text as a fragment of safe nodes, with addresses and commands made tappable. */
export function textNodes(html) {
  const source = new DOMParser().parseFromString(html, "text/html").body;
  const fragment = document.createDocumentFragment();
  copyChildren(source, fragment);
  return fragment;
}

function copyChildren(source, target) {
  for (const child of source.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) copyText(child, target);
    else if (child.nodeType === Node.ELEMENT_NODE) copyElement(child, target);
  }
}

function copyText(text, target) {
  if (text.parentElement.closest(LITERAL)) target.append(text.data);
  else target.append(...tappable(text.data));
}

function copyElement(source, target) {
  const copy = equivalent(source);
  copyChildren(source, copy ?? target);
  if (copy) target.append(copy);
}

/** An element that shows the same, or null where only the text inside may stay. */
function equivalent(source) {
  if (source.tagName === "A") return link(source.getAttribute("href"));
  if (source.tagName === "SPAN" || source.tagName === "TG-SPOILER") return spoiler(source);
  if (source.tagName === "TG-TIME" || source.tagName === "TIME") return make("span", { class: "instant" });
  if (source.tagName === "BLOCKQUOTE") return quote(source);
  if (TAGS.has(source.tagName)) return make(source.tagName.toLowerCase());
  return source.tagName in RENAMED ? make(RENAMED[source.tagName]) : null;
}

/** A link that may be followed, or null when its scheme is not one of a message's. */
function link(href) {
  const address = URL.parse(href ?? "");
  if (!address || !SCHEMES.has(address.protocol)) return null;
  return make("a", { href: address.href, target: "_blank", rel: "noopener noreferrer" });
}

function spoiler(source) {
  const hides = source.tagName === "TG-SPOILER" || source.classList.contains("tg-spoiler");
  return hides ? make("span", { class: "spoiler", tabindex: "0", title: "Hidden until pointed at" }) : null;
}

function quote(source) {
  return source.hasAttribute("expandable") ? foldedQuote() : make("blockquote");
}

/** A long quotation: folded until it is tapped, and again when it is tapped once more. */
function foldedQuote() {
  const looks = { class: "expandable", tabindex: "0", title: "Tap to read all of it" };
  const unfold = (event) => {
    if (event.target.closest("a, button") || !getSelection().isCollapsed) return; // it was to follow, or to copy
    event.currentTarget.classList.toggle("unfolded");
  };
  return make("blockquote", { ...looks, onclick: unfold, onkeydown: (event) => event.key === "Enter" && unfold(event) });
}

function tappable(text) {
  const pieces = [];
  let end = 0;
  for (const match of text.matchAll(TAPPABLE)) {
    pieces.push(text.slice(end, match.index), tappableNode(match[0]));
    end = match.index + match[0].length;
  }
  return [...pieces, text.slice(end)];
}

function tappableNode(words) {
  if (words.startsWith("/")) return commandLink(words);
  const node = link(words);
  node?.append(words);
  return node ?? words;
}

function commandLink(words) {
  return make("button", { type: "button", class: "command-link", "data-command": words }, words);
}
