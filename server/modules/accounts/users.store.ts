import type { Context } from "../../platform/context";
import { isUniqueViolation } from "../../platform/db";
import type { Prisma } from "../../platform/prisma/client";
import { Refusal } from "../../platform/refusal";
import type { EmailAddress } from "./email-address.rules";

const userFields = {
  id: true,
  email: true,
  emailKey: true,
  name: true,
  role: true,
  emailVerifiedAt: true,
  suspendedAt: true,
  newsletterOptIn: true,
  timeZone: true,
  createdAt: true,
} satisfies Prisma.UserSelect;

export type UserRow = Prisma.UserGetPayload<{ select: typeof userFields }>;

export const findUser = (ctx: Context, id: string): Promise<UserRow | null> => ctx.db.user.findUnique({ where: { id }, select: userFields });

/** The user, who is there unless their account was deleted since the caller was let in: UNAUTHENTICATED then. */
export const getUser = async (ctx: Context, id: string): Promise<UserRow> => (await findUser(ctx, id)) ?? gone();

function gone(): never {
  throw new Refusal("UNAUTHENTICATED", "This account is no longer there.");
}

const credentialFields = { ...userFields, passwordHash: true } satisfies Prisma.UserSelect;

/** A user together with what proves a password. Never leaves this module. */
export type Credentials = Prisma.UserGetPayload<{ select: typeof credentialFields }>;

export const findCredentials = (ctx: Context, emailKey: string): Promise<Credentials | null> =>
  ctx.db.user.findUnique({ where: { emailKey }, select: credentialFields });

export const getCredentials = async (ctx: Context, id: string): Promise<Credentials> =>
  (await ctx.db.user.findUnique({ where: { id }, select: credentialFields })) ?? gone();

/**
 * Whether the account still is as it was when its password was checked, and not suspended. Holds it so until the end of
 * the transaction: checking takes long enough for a change of the password to come in between.
 */
export async function holdCredentials(ctx: Context, { id, passwordHash }: Pick<Credentials, "id" | "passwordHash">): Promise<boolean> {
  const held = await ctx.db.$queryRaw<unknown[]>`
    select 1 from app_user where id = ${id}::uuid and "passwordHash" = ${passwordHash} and "suspendedAt" is null for no key update`;
  return held.length === 1;
}

/** Keeps an account from being deleted until the end of the transaction; UNAUTHENTICATED when it is gone already. */
export async function holdUser(ctx: Context, id: string): Promise<void> {
  const held = await ctx.db.$queryRaw<unknown[]>`select 1 from app_user where id = ${id}::uuid for key share`;
  if (held.length === 0) gone();
}

/** The user, kept from being deleted until the end of the transaction; null when they are gone already. */
export async function holdUserIfThere(ctx: Context, id: string): Promise<UserRow | null> {
  await ctx.db.$queryRaw`select 1 from app_user where id = ${id}::uuid for key share`;
  return findUser(ctx, id);
}

/** Holds an account that is to be deleted against everybody until the end of the transaction; UNAUTHENTICATED when it is gone already. */
export async function holdUserForDeletion(ctx: Context, id: string): Promise<void> {
  const held = await ctx.db.$queryRaw<unknown[]>`select 1 from app_user where id = ${id}::uuid for update`;
  if (held.length === 0) gone();
}

/** Makes the account unless its address has one. Of many at once, one makes it and all go on. */
export async function insertUserUnlessKnown(ctx: Context, user: Prisma.UserCreateManyInput): Promise<boolean> {
  const { count } = await ctx.db.user.createMany({ data: user, skipDuplicates: true });
  return count === 1;
}

export const findUserByEmail = (ctx: Context, emailKey: string): Promise<UserRow | null> =>
  ctx.db.user.findUnique({ where: { emailKey }, select: userFields });

export async function updateUser(ctx: Context, id: string, data: Prisma.UserUpdateManyMutationInput): Promise<UserRow> {
  const [user] = await ctx.db.user.updateManyAndReturn({ where: { id }, data, select: userFields });
  return user ?? gone();
}

/** Takes an account out of the way whose address was never confirmed, for somebody who has proved to own that address. */
export async function deleteUnverifiedUser(ctx: Context, { emailKey, except }: { emailKey: string; except: string }): Promise<void> {
  await ctx.db.user.deleteMany({ where: { emailKey, emailVerifiedAt: null, id: { not: except } } });
}

/** Gives an account another address, confirmed. Refuses with CONFLICT when it is another account's. */
export async function setAddress(ctx: Context, id: string, { email, key }: EmailAddress): Promise<UserRow> {
  try {
    return await updateUser(ctx, id, { email, emailKey: key, emailVerifiedAt: ctx.clock.now() });
  } catch (error) {
    if (isUniqueViolation(error)) throw new Refusal("CONFLICT", "There is another account with this address by now.");
    throw error;
  }
}

/** Deletes the account and, by cascade, every row that belongs to it. Of many calls at once one does, the others find it gone. */
export async function deleteUser(ctx: Context, id: string): Promise<void> {
  const { count } = await ctx.db.user.deleteMany({ where: { id } });
  if (count === 0) gone();
}
