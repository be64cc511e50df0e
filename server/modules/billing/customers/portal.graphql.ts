import { registerEnumType } from "type-graphql";

export enum PortalFlow {
  PAYMENT_METHOD_UPDATE = "PAYMENT_METHOD_UPDATE",
}

registerEnumType(PortalFlow, {
  name: "PortalFlow",
  description: "What the portal opens with.",
  valuesConfig: { PAYMENT_METHOD_UPDATE: { description: "Another card." } },
});
