import { Star } from "lucide-react";
import type { ReactNode } from "react";

interface ProgressBarProps {
  /** Names it, e.g. "Question 3 of 10". */
  label: string;
  value: number;
  max: number;
}

/** Drawn with attributes only: the content security policy lets no style attribute through. */
export function ProgressBar({ label, value, max }: ProgressBarProps) {
  const share = max > 0 ? Math.min(100, Math.max(0, (100 * value) / max)) : 0;
  return (
    <svg className="progress" role="progressbar" aria-label={label} aria-valuenow={value} aria-valuemin={0} aria-valuemax={max} viewBox="0 0 100 1" preserveAspectRatio="none">
      <rect width={share} height={1} />
    </svg>
  );
}

/** Stars won, told in words too. */
export function Stars({ won, of = 3 }: { won: number; of?: number }) {
  return (
    <span className="stars" role="img" aria-label={`${won} of ${of} stars`}>
      {Array.from({ length: of }, (_, index) => <Star key={index} className={index < won ? "star-won" : undefined} />)}
    </span>
  );
}

export function Badge({ kind = "plain", children }: { kind?: "plain" | "accent" | "right" | "wrong"; children: ReactNode }) {
  return <span className={`badge badge-${kind}`}>{children}</span>;
}
