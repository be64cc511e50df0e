import { useEffect, useLayoutEffect, useRef } from "react";
import { describe, isGrand, isRhythm } from "./abc";

interface NotationProps {
  abc: string;
  /** "question" stands alone, "answer" beside another, "cell" on a button. */
  size: "question" | "answer" | "cell";
  /** Says what can be seen; null where the words around it do. */
  label?: string | null;
}

const whenPainted = typeof window === "undefined" ? useEffect : useLayoutEffect;
let engraver: typeof import("./engrave") | null = null;

/** Loads the engraver ahead of the first staff. */
export async function fetchEngraver(): Promise<typeof import("./engrave")> {
  engraver ??= await import("./engrave");
  return engraver;
}

/** Staff notation in a box whose height is known before it is drawn, so that nothing jumps. Without JavaScript the ABC can be read. */
export function Notation({ abc, size, label = describe(abc) ?? "Staff notation" }: NotationProps) {
  const box = useRef<HTMLSpanElement>(null);
  whenPainted(() => {
    let wanted = true;
    const show = ({ engrave }: typeof import("./engrave")) => wanted && box.current?.replaceChildren(engrave(abc));
    if (engraver) show(engraver);
    else void fetchEngraver().then(show, () => box.current?.replaceChildren(abc));
    return () => {
      wanted = false;
    };
  }, [abc]);
  const shape = isRhythm(abc) ? "rhythm" : isGrand(abc) ? "grand" : "single";
  return (
    <>
      <span ref={box} className={`notation notation-${size} notation-${shape}`} role={label ? "img" : undefined} aria-label={label ?? undefined} aria-hidden={label ? undefined : true} />
      {size === "question" && (
        <noscript>
          <details>
            <summary>The notes as text (ABC)</summary>
            <pre>{abc}</pre>
          </details>
        </noscript>
      )}
    </>
  );
}
