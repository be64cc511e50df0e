import { GraphQLDateTime } from "graphql-scalars";
import { Field, InputType, ObjectType } from "type-graphql";

import { toUserItself, User } from "../user.graphql";
import type { LoggedIn } from "./login";

@InputType()
export class LoginInput {
  @Field(() => String)
  email!: string;

  @Field(() => String)
  password!: string;

  @Field(() => String, { nullable: true })
  secondFactor?: string | null;
}

@ObjectType()
export class AuthPayload {
  @Field(() => User)
  user!: User;

  @Field(() => String, { description: "For clients that send it as a Bearer token; browsers have it in a cookie already." })
  accessToken!: string;

  @Field(() => GraphQLDateTime, { description: "When the access token ends." })
  expiresAt!: Date;
}

/** A new session as its owner is told of it. The refresh token travels in the cookie alone. */
export const toAuthPayload = ({ user, accessToken, expiresAt }: LoggedIn): AuthPayload => ({ user: toUserItself(user), accessToken, expiresAt });
