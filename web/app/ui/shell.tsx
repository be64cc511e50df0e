import { Form, Link, NavLink, useLocation, useNavigation, useNavigationType } from "@remix-run/react";
import { useEffect, useRef, type ReactNode } from "react";
import { ButtonLink } from "./button";
import { ThemeSwitch } from "./theme-switch";

/** Header, content and footer of every page but practice. */
export function Shell({ signedIn, children }: { signedIn: boolean; children: ReactNode }) {
  const content = useFocusOnArrival();
  const { state } = useNavigation();
  useFreshStartOnReturn(state !== "idle");
  return (
    <div className={`site ${signedIn ? "site-signed-in" : ""}`.trim()}>
      <a href="#content" className="skip visually-hidden">Skip to content</a>
      <div className={`waiting ${state === "idle" ? "" : "waiting-now"}`.trim()} aria-hidden="true" />
      <header className="site-header">
        <Wordmark to={signedIn ? "/dashboard" : "/"} />
        <nav className="site-nav" aria-label="Main">
          {signedIn ? <LearnerLinks /> : <VisitorLinks />}
        </nav>
      </header>
      <main ref={content} id="content" tabIndex={-1}>{children}</main>
      <footer className="site-footer">
        <nav aria-label="Footer">
          <Link to="/pricing">Pricing</Link>
          <Link to="/credits">Credits</Link>
          {signedIn && <LogOut />}
        </nav>
        <ThemeSwitch />
      </footer>
    </div>
  );
}

/** Moves the focus to a new page's content, as a browser does when it loads one: else a screen reader stays silent. */
function useFocusOnArrival() {
  const content = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const loadedByBrowser = useNavigationType() === "POP";
  useEffect(() => {
    if (!loadedByBrowser) content.current?.focus({ preventScroll: true });
    // Only another page counts, not another query or hash of the same one.
  }, [pathname]);
  return content;
}

/** A browser may bring a page back as it was left: on its way to another site, so that its button would say so for ever. */
function useFreshStartOnReturn(leaving: boolean) {
  useEffect(() => {
    const shown = ({ persisted }: PageTransitionEvent) => void (persisted && leaving && window.location.reload());
    window.addEventListener("pageshow", shown);
    return () => window.removeEventListener("pageshow", shown);
  }, [leaving]);
}

function LearnerLinks() {
  return (
    <>
      <NavLink to="/dashboard">Dashboard</NavLink>
      <NavLink to="/levels">Levels</NavLink>
      <NavLink to="/account">Account</NavLink>
    </>
  );
}

function VisitorLinks() {
  return (
    <>
      <NavLink to="/pricing" className="site-nav-wide">Pricing</NavLink>
      <NavLink to="/login">Log in</NavLink>
      <ButtonLink kind="secondary" to="/sign-up">Start free</ButtonLink>
    </>
  );
}

function LogOut() {
  return (
    <Form method="post" action="/logout">
      <button type="submit" className="as-link">Log out</button>
    </Form>
  );
}

/** The name, beside a quarter note on three of the five lines. */
export function Wordmark({ to }: { to: string }) {
  return (
    <Link to={to} className="wordmark">
      <svg viewBox="0 0 32 32" aria-hidden="true" fill="currentColor">
        <path d="M0 9h32v1H0zM0 16h32v1H0zM0 23h32v1H0z" opacity=".4" />
        <ellipse cx="13" cy="22" rx="6.2" ry="4.4" transform="rotate(-22 13 22)" />
        <path d="M17.4 2h1.6v18.5h-1.6z" />
      </svg>
      <span className="wordmark-name">Etude</span>
    </Link>
  );
}
