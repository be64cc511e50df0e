import "reflect-metadata";
import type { ResolverData } from "type-graphql";

import type { Context, Viewer } from "../../platform/context";
import { ofOneself, toUser, toUserItself } from "./user.graphql";

const row = {
  id: "ada",
  email: "ada@example.test",
  emailKey: "ada@example.test",
  name: "Ada",
  role: "LEARNER" as const,
  emailVerifiedAt: new Date(),
  suspendedAt: null,
  newsletterOptIn: false,
  timeZone: "UTC",
  createdAt: new Date(),
};

const readBy = (viewer: Viewer | null, root: unknown = toUser(row)) =>
  (async () => (await ofOneself({ root, context: { viewer } } as unknown as ResolverData<Context>, async () => "shown")) as unknown)();

const viewer = (userId: string, role: Viewer["role"] = "LEARNER"): Viewer => ({ userId, sessionId: "any", role });

test("what is private is shown to the person, and to administrators", async () => {
  await expect(readBy(viewer("ada"))).resolves.toBe("shown");
  await expect(readBy(viewer("grace", "ADMIN"))).resolves.toBe("shown");
});

test("what is private is refused to everybody else, whatever path led there", async () => {
  await expect(readBy(viewer("grace"))).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(readBy(null)).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("who has just logged in sees themselves, though the call began without a session", async () => {
  await expect(readBy(null, toUserItself(row))).resolves.toBe("shown");
});
