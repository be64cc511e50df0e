import type { Context } from "../../../platform/context";
import type { Prisma } from "../../../platform/prisma/client";

export async function insertRegistration(ctx: Context, registration: Prisma.RegistrationCreateManyInput): Promise<void> {
  await ctx.db.registration.create({ data: registration, select: { id: true } });
}

/** What was typed at a registration, to be taken over by its account. */
export const getRegistration = (ctx: Context, id: string) =>
  ctx.db.registration.findUniqueOrThrow({ where: { id }, select: { passwordHash: true, name: true, newsletterOptIn: true } });

/** The account of a registration; null when either is gone. */
export async function findUserOfRegistration(ctx: Context, id: string) {
  const found = await ctx.db.registration.findUnique({ where: { id }, select: { user: { select: { id: true, email: true, emailVerifiedAt: true } } } });
  return found?.user ?? null;
}

/** An account with the ids of its registrations. */
export const findUserWithRegistrations = (ctx: Context, userId: string) =>
  ctx.db.user.findUnique({ where: { id: userId }, select: { id: true, email: true, name: true, emailVerifiedAt: true, registrations: { select: { id: true } } } });

export async function deleteRegistrations(ctx: Context, where: { userId: string } | { id: string }): Promise<void> {
  await ctx.db.registration.deleteMany({ where });
}

/** Marks the address of an account as confirmed, and takes `change` over with it; false when it was confirmed before. */
export async function confirmAddress(ctx: Context, userId: string, change: Prisma.UserUpdateManyMutationInput): Promise<boolean> {
  const { count } = await ctx.db.user.updateMany({ where: { id: userId, emailVerifiedAt: null }, data: { ...change, emailVerifiedAt: ctx.clock.now() } });
  return count === 1;
}
