import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Demonstration } from "../features/landing/demonstration";
import stylesheet from "../features/landing/landing.css?url";
import { TrackList } from "../features/landing/track-list";
import { ButtonLink } from "../ui/button";
import { Notice } from "../ui/notice";
import { StaffRule } from "../ui/page";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: stylesheet }];

export const meta: MetaFunction = () => [
  { title: "Etude · Train your musical ear, ten minutes a day" },
  { name: "description", content: "Ear training, reading and rhythm in short daily practice. Every answer is explained. Start free, with no card." },
];

export function loader({ request, context }: LoaderFunctionArgs) {
  return { signedIn: context.session.exists(), deleted: new URL(request.url).searchParams.get("after") === "deleted" };
}

export default function Landing() {
  const { signedIn, deleted } = useLoaderData<typeof loader>();
  const start = signedIn ? <ButtonLink to="/dashboard">Go to your dashboard</ButtonLink> : <ButtonLink to="/sign-up">Start free</ButtonLink>;
  return (
    <div className="page landing">
      {deleted && <Notice kind="right">Your account and your progress are deleted.</Notice>}
      <section className="hero">
        <div className="hero-words">
          <h1>Train your musical ear, ten minutes a day</h1>
          <p className="lead">Etude plays or shows you one short question after another: notes, keys, intervals, chords, rhythms. You answer, and learn at once why.</p>
          <div className="row">
            {start}
            {!signedIn && <span className="muted small">No card. Nothing to install.</span>}
          </div>
        </div>
        <Demonstration />
      </section>
      <StaffRule />
      <Trained />
      <Ways />
      <Cost />
      <section className="landing-end">
        <h2>Sit down, play the first one</h2>
        {start}
      </section>
    </div>
  );
}

function Trained() {
  return (
    <section className="landing-section" aria-labelledby="trained">
      <div className="landing-head">
        <h2 id="trained">What you train</h2>
        <p className="muted">Seven tracks, each a row of small levels. Pass one, and the next opens.</p>
      </div>
      <TrackList />
    </section>
  );
}

function Ways() {
  return (
    <section className="landing-section" aria-labelledby="ways">
      <div className="landing-head">
        <h2 id="ways">How a practice goes</h2>
        <p className="muted">A level takes a few minutes. Your place is kept if you close the page.</p>
      </div>
      <ol className="ways">
        <li>
          <h3>Listen, or read</h3>
          <p>A real piano, recorded note by note, as often as you want to hear it; or notes on a staff.</p>
        </li>
        <li>
          <h3>Answer</h3>
          <p>With the mouse, a finger, or the number keys. A wrong answer costs you nothing but the point.</p>
        </li>
        <li>
          <h3>Know why</h3>
          <p>Your answer and the right one side by side, seen and heard, with the reason in one sentence.</p>
        </li>
      </ol>
    </section>
  );
}

function Cost() {
  return (
    <section className="landing-section" aria-labelledby="cost">
      <div className="landing-head">
        <h2 id="cost">What it costs</h2>
        <p className="muted">Said in full, before anything is asked of you.</p>
      </div>
      <div className="cost">
        <div className="stack">
          <h3>Free</h3>
          <p>The first levels of note reading, key signatures, degrees of the scale, intervals, chords and rhythm, as often and as long as you like. Your progress and your streak are kept. We ask for an e-mail address and a password, nothing else.</p>
        </div>
        <div className="stack">
          <h3>Premium</h3>
          <p>The levels after those, and all scales and modes. You can try it free, you read what it costs and when before you decide, and cancelling takes two clicks.</p>
          <p><Link to="/pricing">See the prices</Link></p>
        </div>
      </div>
    </section>
  );
}
