import { CircleAlert } from "lucide-react";
import { useId, useState, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes } from "react";
import { Button } from "./button";

interface Around {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
}

interface Described {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

/** A label, its hint and what is wrong with it, all tied to the control for those who can't see where they stand. */
function Labelled({ label, hint, error, children }: Around & { children: (described: Described) => ReactNode }) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : "";
  const errorId = error ? `${id}-error` : "";
  const describedBy = [errorId, hintId].filter(Boolean).join(" ") || undefined;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>{label}</label>
      {hint && <span className="field-hint" id={hintId}>{hint}</span>}
      {children({ id, "aria-describedby": describedBy, "aria-invalid": error ? true : undefined })}
      {error && <span className="field-error" id={errorId}><CircleAlert />{error}</span>}
    </div>
  );
}

export function Field({ label, hint, error, ...input }: Around & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Labelled label={label} hint={hint} error={error}>
      {(described) => <input type="text" {...input} {...described} className="input" />}
    </Labelled>
  );
}

/** A password to type, with a button to see it; without JavaScript the button does nothing and stays away. */
export function PasswordField({ label, hint, error, ...input }: Around & InputHTMLAttributes<HTMLInputElement>) {
  const [shown, setShown] = useState(false);
  return (
    <Labelled label={label} hint={hint} error={error}>
      {(described) => (
        <span className="password">
          <input {...input} {...described} type={shown ? "text" : "password"} className="input" autoCapitalize="none" spellCheck={false} />
          <Button kind="secondary" type="button" className="needs-script" aria-label={`${shown ? "Hide" : "Show"} ${label.toLowerCase()}`} onClick={() => setShown(!shown)}>
            {shown ? "Hide" : "Show"}
          </Button>
        </span>
      )}
    </Labelled>
  );
}

/** A few sentences to type. */
export function TextArea({ label, hint, error, ...area }: Around & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Labelled label={label} hint={hint} error={error}>
      {(described) => <textarea rows={3} {...area} {...described} className="input" />}
    </Labelled>
  );
}

export function SelectField({ label, hint, error, children, ...select }: Around & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Labelled label={label} hint={hint} error={error}>
      {(described) => <select {...select} {...described} className="input">{children}</select>}
    </Labelled>
  );
}

export function Checkbox({ label, hint, ...input }: { label: string; hint?: ReactNode } & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <div className="check">
      <input {...input} id={id} type="checkbox" aria-describedby={hint ? `${id}-hint` : undefined} />
      <span>
        <label htmlFor={id}>{label}</label>
        {hint && <span className="field-hint check-hint" id={`${id}-hint`}>{hint}</span>}
      </span>
    </div>
  );
}
