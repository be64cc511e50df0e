import { randomBytes, randomUUID } from "node:crypto";

/** Chance, cryptographically strong. Injected so that tests can repeat it. */
export interface Random {
  bytes(count: number): Buffer;
  uuid(): string;
}

export const systemRandom: Random = { bytes: (count) => randomBytes(count), uuid: () => randomUUID() };
