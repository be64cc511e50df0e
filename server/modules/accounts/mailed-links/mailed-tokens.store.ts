import type { Context } from "../../../platform/context";
import { loaderOf } from "../../../platform/loader";
import type { MailedTokenPurpose, Prisma } from "../../../platform/prisma/client";

const linkFields = { id: true, userId: true, email: true, registrationId: true, createdAt: true } satisfies Prisma.MailedTokenSelect;

/** A link that went out by mail, as far as it says what it allows. */
export type MailedLink = Prisma.MailedTokenGetPayload<{ select: typeof linkFields }>;

export async function insertMailedToken(ctx: Context, token: Prisma.MailedTokenCreateManyInput): Promise<void> {
  await ctx.db.mailedToken.create({ data: token, select: { id: true } });
}

interface Key {
  purpose: MailedTokenPurpose;
  tokenHash: string;
}

const usable = (ctx: Context, key: Key) => ({ ...key, usedAt: null, expiresAt: { gt: ctx.clock.now() } });

/** Holds the account of a token until the transaction ends, so that links of one account take turns rather than wait for each other. */
export async function holdOwnerOfMailedToken(ctx: Context, { tokenHash }: Pick<Key, "tokenHash">): Promise<void> {
  await ctx.db.$queryRaw`
    select 1 from app_user u join mailed_token t on t."userId" = u.id where t."tokenHash" = ${tokenHash} for no key update of u`;
}

/** Uses a token up, in one statement: of many at once, one gets the link and the others null. */
export async function spendMailedToken(ctx: Context, key: Key): Promise<MailedLink | null> {
  const [spent] = await ctx.db.mailedToken.updateManyAndReturn({ where: usable(ctx, key), data: { usedAt: ctx.clock.now() }, select: linkFields });
  return spent ?? null;
}

/** Whose link it is, as long as it can be used. */
export async function findOwnerOfMailedToken(ctx: Context, key: Key) {
  const found = await ctx.db.mailedToken.findFirst({ where: usable(ctx, key), select: { user: { select: { email: true, name: true } } } });
  return found?.user ?? null;
}

/** Makes the unused links of these kinds worthless. */
export async function dropMailedTokens(ctx: Context, userId: string, { purposes, youngerThan }: { purposes: MailedTokenPurpose[]; youngerThan?: Date }): Promise<void> {
  await ctx.db.mailedToken.deleteMany({
    where: { userId, purpose: { in: purposes }, usedAt: null, ...(youngerThan && { createdAt: { gte: youngerThan } }) },
  });
}

/** The address that each user has asked for and not yet confirmed, loaded in batches. */
export const pendingEmailOf = (ctx: Context) =>
  loaderOf<string, string>(ctx, "accounts.pending-email", async (userIds) => {
    const rows = await ctx.db.mailedToken.findMany({
      where: { userId: { in: [...userIds] }, purpose: "CONFIRM_EMAIL_CHANGE", usedAt: null, expiresAt: { gt: ctx.clock.now() } },
      select: { userId: true, email: true },
    });
    return new Map(rows.flatMap(({ userId, email }) => (email ? [[userId, email] as const] : [])));
  });
