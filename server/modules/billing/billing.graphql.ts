import { registerEnumType } from "type-graphql";

export enum Plan {
  FREE = "FREE",
  PREMIUM = "PREMIUM",
}

registerEnumType(Plan, { name: "Plan", description: "What can be used: the free plan has most of stage 1, premium everything." });
