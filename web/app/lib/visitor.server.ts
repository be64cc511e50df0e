import { redirect, type AppLoadContext } from "@remix-run/node";
import { graphql } from "../gql";
import { api } from "./api.server";

/** Sends those who are signed in on to where they wanted to go: they have no use for a log-in form. */
export async function leaveIfSignedIn(context: AppLoadContext, to: string): Promise<void> {
  if (!context.session.exists()) return;
  const { me } = await api(context, VisitorDocument);
  if (me) throw redirect(to);
}

/** Who is signed in; those who aren't are led to the login page, and back here afterwards. */
export async function requireVisitor(context: AppLoadContext): Promise<{ id: string; email: string }> {
  const { me } = await api(context, VisitorDocument);
  if (!me) throw toLogin(context);
  return me;
}

/** Leads to the login page, and after it back to the page that was asked for. */
export function toLogin(context: AppLoadContext) {
  return redirect(`/login?${new URLSearchParams({ to: context.path })}`);
}

const VisitorDocument = graphql(`
  query Visitor {
    me {
      id
      email
    }
  }
`);
