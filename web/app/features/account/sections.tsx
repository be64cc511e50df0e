import { Link } from "@remix-run/react";
import { useId, type ReactNode } from "react";
import type { FormState } from "../../lib/form";
import { ButtonLink } from "../../ui/button";
import { Checkbox, Field, SelectField } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { AccountForm } from "./account-form";
import { zoneName } from "./time-zones";

type Outcome = FormState | null;

/** Whether the form was sent and taken. */
const saved = (outcome: Outcome) => outcome !== null && outcome.code === null;

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="settings" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="stack">{children}</div>
    </section>
  );
}

interface ProfileProps {
  me: { name?: string | null; timeZone: string };
  regions: { region: string; zones: string[] }[];
  outcome: Outcome;
}

export function ProfileSection({ me, regions, outcome }: ProfileProps) {
  return (
    <Section title="Profile">
      {saved(outcome) && <Notice kind="right">Your profile is saved.</Notice>}
      <AccountForm state={outcome} intent="profile" submit="Save" pending="Saving…">
        <Field label="Name (optional)" name="name" autoComplete="name" maxLength={100} defaultValue={outcome?.values["name"] ?? me.name ?? ""} error={outcome?.errors["name"]} />
        <SelectField label="Time zone" name="timeZone" hint="Your practice day ends at midnight there." defaultValue={outcome?.values["timeZone"] ?? me.timeZone} error={outcome?.errors["timeZone"]}>
          {regions.map(({ region, zones }) => (
            <optgroup key={region} label={region}>
              {zones.map((zone) => <option key={zone} value={zone}>{zoneName(zone)}</option>)}
            </optgroup>
          ))}
        </SelectField>
      </AccountForm>
    </Section>
  );
}

export function AddressSection({ email, pendingEmail }: { email: string; pendingEmail: string | null }) {
  return (
    <Section title="E-mail and password">
      <p>You log in as <strong>{email}</strong>.</p>
      {pendingEmail && <Notice>Your address changes to <strong>{pendingEmail}</strong> as soon as you open the link we sent there.</Notice>}
      <div className="row">
        <ButtonLink kind="secondary" to="/account/email">Change e-mail</ButtonLink>
        <ButtonLink kind="secondary" to="/account/password">Change password</ButtonLink>
      </div>
    </Section>
  );
}

export function PremiumSection({ plan }: { plan: "FREE" | "PREMIUM" }) {
  return (
    <Section title="Premium and payments">
      <p>{plan === "PREMIUM" ? "You have Premium." : "You are on the free plan."}</p>
      <div className="row">
        <ButtonLink kind="secondary" to="/billing">Plan, payments and invoices</ButtonLink>
      </div>
    </Section>
  );
}

export function NewsletterSection({ optIn, outcome }: { optIn: boolean; outcome: Outcome }) {
  return (
    <Section title="Newsletter">
      {saved(outcome) && <Notice kind="right">{optIn ? "You get the newsletter." : "You don't get the newsletter."}</Notice>}
      <AccountForm state={outcome} intent="newsletter" submit="Save newsletter choice" pending="Saving…" kind="secondary">
        <Checkbox label="Send me the newsletter" name="optIn" defaultChecked={optIn} />
      </AccountForm>
    </Section>
  );
}

export function DeviceSection({ outcome }: { outcome: Outcome }) {
  return (
    <Section title="Devices">
      <p className="muted">Left yourself logged in somewhere? This logs out every device, this one too.</p>
      <AccountForm state={outcome} intent="everywhere" submit="Log out everywhere" pending="Logging out…" kind="secondary" />
    </Section>
  );
}

export function ExportSection({ outcome, file, timeZone }: { outcome: Outcome; file: { path: string; expiresAt: string } | null; timeZone: string }) {
  return (
    <Section title="Your data">
      <p className="muted">Everything we hold on you, as one JSON file, for you alone.</p>
      {file && (
        <Notice kind="right">
          Your file is ready. <Link to={file.path} reloadDocument>Download your data</Link> (until {untilIn(file.expiresAt, timeZone)})
        </Notice>
      )}
      <AccountForm state={outcome} intent="export" submit="Make a file of my data" pending="Gathering…" kind="secondary" />
    </Section>
  );
}

/** The same words on the server and in the browser, since both are told the zone. */
function untilIn(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone }).format(new Date(instant));
}

export function LeaveSection() {
  return (
    <Section title="Leave Etude">
      <p className="muted">Deletes your account and your progress.</p>
      <div className="row">
        <ButtonLink kind="danger" to="/account/delete">Delete my account</ButtonLink>
      </div>
    </Section>
  );
}
