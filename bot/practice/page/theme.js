/** Light or dark: the system's choice, until somebody chooses here. */

const KEY = "practice-theme";
/** @typedef {"system" | "light" | "dark"} Theme */
/** @type {Record<Theme, Theme>} */
const NEXT = { system: "light", light: "dark", dark: "system" };
const WORDS = { system: "as system", light: "light", dark: "dark" };

/** @returns {Theme} */
function chosen() {
  const theme = localStorage.getItem(KEY) ?? "";
  return isTheme(theme) ? theme : "system";
}

/**
 * @param {string} words
 * @returns {words is Theme}
 */
function isTheme(words) {
  return words in NEXT;
}

/** @param {Theme} theme */
function apply(theme) {
  document.documentElement.dataset.theme = theme;
}

/**
 * Let this button go round system, light, dark; its small print says which one holds.
 *
 * @param {HTMLElement} button
 */
export function bindTheme(button) {
  const print = /** @type {HTMLElement} */ (button.querySelector("small"));
  print.textContent = WORDS[chosen()];
  button.addEventListener("click", () => {
    const theme = NEXT[chosen()];
    localStorage.setItem(KEY, theme);
    apply(theme);
    print.textContent = WORDS[theme];
  });
}

apply(chosen());
