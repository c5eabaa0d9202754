/** The list of people: one row each, kept in place while its words change. */
/** @import { Person } from "./api.js" */
import { byId, icon, make, neighbour, say, stepOf, targetOf } from "./dom.js";
import { brief, full } from "./time.js";

const TONES = 8;
/** @type {Record<string, string>} */
const UNMARKED = { ł: "l", ø: "o", đ: "d", ð: "d", ħ: "h", ı: "i", ŧ: "t", œ: "oe", æ: "ae", ß: "ss", þ: "th" };
/** @type {Map<number, Row>} */
const rows = new Map(); // by the person's id

/** @typedef {Parts & {link: HTMLAnchorElement, node: HTMLLIElement}} Row  one person in the list */
/** @typedef {Record<"name" | "about" | "last" | "unread", HTMLElement> & {at: HTMLTimeElement}} Parts */

/**
 * The coloured disc with a person's initials.
 *
 * @param {Person} person
 */
export function avatar(person) {
  return make("span", { class: `avatar tone-${Math.abs(person.id) % TONES}`, "aria-hidden": "true" }, initials(person.name));
}

/** @param {string} name */
function initials(name) {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [...words.slice(0, 1), ...words.slice(-1)] : words;
  return ends.map((word) => [...word][0] ?? "").join("").toUpperCase();
}

/** Make the list operable: arrows walk it, the search field narrows it. */
export function bindPeople() {
  byId("people").addEventListener("keydown", walk);
  byId("find").addEventListener("input", narrow);
}

/**
 * Show these people.
 *
 * @param {Person[]} people
 * @param {number | null} selected  whose chat is open
 * @param {number} now  the world's time, in milliseconds
 */
export function drawPeople(people, selected, now) {
  dropGone(people);
  const focused = byId("people").contains(document.activeElement) ? document.activeElement : null;
  newsFirst(people).forEach((person, place) => {
    const row = rows.get(person.id) ?? newRow(person);
    fill(row, person, person.id === selected, now);
    keepAt(byId("people"), row.node, place);
  });
  // A row that is put elsewhere loses the focus.
  if (focused !== document.activeElement) /** @type {HTMLElement} */ (focused)?.focus({ preventScroll: true });
  narrow();
}

/**
 * Those with messages that they have not read, the latest first; then the others as they are.
 *
 * @param {Person[]} people
 */
function newsFirst(people) {
  const news = people.filter((person) => person.unread > 0);
  news.sort((one, other) => Date.parse(other.last?.at ?? "") - Date.parse(one.last?.at ?? ""));
  return [...news, ...people.filter((person) => person.unread === 0)];
}

/** @param {Person[]} people */
function dropGone(people) {
  const here = new Set(people.map((person) => person.id));
  for (const [id, row] of rows) {
    if (here.has(id)) continue;
    row.node.remove();
    rows.delete(id);
  }
}

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} node
 * @param {number} place
 */
function keepAt(list, node, place) {
  if (list.children[place] !== node) list.insertBefore(node, list.children[place] ?? null);
}

/** @param {Person} person */
function newRow(person) {
  /** @type {Parts} */
  const parts = {
    name: make("b", { class: "name" }),
    about: make("span", { class: "about" }),
    last: make("span", { class: "last" }),
    at: make("time", { class: "at" }),
    unread: make("span", { class: "unread", role: "img", "data-testid": `unread-${person.id}`, hidden: true }),
  };
  const link = make("a", { href: `#person-${person.id}`, "data-testid": `person-${person.id}` },
    avatar(person), parts.name, parts.at, parts.about, parts.last, parts.unread);
  const row = { ...parts, link, node: make("li", {}, link) };
  rows.set(person.id, row);
  return row;
}

/**
 * @param {Row} row
 * @param {Person} person
 * @param {boolean} selected
 * @param {number} now
 */
function fill(row, person, selected, now) {
  say(row.name, person.name);
  say(row.about, person.about || "");
  say(row.last, lastWords(person));
  row.last.lang = person.last && !person.typing ? person.language_code : "en";
  fillTime(row.at, person.last, now);
  say(row.unread, person.unread ? String(person.unread) : "");
  row.unread.hidden = !person.unread;
  row.unread.setAttribute("aria-label", `${person.unread} unread`);
  row.link.classList.toggle("blocked", person.blocked);
  if (selected) row.link.setAttribute("aria-current", "true");
  else row.link.removeAttribute("aria-current");
}

/** @param {Person} person */
function lastWords(person) {
  if (person.typing) return "the bot is typing…";
  if (person.blocked) return "has blocked the bot";
  if (person.last) return (person.last.from_bot || person.members.length ? "" : "You: ") + (person.last.text || "(no text)");
  return person.started ? "no messages yet" : "has never pressed Start";
}

/**
 * @param {HTMLTimeElement} node
 * @param {Person["last"]} last
 * @param {number} now
 */
function fillTime(node, last, now) {
  say(node, last ? brief(last.at, now) : "");
  node.dateTime = last ? last.at : "";
  node.title = last ? full(last.at) : "";
}

/** @param {KeyboardEvent} event */
function walk(event) {
  const step = stepOf(event);
  if (!step) return;
  /** @type {NodeListOf<HTMLElement>} */
  const links = byId("people").querySelectorAll("li:not([hidden]) a");
  neighbour([...links], targetOf(event)?.closest("a") ?? null, step)?.focus();
  event.preventDefault();
}

function narrow() {
  const wanted = folded(byId("find").value.trim());
  let found = 0;
  for (const row of rows.values()) {
    row.node.hidden = !folded(`${row.name.textContent} ${row.about.textContent}`).includes(wanted);
    if (!row.node.hidden) found += 1;
  }
  byId("nobody").hidden = found > 0 || rows.size === 0;
}

/**
 * Without case and marks: `senat` finds `Sénat`, `lukasz` `Łukasz`, `oedipe` `Œdipe`.
 *
 * @param {string} words
 */
function folded(words) {
  const plain = words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^\0-\x7f]/g, (letter) => UNMARKED[letter] ?? letter);
}

/**
 * A button per person in `list`, calling `chosen(person)`; for dialogs that ask who.
 *
 * @param {HTMLElement} list
 * @param {Person[]} people
 * @param {(person: Person) => void} chosen
 */
export function drawChoices(list, people, chosen) {
  list.replaceChildren(...people.map((person) => make("li", {}, choice(person, chosen))));
}

/**
 * @param {Person} person
 * @param {(person: Person) => void} chosen
 */
function choice(person, chosen) {
  const act = { onclick: () => chosen(person), "data-testid": `as-${person.id}` };
  return make("button", { type: "button", class: "choice", ...act },
    avatar(person), make("b", {}, person.name), make("small", {}, person.about || ""));
}

/**
 * The choice of the same kind for somebody who is not there yet.
 *
 * @param {() => void} chosen
 */
export function newcomerChoice(chosen) {
  const sign = make("span", { class: "avatar tone-new", "aria-hidden": "true" }, icon("add"));
  return make("li", {}, make("button", { type: "button", class: "choice", onclick: chosen, "data-testid": "as-new" },
    sign, make("b", {}, "Somebody new"), make("small", {}, "add a person first")));
}
