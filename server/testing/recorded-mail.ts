import type { Handover, MailPort, OutgoingMail } from "../gateways/mail/port";

/** A carrier that keeps what it is given. `failNext` lets the next hand-overs go wrong. */
export interface RecordedMail extends MailPort {
  /** What went to an address, newest first. */
  to(address: string): OutgoingMail[];
  all(): readonly OutgoingMail[];
  failNext(...outcomes: Exclude<Handover, { outcome: "accepted" }>[]): void;
}

export function recordedMail(): RecordedMail {
  const sent: OutgoingMail[] = [];
  const failures: Handover[] = [];
  return {
    async send(mail) {
      const failure = failures.shift();
      if (failure) return failure;
      sent.push(mail);
      return { outcome: "accepted", providerMessageId: `recorded-${sent.length}` };
    },
    to: (address) => sent.filter((mail) => mail.to.toLowerCase() === address.toLowerCase()).reverse(),
    all: () => sent,
    failNext: (...outcomes) => void failures.push(...outcomes),
  };
}

/** The secret of the first link to `path` in a mail. */
export function tokenIn(mail: OutgoingMail | undefined, path: string): string {
  const token = new RegExp(`/${path}\\?token=([\\w-]+)`).exec(mail?.text ?? "")?.[1];
  if (!token) throw new Error(`No link to /${path} in the mail: ${mail?.text ?? "there is no mail"}`);
  return token;
}
