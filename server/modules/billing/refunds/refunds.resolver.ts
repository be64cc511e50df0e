import { Args, Ctx, Directive, Mutation, Resolver } from "type-graphql";

import type { Context } from "../../../platform/context";
import { Invoice, toInvoice } from "../invoices/invoice.graphql";
import { RefundArgs } from "./refund.graphql";
import { refundInvoice } from "./refund-invoice";

@Resolver()
export class RefundsResolver {
  @Mutation(() => Invoice, {
    description: "Gives back what was paid for an invoice, or a part of it. All of the last payment takes premium away and ends the subscription; a part takes nothing. CONFLICT for what can't be given back.",
  })
  @Directive("@auth(requires: ADMIN)")
  async refundInvoice(@Ctx() ctx: Context, @Args(() => RefundArgs) request: RefundArgs): Promise<Invoice> {
    return toInvoice(await refundInvoice(ctx, request));
  }
}
