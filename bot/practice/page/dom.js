/** Small helpers over the document. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * The elements of index.html that are more than an HTMLElement to this page; every id is there.
 *
 * @typedef {object} Elements
 * @property {HTMLDialogElement} alert
 * @property {HTMLDialogElement} newcomer
 * @property {HTMLDialogElement} open-as
 * @property {HTMLDialogElement} forward
 * @property {HTMLFormElement} composer
 * @property {HTMLFormElement} newcomer-form
 * @property {HTMLInputElement} find
 * @property {HTMLInputElement} newcomer-name
 * @property {HTMLFormElement} forward-form
 * @property {HTMLInputElement} forward-from
 * @property {HTMLTextAreaElement} forward-text
 * @property {HTMLSelectElement} speaker
 * @property {HTMLSelectElement} newcomer-language
 * @property {HTMLTextAreaElement} composer-text
 * @property {HTMLTimeElement} clock
 * @property {HTMLButtonElement} block
 * @property {HTMLButtonElement} next-due
 */

/**
 * The element of index.html with this id.
 *
 * @template {string} Id
 * @param {Id} id
 * @returns {Id extends keyof Elements ? Elements[Id] : HTMLElement}
 */
export function byId(id) {
  return /** @type {any} */ (document.getElementById(id));
}

/**
 * An event as a listener of an element hears it.
 *
 * @template {Event} [Kind=Event]
 * @typedef {Kind & {currentTarget: HTMLElement, target: HTMLElement}} Heard
 */

/**
 * @typedef {object} Listeners
 * @property {(event: Heard<MouseEvent>) => void} [onclick]
 * @property {(event: Heard<KeyboardEvent>) => void} [onkeydown]
 */

/** @typedef {Listeners & {[name: string]: string | boolean | null | undefined | ((event: any) => void)}} Attributes */

/**
 * A new element. `attributes` whose value is a function become listeners (`onclick`), `true` an empty
 * attribute, null and false none; children are nodes or text, null is left out.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {(Node | string | null | undefined)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (value === true) node.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/**
 * A picture of index.html's sprite, hidden from screen readers: the words are beside it.
 *
 * @param {string} name
 */
export function icon(name) {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#icon-${name}`);
  picture.append(use);
  return picture;
}

/**
 * Set an element's text without touching the document when it already says so.
 *
 * @param {Element} node
 * @param {string} words
 */
export function say(node, words) {
  if (node.textContent !== words) node.textContent = words;
}

/**
 * The focusable neighbour of `node` in `nodes`, `step` places on, staying inside the ends.
 *
 * @template {Element} Kind
 * @param {Kind[]} nodes
 * @param {Element | null} node
 * @param {number} step
 * @returns {Kind | undefined}  nothing when there are no nodes
 */
export function neighbour(nodes, node, step) {
  const place = nodes.indexOf(/** @type {Kind} */ (node)) + step;
  return nodes[Math.max(0, Math.min(nodes.length - 1, place))];
}

/**
 * How far the arrow of this event leads down a list: 1, -1, or 0 when it is no such arrow.
 *
 * @param {KeyboardEvent} event
 */
export function stepOf(event) {
  if (event.key === "ArrowDown") return 1;
  return event.key === "ArrowUp" ? -1 : 0;
}

/**
 * An element's children, which on this page are all HTML.
 *
 * @param {Element} node
 */
export function childrenOf(node) {
  return /** @type {HTMLElement[]} */ ([...node.children]);
}

/**
 * What an event happened on, or null for the document itself.
 *
 * @param {Event} event
 */
export function targetOf(event) {
  return event.target instanceof Element ? event.target : null;
}
