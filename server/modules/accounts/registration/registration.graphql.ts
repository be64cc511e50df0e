import { Field, InputType, ObjectType } from "type-graphql";

@InputType()
export class RegisterInput {
  @Field(() => String)
  email!: string;

  @Field(() => String, { description: "10 to 72 bytes, and not easy to guess." })
  password!: string;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => Boolean, { defaultValue: false })
  newsletterOptIn!: boolean;
}

@ObjectType()
export class RegisterPayload {
  @Field(() => String)
  message!: string;
}
