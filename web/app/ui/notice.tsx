import { CircleAlert, CircleCheck, Info } from "lucide-react";
import type { ReactNode } from "react";

const ICONS = { plain: Info, right: CircleCheck, wrong: CircleAlert };

/** A quiet sentence that matters: what happened, or what to do. Read out when it appears. */
export function Notice({ kind = "plain", children }: { kind?: keyof typeof ICONS; children: ReactNode }) {
  const Icon = ICONS[kind];
  return (
    <div className={`notice notice-${kind}`} role={kind === "wrong" ? "alert" : "status"} tabIndex={-1}>
      <Icon />
      <div>{children}</div>
    </div>
  );
}

/** What is wrong with a form as a whole; nothing when nothing is. */
export function FormError({ children }: { children: ReactNode }) {
  return children ? <Notice kind="wrong">{children}</Notice> : null;
}
