import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { graphql } from "../gql";
import { asResponse, attempt } from "../lib/api.server";

/** Someone who typed the address: a visit alone logs nobody out. */
export const loader = () => redirect("/");

export async function action({ context }: ActionFunctionArgs) {
  const { refusal } = await attempt(context, LogoutDocument);
  if (refusal) throw asResponse(refusal);
  return redirect("/");
}

const LogoutDocument = graphql(`
  mutation Logout {
    logout
  }
`);
