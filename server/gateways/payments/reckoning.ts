import type Stripe from "stripe";

/** Whether discounts, taxes, a balance or further items play in with what is charged next: Stripe alone reckons those. Else it is the price. */
export function isReckonedByStripe(subscription: Stripe.Subscription, customer: Stripe.Customer | Stripe.DeletedCustomer): boolean {
  const { discounts, items: { data: items } } = subscription;
  return discounts.length > 0 || items.length > 1 || isTaxed(subscription) || ofCustomer(customer);
}

const isTaxed = ({ automatic_tax, default_tax_rates, items }: Stripe.Subscription): boolean =>
  automatic_tax.enabled || (default_tax_rates ?? []).length > 0 || items.data.some(({ tax_rates }) => (tax_rates ?? []).length > 0);

const ofCustomer = (customer: Stripe.Customer | Stripe.DeletedCustomer): boolean => !customer.deleted && (customer.balance !== 0 || Boolean(customer.discount));
