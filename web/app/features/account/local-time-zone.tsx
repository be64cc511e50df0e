import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** A hidden field with the browser's time zone; empty without JavaScript. */
export function LocalTimeZone() {
  const zone = useSyncExternalStore(never, () => Intl.DateTimeFormat().resolvedOptions().timeZone, () => "");
  return <input type="hidden" name="timeZone" value={zone} />;
}
