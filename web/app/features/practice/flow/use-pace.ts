import { useCallback, useSyncExternalStore } from "react";
import { readPace, STORAGE_KEY, type Pace } from "./pace";

const ON_SERVER: Pace = { forwardMs: null, autoplay: false, hasHeard: true };
let known: { stored: string | null; pace: Pace } | null = null;
/** Holds for this page where nothing may be kept. */
let unkept: string | null = null;

function stored(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY) ?? unkept;
  } catch {
    return unkept;
  }
}

function current(): Pace {
  const now = stored();
  if (!known || known.stored !== now) known = { stored: now, pace: readPace(now, matchMedia("(prefers-reduced-motion: reduce)").matches) };
  return known.pace;
}

function subscribe(changed: () => void): () => void {
  window.addEventListener("storage", changed);
  return () => window.removeEventListener("storage", changed);
}

/** How the learner wants practice to go on, and how to change it; remembered on this device. */
export function usePace(): [Pace, (change: Partial<Pace>) => void] {
  const pace = useSyncExternalStore(subscribe, current, () => ON_SERVER);
  const change = useCallback((wanted: Partial<Pace>) => {
    unkept = JSON.stringify({ ...current(), ...wanted });
    try {
      localStorage.setItem(STORAGE_KEY, unkept);
    } catch {
      // It then holds until the page is closed.
    }
    window.dispatchEvent(new Event("storage"));
  }, []);
  return [pace, change];
}
