import { Field, InputType } from "type-graphql";

@InputType()
export class UpdateProfileInput {
  @Field(() => String, { nullable: true, description: "Null or empty takes the name away; left out, it stays." })
  name?: string | null;

  @Field(() => String, { nullable: true, description: "IANA name, e.g. Europe/Berlin." })
  timeZone?: string | null;
}
