import { useNavigation } from "@remix-run/react";
import { useEffect, useRef, type RefObject } from "react";

/** Whether a form of this page is on its way; with an intent, whether it is the one with that `intent` field. */
export function usePending(intent?: string): boolean {
  const { state, formData } = useNavigation();
  return state !== "idle" && formData !== undefined && (intent === undefined || formData.get("intent") === intent);
}

/** After a try that failed, leads the focus to the first field to mend, or to the message above the form. */
export function useErrorFocus(tried: unknown): RefObject<HTMLFormElement> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (tried) form.current?.querySelector<HTMLElement>("[aria-invalid=true], [role=alert]")?.focus();
  }, [tried]);
  return form;
}
