import { hash, verify } from "@node-rs/bcrypt";

/** Hashes off the event loop, at the given cost. Refuses passwords over 72 bytes rather than cutting them. */
export const hashPassword = (password: string, cost: number): Promise<string> => hash(password, { cost, rejectLongPasswords: true });

/**
 * Whether the password is the one that was hashed. Without a hash it does the same work against a decoy of the same
 * cost, so that an unknown account takes as long as a wrong password.
 */
export async function isRightPassword(password: string, passwordHash: string | null | undefined, cost: number): Promise<boolean> {
  const right = await verify(password, passwordHash ?? (await decoyHash(cost)));
  return right && passwordHash != null;
}

const decoys = new Map<number, Promise<string>>();

function decoyHash(cost: number): Promise<string> {
  const known = decoys.get(cost);
  if (known) return known;
  const made = hash("nobody's password", { cost });
  decoys.set(cost, made);
  return made;
}

/** Makes the decoy before the first login needs it, which would otherwise take twice as long. */
export const warmUpPasswords = async (cost: number): Promise<void> => void (await decoyHash(cost));

/** Whether a hash was made at a lower cost than today's. */
export const isOutdatedHash = (passwordHash: string, cost: number): boolean => Number(passwordHash.split("$")[2]) < cost;
