/** One message to one person, ready to go out. */
export interface OutgoingMail {
  to: string;
  /** `address` or `Name <address>`. */
  from: string;
  subject: string;
  text: string;
  html: string;
  /** Our own id of the message; the carrier hands it back with whatever happens to it later. */
  messageId: string;
  /** What the message is for, in kebab-case; the carrier counts by it. */
  category: string;
}

/**
 * What became of handing a message over.
 * - `accepted`: the carrier has it; never hand it over again.
 * - `rejected`: it will not take this message, now or later.
 * - `failed`: nobody is to blame but the moment; try again. It may have been accepted all the same, when only the answer was lost.
 *
 * `reason` is for the log and holds neither keys nor content.
 */
export type Handover =
  | { outcome: "accepted"; providerMessageId: string | null }
  | { outcome: "rejected"; reason: string }
  | { outcome: "failed"; reason: string };

/** Hands messages to a carrier. Never throws for what the outside world does: that is the outcome's to tell. */
export interface MailPort {
  send(mail: OutgoingMail): Promise<Handover>;
}
