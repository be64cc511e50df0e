/**
 * Messaging: one mail to one person. Asking for one is a row and a job in the caller's transaction, so a mail goes out
 * exactly when what it tells of is committed; the worker hands it to the carrier, again and again until it is accepted,
 * refused for good, or hours old. Nothing secret of a mail is readable in the database, and nothing of it stays there once it is sent.
 */
export { sendEmail, type EmailRequest } from "./send-email";
export type { EmailData, EmailTemplate } from "./emails/templates";
export { moneyInWords } from "./emails/words";
export { emailsSentTo, forgetEmails, mailsWaiting } from "./messages.store";
export { messagingJobs } from "./messaging.job";
