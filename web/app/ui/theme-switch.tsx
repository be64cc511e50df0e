import { useSyncExternalStore, type ChangeEvent } from "react";

const KEY = "etude-theme";
const THEMES = { system: "As the device", light: "Light", dark: "Dark" } as const;

/** Run in the head before anything is painted, so that a chosen theme never flashes the other one. */
export const THEME_SCRIPT = `try{var t=localStorage.getItem("${KEY}");if(t)document.documentElement.dataset.theme=t}catch{}`;

function subscribe(changed: () => void): () => void {
  window.addEventListener("storage", changed);
  return () => window.removeEventListener("storage", changed);
}

function choose(event: ChangeEvent<HTMLSelectElement>): void {
  const theme = event.target.value;
  const root = document.documentElement;
  try {
    if (theme === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Where nothing may be kept, the choice holds for this page.
  }
  if (theme === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
  window.dispatchEvent(new Event("storage"));
}

/** Light, dark, or as the device says. It needs JavaScript; without it the device decides. */
export function ThemeSwitch() {
  const theme = useSyncExternalStore(subscribe, () => document.documentElement.dataset["theme"] ?? "system", () => "system");
  return (
    <label className="theme-switch needs-script">
      Colours
      <select value={theme} onChange={choose}>
        {Object.entries(THEMES).map(([value, label]) => <option key={value} value={value}>{label}</option>)}
      </select>
    </label>
  );
}
