import type { HTMLAttributes, ReactNode } from "react";

interface PageProps {
  title: string;
  lead?: ReactNode;
  /** "column" for forms, "prose" for reading, "wide" for the rest. */
  width?: "column" | "prose" | "wide";
  children: ReactNode;
}

/** The content of a page below the header: its one h1, a leading sentence, then the rest. */
export function Page({ title, lead, width = "wide", children }: PageProps) {
  return (
    <div className={`page page-${width}`}>
      <div className="page-head">
        <h1>{title}</h1>
        {lead && <p className="lead">{lead}</p>}
      </div>
      {children}
    </div>
  );
}

/** A sheet of paper on the desk. Give `as="section"` with an aria-labelledby where it is a part of the page. */
export function Card({ as: Element = "div", className = "", ...rest }: HTMLAttributes<HTMLElement> & { as?: "div" | "section" | "li" | "article" }) {
  return <Element {...rest} className={`card ${className}`.trim()} />;
}

/** The only ornament there is: five empty lines. */
export function StaffRule() {
  return <div className="staff-rule" aria-hidden="true" />;
}

export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="visually-hidden">{children}</span>;
}
