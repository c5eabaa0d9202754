/** One message as an element: its text, what hangs on it, its keyboard. */
/** @import { Attachment, Key, Message, Photo } from "./api.js" */
import { icon, make } from "./dom.js";
import { textNodes } from "./safe.js";
import { full, hour } from "./time.js";

/**
 * What can be done with a message; `button` is the element that was pressed for it.
 *
 * @typedef {object} OnMessage
 * @property {(message: Message, key: Key, button: HTMLElement) => void} press
 * @property {(message: Message, button: HTMLElement) => void} menu
 */

/**
 * A message of a chat.
 *
 * @param {Message} message
 * @param {string} lang  its writer's language
 * @param {string | null} quoted  the text it replies to
 * @param {boolean} named  whether several people write here
 * @param {OnMessage} on
 */
export function messageNode(message, lang, quoted, named, on) {
  const side = message.from_bot ? "from-bot" : "own";
  const id = String(message.id);
  return make("article", { class: `message ${side}`, "data-testid": `message-${id}`, "data-id": id },
    named && !message.from_bot
      ? make("p", { class: "author" }, message.author)
      : make("span", { class: "hidden" }, message.from_bot ? "The bot:" : "You:"),
    make("div", { class: "row" }, bubble(message, lang, quoted, on)),
    keyboard(message, lang, on));
}

/**
 * @param {Message} message
 * @param {string} lang
 * @param {string | null} quoted
 * @param {OnMessage} on
 */
function bubble(message, lang, quoted, on) {
  return make("div", { class: "bubble" },
    quoted && make("p", { class: "quoted", lang }, quoted),
    message.forwarded_from && make("p", { class: "quoted" }, `Forwarded from ${message.forwarded_from}`),
    message.photo && photo(message.photo),
    message.document && attachment(message.document),
    message.text && make("div", { class: "text", lang, dir: "auto" }, textNodes(message.html ?? "")),
    meta(message, on));
}

/**
 * @param {Message} message
 * @param {OnMessage} on
 */
function meta(message, on) {
  const edited = message.edited_at && make("span", { class: "edited", title: full(message.edited_at) }, "edited ");
  const at = make("time", { datetime: message.at, title: full(message.at) }, hour(message.at));
  return make("div", { class: "meta" }, more(message, on), edited || null, at);
}

/** @param {Photo} file */
function photo(file) {
  const words = file.name || "Photo";
  if (!file.url) return placeholder(words);
  const picture = make("img", { class: "photo", src: file.url, alt: words, loading: "lazy" });
  picture.addEventListener("error", () => picture.replaceWith(placeholder(words)));
  return picture;
}

/** @param {string} words */
function placeholder(words) {
  return make("p", { class: "photo missing" }, icon("photo"), words);
}

/** @param {Attachment} file */
function attachment(file) {
  const parts = [make("span", { class: "sign" }, icon("file")), make("b", {}, file.name), make("small", {}, size(file.size))];
  if (!file.url) return make("p", { class: "attachment" }, ...parts);
  return make("a", { class: "attachment", href: file.url, download: file.name }, ...parts);
}

/** @param {number} bytes */
function size(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  const kibibytes = bytes / 1024;
  return kibibytes < 1024 ? `${kibibytes.toFixed(1)} KiB` : `${(kibibytes / 1024).toFixed(1)} MiB`;
}

/**
 * @param {Message} message
 * @param {OnMessage} on
 */
function more(message, on) {
  const names = { class: "icon-button more", "aria-haspopup": "menu", "aria-label": "Message actions" };
  return make("button", {
    type: "button", ...names, onclick: (event) => on.menu(message, event.currentTarget),
  }, icon("more"));
}

/**
 * @param {Message} message
 * @param {string} lang
 * @param {OnMessage} on
 */
function keyboard(message, lang, on) {
  if (!message.keyboard?.length) return null;
  const rows = message.keyboard.map((row) => keyRow(row, message, on));
  return make("div", { class: "keyboard", lang, role: "group", "aria-label": "Buttons" }, ...rows);
}

/**
 * @param {Key[]} row
 * @param {Message} message
 * @param {OnMessage} on
 */
function keyRow(row, message, on) {
  return make("div", { class: "keys" }, ...row.map((key) => keyButton(key, message, on)));
}

/**
 * @param {Key} key
 * @param {Message} message
 * @param {OnMessage} on
 */
function keyButton(key, message, on) {
  const leaves = key.url ? "link" : key.copy ? "copy" : null;
  const looks = { class: "key", "data-style": key.style ?? "plain", title: key.url ?? key.copy };
  return make("button", {
    type: "button", ...looks, onclick: (event) => on.press(message, key, event.currentTarget),
  }, make("span", {}, key.text), leaves && icon(leaves));
}
