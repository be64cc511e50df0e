import { openWorld, type World } from "../../../testing";
import { accountSteps, auditTrail } from "../../../testing/accounts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const aPerson = async () => {
  const person = await world.aLearner({ name: "Ada", timeZone: "Europe/London" });
  return { person, ...accountSteps(world.as(person)) };
};

test("a profile changes in what is given and keeps the rest", async () => {
  const { person, updateProfile } = await aPerson();
  expect((await updateProfile({ input: { name: "  Zoë Müller 🎹 " } })).data.updateProfile).toEqual({ name: "Zoë Müller 🎹", timeZone: "Europe/London" });
  expect((await updateProfile({ input: { timeZone: "America/New_York" } })).data.updateProfile).toEqual({ name: "Zoë Müller 🎹", timeZone: "America/New_York" });
  expect((await updateProfile({ input: { timeZone: null } })).data.updateProfile.timeZone).toBe("America/New_York");
  expect((await updateProfile({ input: { name: "" } })).data.updateProfile.name).toBeNull();
  expect(await auditTrail(world, "account.profile.changed", person.id)).toHaveLength(4);
});

test.each([
  ["name", "a".repeat(101)],
  ["name", "Ada\r\nBcc: all@example.test"],
  ["name", "Ada\u0007"],
  ["timeZone", "Mars/Olympus"],
  ["timeZone", ""],
  ["timeZone", "+01:00"],
])("a %s that won't do (%#) is refused by name, and nothing is half written", async (field, value) => {
  const { me, updateProfile } = await aPerson();
  expect(await updateProfile({ input: { name: "Grace", timeZone: "Asia/Tokyo", [field]: value } })).toMatchObject({ code: "BAD_USER_INPUT", field });
  expect((await me()).data.me).toMatchObject({ name: "Ada", timeZone: "Europe/London" });
});

test("nobody changes more of themselves than the input names", async () => {
  const { updateProfile } = await aPerson();
  for (const more of [{ role: "ADMIN" }, { emailVerified: true }, { email: "other@example.test" }, { plan: "PREMIUM" }]) {
    expect((await updateProfile({ input: more })).status).toBe(400);
  }
});

test("the newsletter is opted into and out of, and noted", async () => {
  const { person, setNewsletterOptIn, me } = await aPerson();
  expect((await setNewsletterOptIn({ optIn: true })).data.setNewsletterOptIn).toEqual({ newsletterOptIn: true });
  expect((await me()).data.me.newsletterOptIn).toBe(true);
  await setNewsletterOptIn({ optIn: false });
  expect((await me()).data.me.newsletterOptIn).toBe(false);
  expect(await auditTrail(world, "account.newsletter.changed", person.id)).toHaveLength(2);
});
