import { requireStrongPassword } from "./require-strong-password";

const about = { email: "ada.lovelace@example.test", name: "Ada Lovelace" };
const given = (password: string) => requireStrongPassword({ password, field: "newPassword", about });

test.each(["password123", "qwertyuiop", "aaaaaaaaaaaaaaaa", "1234567890", "abcdefghijkl", "etudeetude", "ada.lovelace@example.test", "Lovelace1815", "1991-01-12", "iloveyou123"])(
  "%s is too easy to guess, and the answer says why",
  async (password) => {
    await expect(given(password)).rejects.toMatchObject({ code: "BAD_USER_INPUT", field: "newPassword", message: expect.stringMatching(/^This password is too easy to guess\. \w/) as string });
  },
);

test.each(["practise-every-day", "correct horse battery", "        pass word é", "zwölf Boxkämpfer jagen"])("%p will do", async (password) => {
  await expect(given(password)).resolves.toBeUndefined();
});

test("a password that is fine for others is too easy for the person it speaks of", async () => {
  const password = "zephyrinemarchbanks";
  await expect(requireStrongPassword({ password, field: "password", about })).resolves.toBeUndefined();
  await expect(requireStrongPassword({ password, field: "password", about: { ...about, name: "Zephyrine Marchbanks" } })).rejects.toMatchObject({ field: "password" });
});
