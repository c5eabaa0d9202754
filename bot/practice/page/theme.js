/** Light or dark: the system's choice, until somebody chooses here. */

const KEY = "practice-theme";
const NEXT = { system: "light", light: "dark", dark: "system" };
const WORDS = { system: "as system", light: "light", dark: "dark" };

function chosen() {
  const theme = localStorage.getItem(KEY);
  return theme in NEXT ? theme : "system";
}

function apply(theme) {
  document.documentElement.dataset.theme = theme;
}

/** Let this button go round system, light, dark; its small print says which one holds. */
export function bindTheme(button) {
  const print = button.querySelector("small");
  print.textContent = WORDS[chosen()];
  button.addEventListener("click", () => {
    const theme = NEXT[chosen()];
    localStorage.setItem(KEY, theme);
    apply(theme);
    print.textContent = WORDS[theme];
  });
}

apply(chosen());
