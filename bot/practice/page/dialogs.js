/** The two dialogs: adding a person, and asking who opens an invitation link. */
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
  drawChoices(list, people, (person) => {
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
