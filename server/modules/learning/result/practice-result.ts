import type { Context } from "../../../platform/context";
import type { PracticeRecord } from "../practice/practices.store";
import { findAttempt } from "./attempts.store";
import type { FinishedPractice } from "./save-progress";

/** A finished practice with its grade; null as long as it is not finished. */
export async function practiceResult(ctx: Context, practice: PracticeRecord): Promise<FinishedPractice | null> {
  const attempt = practice.status === "FINISHED" ? await findAttempt(ctx, practice.id) : null;
  return attempt && { practice, attempt };
}
