import { Link } from "@remix-run/react";
import { VisuallyHidden } from "../../ui/page";
import { Badge } from "../../ui/progress";
import type { InvoiceWords } from "./wording/invoice-words";

const COLUMNS = ["Date", "Number", "Amount", "State", "See it"] as const;

interface InvoiceSectionProps {
  invoices: readonly InvoiceWords[];
  /** Where older ones go on; null when these are the last. */
  older: string | null;
  /** Whether there are newer ones than these. */
  newer: boolean;
}

export function InvoiceSection({ invoices, older, newer }: InvoiceSectionProps) {
  return (
    <section className="settings" aria-labelledby="invoices">
      <h2 id="invoices">Invoices</h2>
      <div className="stack">
        {invoices.length === 0 ? <p className="muted">{newer ? "There are no older ones." : "There are none yet. Each payment will have one, with a PDF."}</p> : <InvoiceTable invoices={invoices} />}
        {(older || newer) && (
          <nav className="row" aria-label="Pages of invoices">
            {newer && <Link to="/billing#invoices">Newest invoices</Link>}
            {older && <Link to={`/billing?${new URLSearchParams({ after: older })}#invoices`}>Older invoices</Link>}
          </nav>
        )}
      </div>
    </section>
  );
}

/** On a phone styles take the table apart; the roles keep it one for those who hear it. */
function InvoiceTable({ invoices }: { invoices: readonly InvoiceWords[] }) {
  return (
    <table className="invoices" role="table" aria-labelledby="invoices">
      <thead role="rowgroup">
        <tr role="row">{COLUMNS.map((name) => <th key={name} role="columnheader" scope="col">{name}</th>)}</tr>
      </thead>
      <tbody role="rowgroup">
        {invoices.map((invoice) => <Row key={invoice.id} invoice={invoice} />)}
      </tbody>
    </table>
  );
}

function Row({ invoice: { date, number, amount, state, hostedUrl, pdfUrl, payUrl } }: { invoice: InvoiceWords }) {
  const which = <VisuallyHidden> of invoice {number}</VisuallyHidden>;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">{date}</th>
      <td role="cell" className="invoice-number">{number}</td>
      <td role="cell" className="invoice-amount">{amount}</td>
      <td role="cell" className="invoice-state"><Badge kind={state.kind}>{state.text}</Badge></td>
      <td role="cell" className="invoice-links">
        {payUrl && <a href={payUrl}>Pay{which}</a>}
        {hostedUrl && !payUrl && <a href={hostedUrl}>Page{which}</a>}
        {pdfUrl && <a href={pdfUrl}>PDF{which}</a>}
      </td>
    </tr>
  );
}
