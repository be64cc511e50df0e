import type { Context } from "../../platform/context";
import { insertEntry } from "./audit.store";

/** What is to be remembered. `action` is dotted and stable (`auth.login.failed`); `metadata` never holds a secret. */
export interface AuditNote {
  action: string;
  description: string;
  category?: "SECURITY" | "BUSINESS" | "ERROR";
  severity?: "INFO" | "WARNING" | "CRITICAL";
  /** Who did it; the signed-in caller unless told otherwise. */
  actorId?: string | null;
  /** Whom it was done to. */
  subjectId?: string | null;
  metadata?: Record<string, string | number | boolean | null>;
}

/** Writes one entry, in the transaction of `ctx` if there is one, with the caller's address and request id. */
export async function record(ctx: Context, note: AuditNote): Promise<void> {
  const { category = "SECURITY", severity = "INFO", actorId = ctx.viewer?.userId ?? null, subjectId = null, metadata } = note;
  await insertEntry(ctx, {
    at: ctx.clock.now(),
    category,
    severity,
    action: note.action,
    description: note.description,
    actorId,
    subjectId,
    requestId: ctx.request.id,
    ipAddress: ctx.request.ipAddress,
    userAgent: ctx.request.userAgent?.slice(0, 300) ?? null,
    metadata,
  });
}

const FLOOD = { name: "audit-refusals", max: 30, window: 60_000 };

/**
 * Writes that something was refused. Refusals are cheap to provoke, so at most 30 a minute are kept for each address
 * and action; the refusal itself must never fail because of its entry.
 */
export async function recordRefusal(ctx: Context, note: AuditNote): Promise<void> {
  try {
    await ctx.throttle.count(FLOOD, `${note.action}|${ctx.request.ipAddress ?? ""}`);
  } catch {
    return;
  }
  await record(ctx, { severity: "WARNING", ...note }).catch((error: unknown) => ctx.log.error({ err: error, action: note.action }, "an audit entry was lost"));
}
