import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { LocalTimeZone } from "../features/account/local-time-zone";
import { tokenOf } from "../features/account/token";
import { TokenPage } from "../features/account/token-page";
import { graphql } from "../gql";
import { attempt } from "../lib/api.server";
import { refused, stateAfter, text } from "../lib/form";
import { titled } from "../lib/title";
import { forgetWay, wayBack } from "../lib/way-back.server";

export const meta: MetaFunction = () => titled("Confirm your address");

export const loader = ({ request }: LoaderFunctionArgs) => ({ token: tokenOf(request) });

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const { refusal } = await attempt(context, VerifyEmailDocument, { token: text(form, "token") });
  if (refusal) return refused(stateAfter(refusal, { form, fields: [] }));
  const timeZone = text(form, "timeZone");
  // Days of a streak end at the learner's midnight. A zone the API doesn't know changes nothing: the account page has the choice.
  if (timeZone) await attempt(context, SetFirstTimeZoneDocument, { timeZone });
  const way = await wayBack(request);
  return way ? redirect(way, { headers: { "Set-Cookie": await forgetWay() } }) : redirect("/dashboard");
}

export default function VerifyEmail() {
  const { token } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <TokenPage
      title="Confirm your address" lead="One press, and you can begin." submit="Confirm my address" pending="Confirming…" token={token} state={state}
      otherwise={<p>If your address is confirmed, <Link to="/login">log in</Link>. If not, <Link to="/check-your-mail">ask for a new link</Link>.</p>}
    >
      <LocalTimeZone />
    </TokenPage>
  );
}

const VerifyEmailDocument = graphql(`
  mutation VerifyEmail($token: String!) {
    verifyEmail(token: $token) {
      user {
        id
      }
    }
  }
`);

const SetFirstTimeZoneDocument = graphql(`
  mutation SetFirstTimeZone($timeZone: String!) {
    updateProfile(input: { timeZone: $timeZone }) {
      id
    }
  }
`);
