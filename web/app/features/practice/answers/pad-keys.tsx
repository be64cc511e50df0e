import { Check, X } from "lucide-react";
import type { MouseEvent, ReactNode } from "react";
import { VisuallyHidden } from "../../../ui/page";
import { Notation } from "../notation/notation";
import type { Key, PadLayout } from "./pad-layout";

/** Puts the answers where the layout wants them. */
export function PadKeys({ layout, button }: { layout: PadLayout; button: (key: Key) => ReactNode }) {
  if (layout.form !== "grid") {
    return <div className={`pad-list pad-list-${layout.form === "list" ? layout.width : "cells"}`}>{layout.keys.map(button)}</div>;
  }
  return layout.groups.map(({ title, rows }) => (
    <div key={title} className="pad-group" role={title ? "group" : undefined} aria-label={title ?? undefined}>
      {title && <p className="pad-title" aria-hidden="true">{title}</p>}
      {rows.map((row, at) => (
        <div key={at} className="pad-row" data-accidental={row.find((key) => key)?.accidental || undefined}>
          {row.map((key, column) => (key ? button(key) : <span key={column} />))}
        </div>
      ))}
    </div>
  ));
}

export type Mark = "picked" | "right" | "wrong" | null;

interface PadButtonProps {
  answer: Key;
  /** The key that presses it. */
  hint: string | null;
  mark: Mark;
  answered: boolean;
  press: () => void;
}

/** One answer. Right and wrong are told by a sign and in words, not by colour alone. */
export function PadButton({ answer: { choice, face }, hint, mark, answered, press }: PadButtonProps) {
  const click = (event: MouseEvent) => {
    event.preventDefault();
    press();
  };
  const state = mark === "right" ? ", the right answer" : mark === "wrong" ? ", your answer" : "";
  return (
    <button
      name="choice" value={choice.id} className="pad-button" data-mark={mark ?? undefined} onClick={click}
      aria-disabled={answered || undefined} aria-keyshortcuts={hint ?? undefined}
    >
      {choice.notation ? <Notation abc={choice.notation} size="cell" label={null} /> : <span aria-hidden="true">{face}</span>}
      <VisuallyHidden>{choice.label}{state}</VisuallyHidden>
      {mark === "right" && <Check className="pad-mark" />}
      {mark === "wrong" && <X className="pad-mark" />}
    </button>
  );
}
