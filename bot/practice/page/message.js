/** One message as an element: its text, what hangs on it, its keyboard. */
import { icon, make } from "./dom.js";
import { textNodes } from "./safe.js";
import { full, hour } from "./time.js";

/**
 * A message of a chat. `lang` is its writer's language, `quoted` the text it replies to or null, and
 * `on` holds what can be done: `press(message, key, button)` and `menu(message, button)`.
 */
export function messageNode(message, lang, quoted, on) {
  const side = message.from_bot ? "from-bot" : "own";
  return make("article", { class: `message ${side}`, "data-testid": `message-${message.id}`, "data-id": message.id },
    make("span", { class: "hidden" }, message.from_bot ? "The bot:" : "You:"),
    make("div", { class: "row" }, bubble(message, lang, quoted, on)),
    keyboard(message, lang, on));
}

function bubble(message, lang, quoted, on) {
  return make("div", { class: "bubble" },
    quoted && make("p", { class: "quoted", lang }, quoted),
    message.photo && photo(message.photo),
    message.document && attachment(message.document),
    message.text && make("div", { class: "text", lang, dir: "auto" }, textNodes(message.html ?? "")),
    meta(message, on));
}

function meta(message, on) {
  const edited = message.edited_at && make("span", { class: "edited", title: full(message.edited_at) }, "edited ");
  const at = make("time", { datetime: message.at, title: full(message.at) }, hour(message.at));
  return make("div", { class: "meta" }, more(message, on), edited || null, at);
}

function photo(file) {
  const words = file.name || "Photo";
  if (!file.url) return placeholder(words);
  const picture = make("img", { class: "photo", src: file.url, alt: words, loading: "lazy" });
  picture.addEventListener("error", () => picture.replaceWith(placeholder(words)));
  return picture;
}

function placeholder(words) {
  return make("p", { class: "photo missing" }, icon("photo"), words);
}

function attachment(file) {
  return make("a", { class: "attachment", href: file.url, download: file.name },
    make("span", { class: "sign" }, icon("file")), make("b", {}, file.name), make("small", {}, size(file.size)));
}

function size(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  const kibibytes = bytes / 1024;
  return kibibytes < 1024 ? `${kibibytes.toFixed(1)} KiB` : `${(kibibytes / 1024).toFixed(1)} MiB`;
}

function more(message, on) {
  const names = { class: "icon-button more", "aria-haspopup": "menu", "aria-label": "Message actions" };
  const open = (event) => on.menu(message, event.currentTarget);
  return make("button", { type: "button", ...names, onclick: open }, icon("more"));
}

function keyboard(message, lang, on) {
  if (!message.keyboard?.length) return null;
  const rows = message.keyboard.map((row) => keyRow(row, message, on));
  return make("div", { class: "keyboard", lang, role: "group", "aria-label": "Buttons" }, ...rows);
}

function keyRow(row, message, on) {
  return make("div", { class: "keys" }, ...row.map((key) => keyButton(key, message, on)));
}

function keyButton(key, message, on) {
  const leaves = key.url ? "link" : key.copy ? "copy" : null;
  const press = (event) => on.press(message, key, event.currentTarget);
  const looks = { class: "key", "data-style": key.style ?? "plain", title: key.url ?? key.copy };
  return make("button", { type: "button", ...looks, onclick: press },
    make("span", {}, key.text), leaves && icon(leaves));
}
