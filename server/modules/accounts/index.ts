/**
 * Accounts: who somebody is, and how they prove it. Registration, confirmation, sessions, passwords, addresses, profile,
 * export and deletion. `viewerFor` is the only judge of an access token: it asks the database, at most 30 seconds ago,
 * and a session that is over or suspended is as none. Nothing here tells a stranger whether an address is known.
 * Every change and its audit entry are one transaction; what is told by mail goes out when that is committed.
 */
import { EmailChangeResolver } from "./email-change/email-change.resolver";
import { PasswordsResolver } from "./passwords/passwords.resolver";
import { PersonalDataResolver } from "./personal-data/personal-data.resolver";
import { ProfileResolver } from "./profile/profile.resolver";
import { RegistrationResolver } from "./registration/registration.resolver";
import { SessionsResolver } from "./sessions/sessions.resolver";

export const accountResolvers = [SessionsResolver, RegistrationResolver, PasswordsResolver, EmailChangeResolver, ProfileResolver, PersonalDataResolver] as const;

export { accountJobs } from "./accounts.job";
export { accountLimits } from "./accounts.limits";
export { findExport } from "./personal-data/find-export";
export { holdPersonalData, type PersonalDataHolder } from "./personal-data/holders";
export { warmUpPasswordJudge } from "./passwords/require-strong-password";
export { SESSION_LIFE } from "./sessions/session-life";
export { forgetViewers, viewerFor } from "./sessions/viewer-for";
export { ofOneself, Role, toUser, User } from "./user.graphql";
export { findUser, getUser, holdUserIfThere, type UserRow } from "./users.store";
