import type { FormState } from "../../lib/form";
import { Field, PasswordField } from "../../ui/field";

/** What the API asks of a password, in words (10 to 72 bytes, hard to guess). */
export const PASSWORD_HINT = "At least 10 characters. A few unrelated words do well; a common word with a number doesn't.";

type Of<Name extends string> = { state: FormState<Name> | null | undefined };

export function EmailField({ state, label = "E-mail", name = "email", initial }: Of<string> & { label?: string; name?: string; initial?: string | undefined }) {
  return (
    <Field
      label={label} name={name} type="email" inputMode="email" autoComplete="email" autoCapitalize="none" spellCheck={false} required maxLength={254}
      defaultValue={state?.values[name] ?? initial} error={state?.errors[name]}
    />
  );
}

export function NewPasswordField({ state, label = "Password", name = "password" }: Of<string> & { label?: string; name?: string }) {
  return <PasswordField label={label} name={name} autoComplete="new-password" required hint={PASSWORD_HINT} error={state?.errors[name]} />;
}

export function CurrentPasswordField({ state, label = "Password", name = "password" }: Of<string> & { label?: string; name?: string }) {
  return <PasswordField label={label} name={name} autoComplete="current-password" required error={state?.errors[name]} />;
}
