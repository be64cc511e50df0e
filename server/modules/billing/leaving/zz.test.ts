import { aCheckout } from "../../../../sandbox/stripe/pages/testing";
import { PASSWORD } from "../../../testing";
import { accountSteps } from "../../../testing/accounts";
import { openShop } from "../../../testing/billing";
import { redeemTrial } from "../trials/trial-marks";
jest.setTimeout(60_000);
test("debug", async () => {
  const shop = await openShop();
  await shop.pays((await aCheckout(shop.stripe)).url);
  const out: string[] = [];
  for (const n of [1, 2, 4, 1]) {
    const person = await shop.world.aLearner({ email: `x${out.length}@etude.test` });
    await redeemTrial(shop.world.context(), { subscriptionId: "sub_before", emailKey: person.email, card: null });
    await shop.buys(person);
    const payments = shop.world.app.parts.gateways.payments;
    const t0 = Date.now();
    let waiting = true;
    const locks = (async () => { while (waiting) { const rows = await shop.world.db.$queryRaw<{ q: string; w: string }[]>`select left(query, 90) as q, wait_event as w from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`; if (rows.length) out.push(`${Date.now() - t0}: ${JSON.stringify(rows)}`); await new Promise((r) => setTimeout(r, 200)); } })();
    const codes = await Promise.all(Array.from({ length: n }, async () => { const { code } = await accountSteps(shop.as(person)).deleteMyAccount({ password: PASSWORD }); return `${code} ${Date.now() - t0}`; }));
    waiting = false; await locks; void payments;
    out.push(`${n}: ${codes.join(" | ")}`);
  }
  console.log(out.join("\n"));
  await shop.close();
});
