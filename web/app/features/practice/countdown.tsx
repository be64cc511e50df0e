import { useEffect, useRef, useState } from "react";

interface CountdownProps {
  /** Null before the first is shown. */
  question: { index: number } | null;
  limitMs: number;
  running: boolean;
}

/** How much time is left for a question: a bar that empties, and for those who want less motion the seconds. Late answers still teach. */
export function Countdown({ question, limitMs, running }: CountdownProps) {
  const index = question?.index ?? null;
  const bar = useRef<HTMLSpanElement>(null);
  const [left, setLeft] = useState(limitMs);
  useEffect(() => {
    if (!running || index === null) return;
    const end = firstShown(`${location.pathname} ${index}`) + limitMs;
    const remaining = () => Math.max(0, end - Date.now());
    const share = remaining() / limitMs;
    const motion = bar.current?.animate([{ transform: `scaleX(${share})` }, { transform: "scaleX(0)" }], { duration: remaining(), fill: "forwards" });
    const timer = setInterval(() => setLeft(remaining()), 250);
    return () => {
      clearInterval(timer);
      motion?.pause();
    };
  }, [index, limitMs, running]);
  const words = left === 0 ? "Time is up: answer to see the right one" : `${Math.ceil(left / 1000)} s`;
  return (
    <div className="countdown" data-over={left === 0 || undefined}>
      <span className="countdown-track"><span ref={bar} className="countdown-bar" /></span>
      <span className="countdown-words" aria-hidden="true">{words}</span>
      <span className="visually-hidden" role="status">{left === 0 ? words : ""}</span>
    </div>
  );
}

const STORAGE_KEY = "etude.clock";

/** When this question was first shown in this tab: the server's clock runs on through a reload, and so does this one. */
function firstShown(question: string): number {
  const now = Date.now();
  try {
    const [known, at] = (sessionStorage.getItem(STORAGE_KEY) ?? "").split("|");
    if (known === question) return Number(at);
    sessionStorage.setItem(STORAGE_KEY, `${question}|${now}`);
  } catch {
    // Where nothing may be kept, a reload shows a full bar again; the server's clock decides anyway.
  }
  return now;
}
