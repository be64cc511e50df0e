import { recordRefusal } from "../modules/audit";
import type { Context } from "../platform/context";

/** What the audit log is told of calls that the directives turned away. */
export const noteForbidden = (ctx: Context, field: string): Promise<void> =>
  recordRefusal(ctx, { action: "access.refused", description: `${field} was refused.`, subjectId: ctx.viewer?.userId ?? null, metadata: { field } });

export const noteLimited = (ctx: Context, field: string): Promise<void> =>
  recordRefusal(ctx, { action: "limit.hit", description: `${field} was called too often.`, subjectId: ctx.viewer?.userId ?? null, metadata: { field } });
