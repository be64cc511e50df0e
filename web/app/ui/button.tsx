import { Link, type LinkProps } from "@remix-run/react";
import type { ButtonHTMLAttributes, MouseEvent } from "react";

export type ButtonKind = "primary" | "secondary" | "quiet" | "danger";

interface Look {
  /** "primary" once a page: the next step. */
  kind?: ButtonKind;
  wide?: boolean;
}

const look = (kind: ButtonKind, wide: boolean, className = "") => `button button-${kind} ${wide ? "button-wide" : ""} ${className}`.trim();

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, Look {
  /** The words to show while what was pressed is under way. It keeps the focus, and further presses do nothing. */
  pending?: string | false;
}

export function Button({ kind = "primary", wide = false, pending = false, className, children, onClick, type = "submit", ...rest }: ButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => (pending ? event.preventDefault() : onClick?.(event));
  return (
    <button {...rest} type={type} className={look(kind, wide, className)} aria-disabled={pending ? true : undefined} onClick={press}>
      {pending || children}
    </button>
  );
}

export function ButtonLink({ kind = "primary", wide = false, className, ...rest }: LinkProps & Look) {
  return <Link {...rest} className={look(kind, wide, className)} />;
}
