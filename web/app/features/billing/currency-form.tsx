import { Form, useSubmit } from "@remix-run/react";
import { Button } from "../../ui/button";
import { currencyName } from "./wording/money";

interface CurrencyFormProps {
  currencies: readonly string[];
  chosen: string;
  /** The level that led here, kept in the address. */
  from: string | null;
}

/** The currency to pay in. It shows at once; without JavaScript a button does it. */
export function CurrencyForm({ currencies, chosen, from }: CurrencyFormProps) {
  const submit = useSubmit();
  if (currencies.length < 2) return null;
  return (
    <Form method="get" className="currency-form" preventScrollReset>
      {from && <input type="hidden" name="from" value={from} />}
      <label htmlFor="currency">Prices in</label>
      <select key={chosen} id="currency" name="currency" className="input" defaultValue={chosen} onChange={(event) => submit(event.currentTarget.form, { preventScrollReset: true })}>
        {currencies.map((currency) => <option key={currency} value={currency}>{currencyName(currency)}</option>)}
      </select>
      <Button kind="secondary" className="without-script">Show</Button>
    </Form>
  );
}
