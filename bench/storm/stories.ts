import type Stripe from "stripe";

/** What a story may do to its customer. */
export interface Told {
  stripe: Stripe;
  clock: string;
  customer: string;
  userId: string;
  prices: { month: string; year: string };
  /** Lets so many days pass. */
  pass(days: number): Promise<void>;
}

export interface Story {
  /** Days from its beginning to its end, which is now. */
  lasts: number;
  tell(told: Told): Promise<void>;
}

const subscribe = ({ stripe, customer, userId, prices }: Told, more: Partial<Stripe.SubscriptionCreateParams> = {}) =>
  stripe.subscriptions.create({ customer, items: [{ price: prices.month }], metadata: { userId }, ...more });

const payWith = async ({ stripe, customer }: Told, card: string) => {
  const { id } = await stripe.paymentMethods.attach(card, { customer });
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: id } });
};

const paymentsOf = async ({ stripe, customer }: Told) => (await stripe.charges.list({ customer, limit: 100 })).data.filter(({ paid }) => paid);

const latestPayment = async (told: Told) => {
  const [charge] = await paymentsOf(told);
  if (!charge) throw new Error("This story has no payment to speak of.");
  return charge;
};

/** What happens to members, each kind about as often. Stripe's own test cards and test clock make it happen. */
export const stories: Readonly<Record<string, Story>> = {
  "renews for months": {
    lasts: 95,
    async tell(told) {
      await subscribe(told);
      await told.pass(95);
    },
  },
  "starts with a trial, then pays": {
    lasts: 45,
    async tell(told) {
      await subscribe(told, { trial_period_days: 7 });
      await told.pass(45);
    },
  },
  "ends the trial without paying": {
    lasts: 10,
    async tell(told) {
      const { id } = await subscribe(told, { trial_period_days: 7 });
      await told.stripe.subscriptions.update(id, { cancel_at_period_end: true });
      await told.pass(10);
    },
  },
  "cancels, and stays to the end": {
    lasts: 75,
    async tell(told) {
      const { id } = await subscribe(told);
      await told.pass(40);
      await told.stripe.subscriptions.update(id, { cancel_at_period_end: true });
      await told.pass(35);
    },
  },
  "has just cancelled": {
    lasts: 10,
    async tell(told) {
      const { id } = await subscribe(told);
      await told.pass(9);
      await told.stripe.subscriptions.update(id, { cancel_at_period_end: true });
      await told.pass(1);
    },
  },
  "is near the end of a trial": {
    lasts: 5,
    async tell(told) {
      await subscribe(told, { trial_period_days: 7 });
      await told.pass(5);
    },
  },
  "cancels and comes back": {
    lasts: 40,
    async tell(told) {
      const { id } = await subscribe(told);
      await told.pass(10);
      await told.stripe.subscriptions.update(id, { cancel_at_period_end: true });
      await told.stripe.subscriptions.update(id, { cancel_at_period_end: false });
      await told.pass(30);
    },
  },
  "moves to the year": {
    lasts: 17,
    async tell(told) {
      const { id, items } = await subscribe(told);
      await told.pass(12);
      await told.stripe.subscriptions.update(id, { items: [{ id: items.data[0]?.id, price: told.prices.year }], proration_behavior: "always_invoice" });
      await told.pass(5);
    },
  },
  "fails to pay, then pays": {
    lasts: 35,
    async tell(told) {
      await subscribe(told);
      await payWith(told, "pm_card_chargeCustomerFail");
      await told.pass(33);
      await payWith(told, "pm_card_visa");
      const open = await told.stripe.invoices.list({ customer: told.customer, status: "open" });
      for (const { id } of open.data) await told.stripe.invoices.pay(id as string);
      await told.pass(2);
    },
  },
  "is behind with a payment": {
    lasts: 33,
    async tell(told) {
      await subscribe(told);
      await payWith(told, "pm_card_chargeCustomerFail");
      await told.pass(33);
    },
  },
  "never pays again": {
    lasts: 60,
    async tell(told) {
      await subscribe(told);
      await payWith(told, "pm_card_chargeCustomerFail");
      await told.pass(60);
    },
  },
  "gets a part back": {
    lasts: 35,
    async tell(told) {
      await subscribe(told);
      await told.pass(35);
      const charge = await latestPayment(told);
      await told.stripe.refunds.create({ charge: charge.id, amount: 200 });
      await told.stripe.refunds.create({ charge: charge.id, amount: 300 });
    },
  },
  "gets everything back": {
    lasts: 35,
    async tell(told) {
      await subscribe(told);
      await told.pass(35);
      await told.stripe.refunds.create({ charge: (await latestPayment(told)).id });
    },
  },
  "disputes a payment": {
    lasts: 1,
    async tell(told) {
      await payWith(told, "pm_card_createDispute");
      await subscribe(told);
      await told.pass(1);
    },
  },
};
