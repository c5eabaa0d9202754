/** The list of people: one row each, kept in place while its words change. */
import { byId, icon, make, neighbour, say } from "./dom.js";
import { brief, full } from "./time.js";

const TONES = 8;
const rows = new Map();

/** The coloured disc with a person's initials. */
export function avatar(person) {
  return make("span", { class: `avatar tone-${person.id % TONES}`, "aria-hidden": "true" }, initials(person.name));
}

function initials(name) {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...word][0] ?? "").join("").toUpperCase();
}

/** Make the list operable: arrows walk it, the search field narrows it. */
export function bindPeople() {
  byId("people").addEventListener("keydown", walk);
  byId("find").addEventListener("input", narrow);
}

/** Show these people; `now` is the world's time, `selected` the id whose chat is open. */
export function drawPeople(people, selected, now) {
  dropGone(people);
  people.forEach((person, place) => {
    const row = rows.get(person.id) ?? newRow(person);
    fill(row, person, person.id === selected, now);
    keepAt(byId("people"), row.node, place);
  });
  narrow();
}

function dropGone(people) {
  const here = new Set(people.map((person) => person.id));
  for (const [id, row] of rows) {
    if (here.has(id)) continue;
    row.node.remove();
    rows.delete(id);
  }
}

function keepAt(list, node, place) {
  if (list.children[place] !== node) list.insertBefore(node, list.children[place] ?? null);
}

function newRow(person) {
  const row = {
    name: make("b", { class: "name" }),
    about: make("span", { class: "about" }),
    last: make("span", { class: "last" }),
    at: make("time", { class: "at" }),
    unread: make("span", { class: "unread", role: "img", "data-testid": `unread-${person.id}`, hidden: true }),
  };
  row.link = make("a", { href: `#person-${person.id}`, "data-testid": `person-${person.id}` },
    avatar(person), row.name, row.at, row.about, row.last, row.unread);
  row.node = make("li", {}, row.link);
  rows.set(person.id, row);
  return row;
}

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

function lastWords(person) {
  if (person.typing) return "the bot is typing…";
  if (person.blocked) return "has blocked the bot";
  if (person.last) return (person.last.from_bot ? "" : "You: ") + (person.last.text || "(no text)");
  return person.started ? "no messages yet" : "has never pressed Start";
}

function fillTime(node, last, now) {
  say(node, last ? brief(last.at, now) : "");
  node.dateTime = last ? last.at : "";
  node.title = last ? full(last.at) : "";
}

function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const links = [...byId("people").querySelectorAll("li:not([hidden]) a")];
  neighbour(links, event.target.closest("a"), step)?.focus();
  event.preventDefault();
}

function narrow() {
  const wanted = folded(byId("find").value.trim());
  let found = 0;
  for (const row of rows.values()) {
    row.node.hidden = !folded(`${row.name.textContent} ${row.about.textContent}`).includes(wanted);
    found += !row.node.hidden;
  }
  byId("nobody").hidden = found > 0 || rows.size === 0;
}

/** Without case and accents: `senat` finds `Sénat`. */
function folded(words) {
  return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** A button per person in `list`, calling `chosen(person)`; for dialogs that ask who. */
export function drawChoices(list, people, chosen) {
  list.replaceChildren(...people.map((person) => make("li", {}, choice(person, chosen))));
}

function choice(person, chosen) {
  const act = { onclick: () => chosen(person), "data-testid": `as-${person.id}` };
  return make("button", { type: "button", class: "choice", ...act },
    avatar(person), make("b", {}, person.name), make("small", {}, person.about || ""));
}

/** The choice of the same kind for somebody who is not there yet. */
export function newcomerChoice(chosen) {
  const sign = make("span", { class: "avatar tone-new", "aria-hidden": "true" }, icon("add"));
  return make("li", {}, make("button", { type: "button", class: "choice", onclick: chosen, "data-testid": "as-new" },
    sign, make("b", {}, "Somebody new"), make("small", {}, "add a person first")));
}
