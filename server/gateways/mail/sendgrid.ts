import { Client } from "@sendgrid/client";
import { MailService } from "@sendgrid/mail";

import { seconds } from "../../platform/clock";
import type { Handover, MailPort, OutgoingMail } from "./port";

const ACCEPTED = 202;
/** Answers below 500 that speak of the moment, not of the message: too slow, too many. */
const PASSING = new Set([408, 429]);

interface Account {
  apiKey: string;
  /** Scheme and host. */
  apiBase: string;
  /** How long (milliseconds) an answer is waited for. */
  timeout?: number;
}

/**
 * Twilio SendGrid's v3 Mail Send at `apiBase`. Only 202 counts as accepted; a 4xx other than 408 and
 * 429 is final. SendGrid knows no idempotency: an answer that got lost may mean a second copy.
 */
export function sendGridMail({ apiKey, apiBase, timeout = seconds(10) }: Account): MailPort {
  const client = new Client();
  client.setApiKey(apiKey); // Sets the address back to SendGrid's own, so it comes before the next line.
  client.setDefaultRequest("baseUrl", apiBase);
  const service = new MailService();
  service.setClient(client);
  service.setTimeout(timeout);

  return {
    async send(mail) {
      try {
        const [answer] = await service.send(messageOf(mail));
        if (answer.statusCode !== ACCEPTED) return { outcome: "failed", reason: `SendGrid answered ${answer.statusCode} instead of ${ACCEPTED}` };
        return { outcome: "accepted", providerMessageId: messageIdOf(answer.headers) };
      } catch (error) {
        return handoverOf(error);
      }
    },
  };
}

const messageOf = (mail: OutgoingMail) => ({
  to: { email: mail.to },
  from: mail.from,
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  categories: [mail.category],
  customArgs: { message_id: mail.messageId },
  headers: { "Auto-Submitted": "auto-generated" },
  // Rewritten links would lead through a third party, and break those that carry a token.
  trackingSettings: { clickTracking: { enable: false, enableText: false }, openTracking: { enable: false }, subscriptionTracking: { enable: false } },
});

function messageIdOf(headers: unknown): string | null {
  const id = (headers as Record<string, unknown> | undefined)?.["x-message-id"];
  return typeof id === "string" ? id : null;
}

/** Only code and message are read: the error object itself carries our key (`Authorization`) and the content. */
function handoverOf(error: unknown): Handover {
  const { code, response } = error as { code?: unknown; response?: { status?: number; body?: unknown } };
  const status = typeof code === "number" ? code : response?.status;
  if (status === undefined) return { outcome: "failed", reason: `SendGrid was not reached: ${typeof code === "string" ? code : "no answer"}` };
  const final = status >= 400 && status < 500 && !PASSING.has(status);
  return { outcome: final ? "rejected" : "failed", reason: `SendGrid answered ${status}${complaintsIn(response?.body)}` };
}

const ADDRESS = /[^\s@<>"'[\]]+@[^\s@<>"'[\]]+/g;

/** What SendGrid says is wrong, without the addresses it repeats: this ends in logs. */
function complaintsIn(body: unknown): string {
  const errors = (body as { errors?: unknown } | undefined)?.errors;
  if (!Array.isArray(errors)) return "";
  const complaints = errors.map(({ message, field }: { message?: unknown; field?: unknown }) => `${String(message)}${field ? ` (${String(field)})` : ""}`);
  return `: ${complaints.join("; ").replace(ADDRESS, "[address]").slice(0, 500)}`;
}
