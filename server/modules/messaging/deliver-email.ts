import { after } from "../../platform/clock";
import type { Context } from "../../platform/context";
import { inTransaction } from "../../platform/transaction";
import { unseal } from "../../platform/sealing";
import { record } from "../audit";
import { CLAIM_LIFE, stateAfter, type FinalState } from "./delivery.rules";
import { claimMessage, isBeingSent, settleMessage, type ClaimedMessage } from "./messages.store";

/**
 * Hands one message to the carrier. At least once: a message is sent again only when nobody could write down that it
 * was accepted. Throws when it should be tried again later; returns when there is nothing left to do.
 */
export async function deliverEmail(ctx: Context, messageId: string): Promise<void> {
  const message = await claimMessage(ctx, messageId, after(ctx.clock.now(), -CLAIM_LIFE));
  if (!message) {
    if (await isBeingSent(ctx, messageId)) throw new Error("The mail is in other hands; whether they succeed is to be seen.");
    return;
  }
  const handover = await ctx.gateways.mail.send(outgoing(ctx, message));
  const status = stateAfter(handover.outcome, message.attempts);
  const log = ctx.log.child({ messageId, template: message.template, attempt: message.attempts });

  if (handover.outcome === "accepted") {
    await settleMessage(ctx, message, { ...wiped(message), status, lastError: null, sentAt: ctx.clock.now(), providerMessageId: handover.providerMessageId });
    log.info("mail accepted");
  } else if (status === "WAITING") {
    await settleMessage(ctx, message, { status, lastError: handover.reason });
    throw new Error(`The mail is to be tried again. ${handover.reason}`);
  } else {
    await inTransaction(ctx, (ctx) => giveUp(ctx, message, { status, reason: handover.reason }));
    log.error({ reason: handover.reason }, "mail given up");
  }
}

function outgoing(ctx: Context, { id, to, subject, template, sealed }: ClaimedMessage) {
  if (!sealed) throw new Error("A mail that is not final must have its content.");
  const content = JSON.parse(unseal(ctx.config.sealingSecret, sealed)) as { text: string; html: string };
  return { ...content, to, subject, from: ctx.config.mail.from, messageId: id, category: template };
}

/** What a message loses with its final state. Without an account that takes it along one day, the address goes at once. */
const wiped = ({ userId }: ClaimedMessage) => ({ sealed: null, ...(userId === null && { to: "" }) });

async function giveUp(ctx: Context, message: ClaimedMessage, { status, reason }: { status: FinalState; reason: string }): Promise<void> {
  await settleMessage(ctx, message, { ...wiped(message), status, lastError: reason });
  await record(ctx, {
    action: "mail.given_up",
    description: status === "REJECTED" ? "The mail carrier refused a mail." : "A mail could not be handed over in many attempts.",
    category: "ERROR",
    severity: "WARNING",
    subjectId: message.userId,
    metadata: { messageId: message.id, template: message.template, reason },
  });
}
