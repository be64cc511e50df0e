import { data, redirect, type ActionFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { graphql } from "../gql";
import { asResponse, attempt } from "../lib/api.server";
import { titled } from "../lib/title";
import { ButtonLink } from "../ui/button";
import { Page, StaffRule } from "../ui/page";

export const meta: MetaFunction = () => titled("Start a level");

export async function action({ params, context }: ActionFunctionArgs) {
  const levelId = params["levelId"] ?? "";
  const { data: started, refusal } = await attempt(context, StartPracticeDocument, { levelId });
  if (!refusal) return redirect(`/practice/${started.startPractice.id}`);
  if (refusal.code !== "PREMIUM_REQUIRED" && refusal.code !== "LEVEL_LOCKED") throw asResponse(refusal);
  return data({ premium: refusal.code === "PREMIUM_REQUIRED" ? levelId : null, reason: refusal.message }, { status: 403 });
}

export default function LevelStart() {
  const refused = useActionData<typeof action>();
  if (!refused) return <Closed title="Start from the map" lead="A level begins at the press of its button." />;
  return refused.premium
    ? <Closed title="Premium is needed for this level" lead="The first levels of most tracks are free, and stay so. This one belongs to Premium." premium={refused.premium} />
    : <Closed title="This level isn't open yet" lead={refused.reason} />;
}

/** `premium` is the level that Premium would open. */
function Closed({ title, lead, premium }: { title: string; lead: string; premium?: string }) {
  return (
    <Page title={title} lead={lead} width="prose">
      <div className="stack-wide">
        <StaffRule />
        <div className="row">
          {premium && <ButtonLink to={`/pricing?from=${premium}`}>See what Premium costs</ButtonLink>}
          <ButtonLink kind={premium ? "secondary" : "primary"} to="/levels">See all levels</ButtonLink>
          {!premium && <ButtonLink kind="secondary" to="/dashboard">Go to your dashboard</ButtonLink>}
        </div>
      </div>
    </Page>
  );
}

const StartPracticeDocument = graphql(`
  mutation StartPractice($levelId: ID!) {
    startPractice(levelId: $levelId) {
      id
    }
  }
`);
