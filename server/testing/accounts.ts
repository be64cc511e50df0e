import type { Context } from "../platform/context";
import type { Answer, Api } from "./api";
import { tokenIn } from "./recorded-mail";
import { PASSWORD, type World } from "./world";

const AUTH = "{ user { id email emailVerified } accessToken expiresAt }";

/** What somebody does with an account, over the API. */
export function accountSteps(api: Api) {
  const call = (name: string, types: string, selection = "") => {
    const names = [...types.matchAll(/\$(\w+)/g)].map(([, arg]) => `${arg}: $${arg}`).join(", ");
    const document = types ? `mutation(${types}) { ${name}(${names}) ${selection} }` : `mutation { ${name} ${selection} }`;
    return (variables: Record<string, unknown> = {}, headers: Record<string, string> = {}): Promise<Answer> => api.query(document, variables, headers);
  };
  return {
    me: () => api.query("{ me { id email name role emailVerified suspended newsletterOptIn timeZone pendingEmail createdAt } }"),
    register: call("register", "$input: RegisterInput!", "{ message }"),
    verifyEmail: call("verifyEmail", "$token: String!", AUTH),
    login: call("login", "$input: LoginInput!", AUTH),
    refreshSession: call("refreshSession", "", AUTH),
    reauthenticate: call("reauthenticate", "$password: String!"),
    resendVerification: call("resendVerification", "$email: String!"),
    logout: call("logout", ""),
    logoutEverywhere: call("logoutEverywhere", ""),
    requestPasswordReset: call("requestPasswordReset", "$email: String!"),
    resetPassword: call("resetPassword", "$token: String!, $newPassword: String!"),
    changePassword: call("changePassword", "$currentPassword: String!, $newPassword: String!"),
    updateProfile: call("updateProfile", "$input: UpdateProfileInput!", "{ name timeZone }"),
    setNewsletterOptIn: call("setNewsletterOptIn", "$optIn: Boolean!", "{ newsletterOptIn }"),
    requestEmailChange: call("requestEmailChange", "$newEmail: String!, $password: String!"),
    confirmEmailChange: call("confirmEmailChange", "$token: String!"),
    undoEmailChange: call("undoEmailChange", "$token: String!"),
    exportMyData: call("exportMyData", "", "{ url expiresAt }"),
    deleteMyAccount: call("deleteMyAccount", "$password: String!"),
  };
}

export type AccountSteps = ReturnType<typeof accountSteps>;

/** The secret of the newest link to `path` that was mailed to an address. */
export async function mailedToken(world: World, to: string, path: string): Promise<string> {
  await world.drain();
  return tokenIn(world.mail.to(to).find(({ text }) => text.includes(`/${path}?token=`)), path);
}

/** Subjects of what was mailed to an address, newest first. */
export async function subjectsTo(world: World, to: string): Promise<string[]> {
  await world.drain();
  return world.mail.to(to).map(({ subject }) => subject);
}

/** Somebody who is logged in on a browser that keeps its cookies. */
export async function loggedIn(world: World, email: string, password = PASSWORD) {
  const api = world.browser();
  const steps = accountSteps(api);
  const { data } = await steps.login({ input: { email, password } });
  return { ...steps, api, accessToken: data.login.accessToken as string, userId: data.login.user.id as string };
}

/** What the audit log holds, of everybody or about one person, oldest first: actions, with the reason where there is one. */
export async function auditTrail(world: World, action = "", subjectId?: string): Promise<string[]> {
  const entries = await world.db.auditEntry.findMany({ where: { action: { startsWith: action }, subjectId }, orderBy: { at: "asc" }, select: { action: true, metadata: true } });
  return entries.map(({ action, metadata }) => [action, (metadata as { reason?: string } | null)?.reason].filter(Boolean).join(" "));
}

/** A context whose database tells each operation that reaches it, transactions included, in order. */
export function watched(ctx: Context): { ctx: Context; operations: string[] } {
  const operations: string[] = [];
  if (!("$extends" in ctx.db)) throw new Error("A transaction can't be watched.");
  const db = ctx.db.$extends({
    query: {
      $allOperations({ model, operation, args, query }) {
        operations.push(`${model ?? "raw"}.${operation}`);
        return query(args);
      },
    },
  });
  return { ctx: { ...ctx, db: db as unknown as Context["db"] }, operations };
}
