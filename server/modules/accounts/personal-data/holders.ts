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
  /** What must follow elsewhere from another name or address, asked for in the transaction that changes it. */
  afterChange?(ctx: Context, userId: string): Promise<void>;
  /**
   * What must have ended elsewhere before anything is deleted. It runs outside any transaction, for it may ask others over
   * the network; what it throws is told to the person, and keeps the account as it is. It may run for one account many times.
   */
  endElsewhere?(ctx: Context, userId: string): Promise<void>;
  /** What must happen elsewhere once the account has gone, asked for in the transaction that deletes it. Rows go by cascade. */
  beforeDeletion?(ctx: Context, userId: string): Promise<void>;
}

let holders: readonly PersonalDataHolder[] = [];

/** Says which modules above hold personal data. Called once, when the process is assembled. */
export function holdPersonalData(...all: readonly PersonalDataHolder[]): void {
  holders = all;
}

export const personalDataHolders = (): readonly PersonalDataHolder[] => holders;

/** Tells those who hold something on a person that their name or address is another one now, in the transaction of `ctx`. */
export async function tellHoldersOfChange(ctx: Context, userId: string): Promise<void> {
  for (const { afterChange } of holders) await afterChange?.(ctx, userId);
}
