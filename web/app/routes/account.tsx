import { data, redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AddressSection, DeviceSection, ExportSection, LeaveSection, NewsletterSection, PremiumSection, ProfileSection } from "../features/account/sections";
import { timeZonesByRegion } from "../features/account/time-zones";
import { graphql } from "../gql";
import { api, attempt } from "../lib/api.server";
import { ACCEPTED, refused, stateAfter, text, ticked } from "../lib/form";
import type { ApiRefusal } from "../lib/refusal";
import { titled } from "../lib/title";
import { toLogin } from "../lib/visitor.server";
import { Page } from "../ui/page";

export const meta: MetaFunction = () => titled("Your account");

export async function loader({ context }: LoaderFunctionArgs) {
  const { me } = await api(context, AccountDocument);
  if (!me) throw toLogin(context);
  return { me, regions: timeZonesByRegion(me.timeZone) };
}

interface Outcome {
  refusal: ApiRefusal | null;
  file?: { path: string; expiresAt: string };
}

/** One page, several small forms: `intent` says which one was sent. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const intent = text(form, "intent");
  const { refusal, file = null } = await carryOut(intent, form, context);
  if (refusal) return refused({ ...stateAfter(refusal, { form, fields: ["name", "timeZone"] }), intent, file: null });
  return intent === "everywhere" ? redirect("/login?after=everywhere") : { ...ACCEPTED, intent, file };
}

async function carryOut(intent: string, form: FormData, context: AppLoadContext): Promise<Outcome> {
  switch (intent) {
    case "profile":
      return attempt(context, UpdateProfileDocument, { input: { name: text(form, "name").trim() || null, timeZone: text(form, "timeZone") } });
    case "newsletter":
      return attempt(context, SetNewsletterOptInDocument, { optIn: ticked(form, "optIn") });
    case "export":
      return makeExport(context);
    case "everywhere":
      return attempt(context, LogoutEverywhereDocument);
    default:
      throw data({ code: "BAD_USER_INPUT", message: "This page has no such form." }, { status: 400 });
  }
}

/** The API's address of the file, as an address of this site. */
async function makeExport(context: AppLoadContext): Promise<Outcome> {
  const { data: made, refusal } = await attempt(context, ExportMyDataDocument);
  if (refusal) return { refusal };
  const { url, expiresAt } = made.exportMyData;
  return { refusal: null, file: { path: `/account/export/${new URL(url).pathname.split("/").at(-1)}`, expiresAt } };
}

export default function Account() {
  const { me, regions } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const of = (intent: string) => (outcome?.intent === intent ? outcome : null);
  return (
    <Page title="Your account" lead={me.email}>
      <div>
        <ProfileSection me={me} regions={regions} outcome={of("profile")} />
        <AddressSection email={me.email} pendingEmail={me.pendingEmail ?? null} />
        <PremiumSection plan={me.plan} />
        <NewsletterSection optIn={me.newsletterOptIn} outcome={of("newsletter")} />
        <DeviceSection outcome={of("everywhere")} />
        <ExportSection outcome={of("export")} file={of("export")?.file ?? null} timeZone={me.timeZone} />
        <LeaveSection />
      </div>
    </Page>
  );
}

const AccountDocument = graphql(`
  query Account {
    me {
      id
      email
      pendingEmail
      name
      timeZone
      newsletterOptIn
      plan
    }
  }
`);

const UpdateProfileDocument = graphql(`
  mutation UpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      id
    }
  }
`);

const SetNewsletterOptInDocument = graphql(`
  mutation SetNewsletterOptIn($optIn: Boolean!) {
    setNewsletterOptIn(optIn: $optIn) {
      id
    }
  }
`);

const ExportMyDataDocument = graphql(`
  mutation ExportMyData {
    exportMyData {
      url
      expiresAt
    }
  }
`);

const LogoutEverywhereDocument = graphql(`
  mutation LogoutEverywhere {
    logoutEverywhere
  }
`);
