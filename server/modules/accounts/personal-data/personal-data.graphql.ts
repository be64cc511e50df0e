import { GraphQLDateTime } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";

@ObjectType()
export class DataExport {
  @Field(() => String)
  url!: string;

  @Field(() => GraphQLDateTime)
  expiresAt!: Date;
}
