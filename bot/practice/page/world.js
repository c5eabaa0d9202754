/** The bar of world controls: what the world is like, and the levers that change it. */
/** @import { Person, State } from "./api.js" */
import { chats, world } from "./api.js";
import { byId, say, targetOf } from "./dom.js";
import { attempt } from "./notices.js";
import { ahead, full } from "./time.js";

const HOUR = 3_600; // seconds
const DAY = 86_400;
const WEEK = 7 * DAY;
const TICK = 5_000; // milliseconds between two looks at the clock

/** @type {State} */
let state; // there from the first reading on
/** @type {Person | null} */
let person = null;
let readAt = 0; // performance.now() when `state` came

/**
 * Wire the controls once; `changed()` is called after each, to read the world again.
 *
 * @param {() => Promise<unknown>} changed
 */
export function bindWorld(changed) {
  lever("advance-hour", () => world.advance(HOUR), changed);
  lever("advance-day", () => world.advance(DAY), changed);
  lever("advance-week", () => world.advance(WEEK), changed);
  lever("next-due", () => world.advanceToNext(), changed);
  lever("telegram-down", () => world.setTelegramDown(!state.telegram_down), changed);
  lever("block", () => person && chats.block(person.id, !person.blocked), changed);
  lever("restart", () => world.restartBot(), changed);
  byId("world-open").addEventListener("click", () => openSheet(true));
  byId("world-close").addEventListener("click", () => openSheet(false));
  document.addEventListener("keydown", (event) => event.key === "Escape" && closeSheet());
  document.addEventListener("pointerdown", (event) => targetOf(event)?.closest(".bar") || closeSheet());
  setInterval(tick, TICK);
}

/**
 * Show the world as it is.
 *
 * @param {State} next
 * @param {Person | null} selected  the person whose chat is open
 */
export function drawWorld(next, selected) {
  state = next;
  person = selected;
  readAt = performance.now();
  tick();
  drawNextDue(state.controls.next_due);
  drawTelegram();
  drawBot();
  drawBlock();
}

/** The world's time now, in milliseconds: it runs on between two readings. */
export function worldNow() {
  return Date.parse(state.now) + performance.now() - readAt;
}

/**
 * @param {string} id
 * @param {() => unknown} pull
 * @param {() => Promise<unknown>} changed
 */
function lever(id, pull, changed) {
  const button = byId(id);
  button.addEventListener("click", async () => {
    if (button.getAttribute("aria-busy") === "true") return;
    button.setAttribute("aria-busy", "true");
    await attempt(pull);
    await changed(); // a second press means what the person sees, so it waits for that
    button.removeAttribute("aria-busy");
  });
}

function tick() {
  if (!state) return;
  const now = worldNow();
  say(byId("clock"), full(now));
  byId("clock").dateTime = new Date(now).toISOString();
}

/**
 * @param {string} id
 * @param {string} title
 * @param {string} print
 */
function label(id, title, print) {
  say(/** @type {Element} */ (byId(id).querySelector("b")), title);
  say(/** @type {Element} */ (byId(id).querySelector("small")), print);
}

/** @param {string | null} at */
function drawNextDue(at) {
  label("next-due", "To next due", at ? ahead(at) : "nothing is due");
  byId("next-due").disabled = !at;
}

/**
 * A control whose words follow a state; `usual` is false while something is out of order.
 *
 * @param {string} id
 * @param {boolean} usual
 * @param {string} title
 * @param {string} print
 */
function drawSwitch(id, usual, title, print) {
  label(id, title, print);
  byId(id).dataset.state = usual ? "on" : "off";
}

function drawTelegram() {
  const down = state.telegram_down;
  byId("down").hidden = !down;
  if (down) drawSwitch("telegram-down", false, "Bring Telegram back", "Telegram is down");
  else drawSwitch("telegram-down", true, "Take Telegram down", "Telegram is up");
}

function drawBot() {
  const { running } = state.bot;
  const away = state.telegram_down ? "it waits for Telegram" : "it is not running";
  drawSwitch("restart", running, "Restart the bot", running ? "it is running" : away);
}

function drawBlock() {
  const alone = person && person.members.length === 0 ? person : null;
  byId("block").disabled = !alone;
  if (!alone) drawSwitch("block", true, "Block the bot", "choose a person first");
  else if (alone.blocked) drawSwitch("block", false, "Unblock the bot", `blocked by ${alone.name}`);
  else drawSwitch("block", true, "Block the bot", `it reaches ${alone.name}`);
}

function closeSheet() {
  if (byId("controls").classList.contains("open")) openSheet(false);
}

/** @param {boolean} open */
function openSheet(open) {
  byId("controls").classList.toggle("open", open);
  byId("world-open").setAttribute("aria-expanded", String(open));
  byId(open ? "advance-hour" : "world-open").focus();
}
