export interface CardFacts {
  brand: string;
  last4: string;
  expMonth: number;
  expYear: number;
}

/** As card companies write themselves; what isn't here is capitalised. */
const BRANDS: Readonly<Record<string, string>> = { amex: "American Express", diners: "Diners Club", jcb: "JCB", mastercard: "Mastercard", unionpay: "UnionPay", eftpos_au: "Eftpos", cartes_bancaires: "Cartes Bancaires", link: "Link", unknown: "a card" };

/** "Visa ending in 4242, good until 4/2030" */
export function cardWords({ brand, last4, expMonth, expYear }: CardFacts): string {
  const name = BRANDS[brand] ?? `${brand.slice(0, 1).toUpperCase()}${brand.slice(1).replaceAll("_", " ")}`;
  return `${name} ending in ${last4}, good until ${expMonth}/${expYear}`;
}
