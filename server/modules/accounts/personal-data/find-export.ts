import type { Context } from "../../../platform/context";
import { isId } from "../../../platform/ids";
import { findExportOf } from "./exports.store";

/** An export's content, for its owner, until it expires. Null for everybody else and everything else. */
export async function findExport(ctx: Context, id: string) {
  return ctx.viewer && isId(id) ? findExportOf(ctx, ctx.viewer.userId, id) : null;
}
