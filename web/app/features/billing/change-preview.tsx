import type { ChangeWords } from "./wording/change-words";

/** What a change costs, line by line, and what comes next. */
export function ChangePreview({ words: { lines, due, text } }: { words: ChangeWords }) {
  return (
    <div className="stack">
      <table className="reckoning">
        <caption className="visually-hidden">What the change costs</caption>
        <tbody>
          {lines.map(({ description, amount }, at) => <tr key={at}><th scope="row">{description}</th><td>{amount}</td></tr>)}
        </tbody>
        <tfoot>
          <tr><th scope="row">To pay now</th><td>{due}</td></tr>
        </tfoot>
      </table>
      <p>{text}</p>
    </div>
  );
}
