/** The dialogs: adding a person, asking who opens an invitation link, forwarding messages. */
/** @import { Person } from "./api.js" */
import { chats, world } from "./api.js";
import { byId, make, say } from "./dom.js";
import { attempt } from "./notices.js";
import { drawChoices, newcomerChoice } from "./people.js";

const LANGUAGES = {
  en: "English", fr: "Français", bg: "Български", cs: "Čeština", da: "Dansk", de: "Deutsch",
  el: "Ελληνικά", es: "Español", et: "Eesti", fi: "Suomi", ga: "Gaeilge", hr: "Hrvatski",
  hu: "Magyar", it: "Italiano", lt: "Lietuvių", lv: "Latviešu", mt: "Malti", nl: "Nederlands",
  pl: "Polski", pt: "Português", ro: "Română", sk: "Slovenčina", sl: "Slovenščina", sv: "Svenska",
};

/** @type {(id: number) => void} */
let go;
let forwarder = 0; // id of the person who forwards
/** @type {string | null} */
let afterwards = null; // payload of the link a newcomer is to open, when they are added for that

/**
 * Wire the dialogs once; `select(id)` opens a person's chat.
 *
 * @param {(id: number) => void} select
 */
export function bindDialogs(select) {
  go = select;
  const options = Object.entries(LANGUAGES).map(([code, name]) => make("option", { value: code, lang: code }, name));
  byId("newcomer-language").append(...options);
  byId("newcomer-form").addEventListener("submit", addNewcomer);
  byId("forward-form").addEventListener("submit", forward);
  byId("add-person").addEventListener("click", () => askNewcomer(null));
  for (const button of document.querySelectorAll("[data-close]")) {
    button.addEventListener("click", () => button.closest("dialog")?.close());
  }
}

/**
 * Ask which of `people` taps the link that carries `payload`, and start the bot as that person.
 *
 * @param {Person[]} people
 * @param {string} payload
 */
export function askWho(people, payload) {
  const list = byId("open-as-people");
  say(byId("open-as-code"), payload || "(none)");
  const alone = people.filter((person) => person.members.length === 0);
  drawChoices(list, alone, (person) => {
    byId("open-as").close();
    openAs(person.id, payload);
  });
  list.append(newcomerChoice(() => {
    byId("open-as").close();
    askNewcomer(payload);
  }));
  byId("open-as").showModal();
}

/**
 * Ask for messages that the person `id` forwards from elsewhere.
 *
 * @param {number} id
 */
export function askForward(id) {
  forwarder = id;
  byId("forward").showModal();
}

/** @param {Event} event */
async function forward(event) {
  event.preventDefault();
  const texts = byId("forward-text").value.split(/\n\s*\n/).map((text) => text.trim()).filter(Boolean);
  if (texts.length === 0 || !(await attempt(() => chats.forward(forwarder, texts, byId("forward-from").value)))) return;
  byId("forward-text").value = "";
  byId("forward").close();
}

/**
 * @param {number} id
 * @param {string} payload
 */
async function openAs(id, payload) {
  if (await attempt(() => chats.start(id, payload))) go(id);
}

/** @param {string | null} payload */
function askNewcomer(payload) {
  afterwards = payload;
  byId("newcomer-name").value = "";
  byId("newcomer").showModal();
}

/** @param {Event} event */
async function addNewcomer(event) {
  event.preventDefault();
  const name = byId("newcomer-name").value.trim();
  if (!name) return;
  await attempt(async () => {
    const { id } = await world.addPerson(name, byId("newcomer-language").value);
    byId("newcomer").close();
    if (afterwards === null) go(id);
    else await openAs(id, afterwards);
  });
}
