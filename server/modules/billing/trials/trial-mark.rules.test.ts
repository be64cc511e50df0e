import { mailboxOf } from "./trial-mark.rules";

test.each([
  ["ada@example.com", "ada@example.com"],
  ["ada+etude@example.com", "ada@example.com"],
  ["a.d.a+1@gmail.com", "ada@gmail.com"],
  ["ada@googlemail.com", "ada@gmail.com"],
  ["a.d.a@example.com", "a.d.a@example.com"],
])("%s is the mailbox %s", (address, mailbox) => expect(mailboxOf(address)).toBe(mailbox));
