import type { Context } from "../../../platform/context";

/**
 * A module above this one that holds something on people. Accounts can't call upwards, so who holds what is told once,
 * by server/app, which knows every module.
 */
export interface PersonalDataHolder {
  /** The name of its section in an export, e.g. `learning`. */
  section: string;
  /** Everything it holds on the user, as plain data. */
  dataOf(ctx: Context, userId: string): Promise<unknown>;
  /** What must happen elsewhere before the account goes, in the transaction that deletes it. Rows go by cascade. */
  beforeDeletion?(ctx: Context, userId: string): Promise<void>;
}

let holders: readonly PersonalDataHolder[] = [];

/** Says which modules above hold personal data. Called once, when the process is assembled. */
export function holdPersonalData(...all: readonly PersonalDataHolder[]): void {
  holders = all;
}

export const personalDataHolders = (): readonly PersonalDataHolder[] => holders;
