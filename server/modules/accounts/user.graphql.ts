import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, type MiddlewareFn, ObjectType, registerEnumType, UseMiddleware } from "type-graphql";

import type { Context } from "../../platform/context";
import { Refusal } from "../../platform/refusal";
import type { UserRow } from "./users.store";

export enum Role {
  LEARNER = "LEARNER",
  ADMIN = "ADMIN",
}

registerEnumType(Role, { name: "Role" });

/** What a person may know of themselves, and an administrator of anybody; nobody else, by whatever path they came. */
export const ofOneself: MiddlewareFn<Context> = ({ root, context: { viewer } }, next) => {
  const user = root as User;
  if (user.shownToItself || viewer?.userId === user.id || viewer?.role === "ADMIN") return next();
  throw new Refusal("FORBIDDEN", "Only the person concerned may see this.");
};

@ObjectType()
export class User {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  @UseMiddleware(ofOneself)
  email!: string;

  @Field(() => String, { nullable: true })
  @UseMiddleware(ofOneself)
  name!: string | null;

  @Field(() => Role)
  role!: Role;

  @Field(() => Boolean)
  @UseMiddleware(ofOneself)
  emailVerified!: boolean;

  @Field(() => Boolean)
  @UseMiddleware(ofOneself)
  suspended!: boolean;

  @Field(() => Boolean)
  @UseMiddleware(ofOneself)
  newsletterOptIn!: boolean;

  @Field(() => String, { description: "IANA name. The learner's days, and so the streak, are counted in it." })
  @UseMiddleware(ofOneself)
  timeZone!: string;

  @Field(() => GraphQLDateTime)
  createdAt!: Date;

  /** A login answers with the user before the call itself has a viewer. */
  shownToItself = false;
}

/** A row as the API shows it. */
export function toUser({ id, email, name, role, emailVerifiedAt, suspendedAt, newsletterOptIn, timeZone, createdAt }: UserRow): User {
  const shown = { id, email, name, role: Role[role], emailVerified: emailVerifiedAt !== null, suspended: suspendedAt !== null };
  return Object.assign(new User(), { ...shown, newsletterOptIn, timeZone, createdAt });
}

/** The same, in the answer to a call by which this very person has just proved who they are. */
export const toUserItself = (row: UserRow): User => Object.assign(toUser(row), { shownToItself: true });
