import type { Step } from "./wording/offer";

/** What happens when, down a line like notes: hollow while nothing is paid, filled where money moves. The words say the same. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className="steps">
      {steps.map(({ when, what, paid }) => (
        <li key={when} data-paid={paid || undefined}>
          <strong>{when}</strong>
          <span>{what}</span>
        </li>
      ))}
    </ol>
  );
}
