import { GraphQLDateTime } from "graphql-scalars";
import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { PageInfo } from "../../../platform/paging.graphql";
import type { InvoiceRow } from "./invoices.store";

export enum InvoiceStatus {
  DRAFT = "DRAFT",
  OPEN = "OPEN",
  PAID = "PAID",
  VOID = "VOID",
  UNCOLLECTIBLE = "UNCOLLECTIBLE",
}

registerEnumType(InvoiceStatus, { name: "InvoiceStatus", description: "Stripe's own invoice states." });

@ObjectType({ description: "What was, or is to be, paid." })
export class Invoice {
  @Field(() => ID, { description: "Etude's own, not Stripe's." })
  id!: string;

  @Field(() => String, { nullable: true, description: "As printed on it." })
  number!: string | null;

  @Field(() => Int, { description: "In the currency's smallest unit, as Stripe counts." })
  amountDue!: number;

  @Field(() => Int, { description: "What of it has been paid." })
  amountPaid!: number;

  @Field(() => Int, { description: "What of it was given back." })
  amountRefunded!: number;

  @Field(() => String, { description: "ISO 4217, in lower case." })
  currency!: string;

  @Field(() => InvoiceStatus, { description: "How it stands at Stripe." })
  status!: InvoiceStatus;

  @Field(() => String, { nullable: true, description: "Stripe's page of it, where an open one can be paid." })
  hostedUrl!: string | null;

  @Field(() => String, { nullable: true, description: "The invoice as PDF." })
  pdfUrl!: string | null;

  @Field(() => GraphQLDateTime, { description: "When it was written." })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When it was paid." })
  paidAt!: Date | null;
}

@ObjectType({ description: "One invoice on a page." })
export class InvoiceEdge {
  @Field(() => String, { description: "Opaque; for `after`." })
  cursor!: string;

  @Field(() => Invoice, { description: "The invoice itself." })
  node!: Invoice;
}

@ObjectType({ description: "A page of invoices, newest first." })
export class InvoiceConnection {
  @Field(() => [InvoiceEdge], { description: "Those on this page." })
  edges!: InvoiceEdge[];

  @Field(() => PageInfo, { description: "Where this page stands." })
  pageInfo!: PageInfo;
}

@ArgsType()
export class InvoicesArgs {
  @Field(() => Int, { defaultValue: 20, description: "How many, 1 to 100." })
  first!: number;

  @Field(() => String, { nullable: true, description: "The cursor behind which the page begins." })
  after?: string | null;
}

const STATUSES: Readonly<Record<string, InvoiceStatus>> = {
  draft: InvoiceStatus.DRAFT,
  open: InvoiceStatus.OPEN,
  paid: InvoiceStatus.PAID,
  void: InvoiceStatus.VOID,
  uncollectible: InvoiceStatus.UNCOLLECTIBLE,
};

/** A row as the API shows it. A status that we don't know shows as a draft's: nothing is asked for by it. */
export function toInvoice({ status, ...row }: InvoiceRow): Invoice {
  return Object.assign(new Invoice(), { ...row, status: STATUSES[status] ?? InvoiceStatus.DRAFT });
}
