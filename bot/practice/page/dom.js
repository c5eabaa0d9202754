/** Small helpers over the document. */

const SVG = "http://www.w3.org/2000/svg";

/** The element of index.html with this id. */
export function byId(id) {
  return document.getElementById(id);
}

/**
 * A new element. `attributes` whose value is a function become listeners (`onclick`), `true` an empty
 * attribute, null and false none; children are nodes or text, null is left out.
 */
export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** A picture of index.html's sprite, hidden from screen readers: the words are beside it. */
export function icon(name) {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#icon-${name}`);
  picture.append(use);
  return picture;
}

/** Set an element's text without touching the document when it already says so. */
export function say(node, words) {
  if (node.textContent !== words) node.textContent = words;
}

/** The focusable neighbour of `node` in `nodes`, `step` places on, staying inside the ends. */
export function neighbour(nodes, node, step) {
  const place = nodes.indexOf(node) + step;
  return nodes[Math.max(0, Math.min(nodes.length - 1, place))];
}
