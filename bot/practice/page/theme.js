/** Light or dark: the system's choice, until somebody chooses here. */

const KEY = "practice-theme";
/** @typedef {"system" | "light" | "dark"} Theme */
/** @type {Record<Theme, Theme>} */
const NEXT = { system: "light", light: "dark", dark: "system" };
const WORDS = { system: "as system", light: "light", dark: "dark" };

/** @returns {Theme} */
function chosen() {
  const theme = kept();
  return isTheme(theme) ? theme : "system";
}

/** What was chosen before; a browser may refuse to keep anything, and then even the question fails. */
function kept() {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

/** @param {Theme} theme */
function keep(theme) {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // It holds until the page is left.
  }
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
  let theme = chosen();
  print.textContent = WORDS[theme];
  button.addEventListener("click", () => {
    theme = NEXT[theme];
    keep(theme);
    apply(theme);
    print.textContent = WORDS[theme];
  });
}

apply(chosen());
