import type { MetaFunction } from "@remix-run/node";
import { titled } from "../lib/title";
import { Page } from "../ui/page";

export const meta: MetaFunction = () => titled("Credits");

/** The attribution that CC BY 3.0 asks for (title, author, source, licence, what was changed), and thanks to the rest. */
export default function Credits() {
  return (
    <Page title="Credits" lead="Etude stands on work that others gave away." width="prose">
      <div className="stack-wide">
        <section className="stack" aria-labelledby="piano">
          <h2 id="piano">The piano you hear</h2>
          <p>
            Salamander Grand Piano V3 by Alexander Holm, <a href="https://archive.org/details/SalamanderGrandPianoV3">published at the Internet Archive</a>,
            licensed under <a href="https://creativecommons.org/licenses/by/3.0/">Creative Commons Attribution 3.0</a>. We cut the samples, changed their pitch
            and their loudness, and mixed them.
          </p>
        </section>
        <section className="stack" aria-labelledby="type">
          <h2 id="type">The letters you read</h2>
          <p>
            Headings are set in Fraunces by The Fraunces Project Authors, everything else in Inter by The Inter Project Authors. Both are licensed under
            the <a href="https://openfontlicense.org">SIL Open Font License 1.1</a>.
          </p>
        </section>
        <section className="stack" aria-labelledby="notes">
          <h2 id="notes">The notes and the signs</h2>
          <p>
            Notation is engraved by abcjs by Paul Rosen and Gregory Dyke, under the MIT License. The icons are Lucide's, under the ISC License.
          </p>
        </section>
      </div>
    </Page>
  );
}
