import frauncesLatin from "@fontsource-variable/fraunces/files/fraunces-latin-opsz-normal.woff2?url";
import interLatin from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError, useRouteLoaderData, type ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { useContext, type ReactNode } from "react";
import { Nonce } from "./lib/nonce";
import stylesheet from "./styles/app.css?url";
import { ErrorPage, titleOf } from "./ui/error-page";
import { Shell } from "./ui/shell";
import { THEME_SCRIPT } from "./ui/theme-switch";

const font = (href: string) => ({ rel: "preload", as: "font" as const, type: "font/woff2", crossOrigin: "anonymous" as const, href });

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  font(interLatin),
  font(frauncesLatin),
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "manifest", href: "/site.webmanifest" },
];

export const meta: MetaFunction = ({ error }) => [{ title: error ? `${titleOf(error)} · Etude` : "Etude" }];

/** What the header needs; whether the session is still good is for the API to say when something is asked of it. */
export function loader({ context }: LoaderFunctionArgs) {
  return { signedIn: context.session.exists() };
}

/** Only a form can sign anyone in or out, and answers to questions are none of these: they must work while the line is bad. */
export function shouldRevalidate({ formMethod, formAction }: ShouldRevalidateFunctionArgs) {
  return formMethod !== undefined && formMethod !== "GET" && !formAction?.startsWith("/practice/");
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(Nonce);
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbf8f2" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#171614" />
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const root = useRouteLoaderData<typeof loader>("root");
  return (
    <Shell signedIn={root?.signedIn ?? false}>
      <ErrorPage error={isRouteErrorResponse(error) ? error : null} signedIn={root?.signedIn ?? false} />
    </Shell>
  );
}
