import { useEffect, useRef, useState } from "react";
import type { Accidental, Key } from "./pad-layout";
import type { PracticeEvent, PracticeState } from "../flow/practice-machine";
import { shortcutFor } from "./shortcuts";

interface Wires {
  state: PracticeState;
  keys: readonly Key[];
  dispatch: (event: PracticeEvent) => void;
  replay: () => void;
  goOn: () => void;
}

/** Answers, replays and goes on by keyboard, wherever the focus is; returns the accidental armed for the next letter. */
export function useShortcuts(wires: Wires): Accidental {
  const [armed, setArmed] = useState<Accidental>("");
  const latest = useRef<Latest>({ ...wires, armed });
  useEffect(() => {
    latest.current = { ...wires, armed };
  });
  const question = wires.state.question?.index;
  useEffect(() => setArmed(""), [question]);

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (isElsewhere(event)) return;
      if (run(latest.current, event.key, setArmed)) event.preventDefault();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, []);
  return armed;
}

type Latest = Wires & { armed: Accidental };

/** Whether the key meant something here. */
function run(wires: Latest, pressed: string, arm: (accidental: Accidental) => void): boolean {
  const { phase } = wires.state;
  if (phase === "answering") return runShortcut(wires, pressed, arm);
  if (phase !== "right" && phase !== "wrong" && phase !== "ready") return false;
  if (pressed === "Enter" || pressed === " ") wires.goOn();
  else if (pressed.toLowerCase() === "r") wires.replay();
  else return false;
  return true;
}

function runShortcut({ keys, dispatch, replay, armed }: Latest, pressed: string, arm: (accidental: Accidental) => void): boolean {
  const shortcut = shortcutFor(pressed, keys, armed);
  switch (shortcut?.type) {
    case undefined: return false;
    case "arm": arm(shortcut.accidental); break;
    case "replay": replay(); break;
    case "undo": dispatch({ type: "undone" }); break;
    case "submit": dispatch({ type: "submitted" }); break;
    case "answer": dispatch({ type: "picked", id: shortcut.id }); arm("");
  }
  return true;
}

/** Keys that belong to what has the focus, to the browser, or to an open dialog. */
function isElsewhere(event: KeyboardEvent): boolean {
  const { target, key } = event;
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return true;
  if (!(target instanceof Element)) return false;
  if (target.closest("input, select, textarea, dialog, [role=dialog]")) return true;
  return (key === " " || key === "Enter") && target.closest("button, a, summary") !== null;
}
