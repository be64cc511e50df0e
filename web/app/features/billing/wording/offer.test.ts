import { offersOf, priceWords, type PriceFacts } from "./offer";

const clock = { now: new Date("2026-11-24T12:00:00Z"), timeZone: "Europe/Berlin" };
const monthly: PriceFacts = { id: "price_m", interval: "MONTH", unitAmount: 1200, currency: "eur", trialDays: 7 };
const yearly: PriceFacts = { id: "price_y", interval: "YEAR", unitAmount: 9600, currency: "eur", trialDays: 7 };
const withoutTrial = (price: PriceFacts) => ({ ...price, trialDays: null });

test("a trial says when it costs what, and how not to pay", () => {
  const [, offer] = offersOf([monthly, yearly], clock);
  expect(offer).toMatchObject({ name: "Yearly", tag: "€96", per: "a year", aside: "Comes to €8 a month, 33 % less." });
  expect(offer?.steps).toEqual([
    { when: "Today", what: "Premium opens. Nothing is charged.", paid: false },
    { when: "28 November 2026", what: "We remind you by e-mail.", paid: false },
    { when: "1 December 2026", what: "€96.00 is charged, and again each year until you cancel. Cancel before, and you pay nothing.", paid: true },
  ]);
});

test("a visitor, whose day we don't know, is told how many days from now", () => {
  expect(offersOf([monthly], null)[0]?.steps.map(({ when }) => when)).toEqual(["Today", "In 4 days", "In 7 days"]);
});

test("without a trial the first payment is today, and the second is named too", () => {
  expect(offersOf([withoutTrial(monthly)], clock)[0]?.steps).toEqual([
    { when: "Today", what: "€12.00 is charged, and Premium opens.", paid: true },
    { when: "24 December 2026", what: "€12.00 is charged again, and so each month until you cancel. What is paid stays yours to its end.", paid: true },
  ]);
  expect(offersOf([withoutTrial(yearly)], clock)[0]?.steps[1]?.when).toBe("24 November 2027");
});

test("a trial of three days or less has no day for a reminder", () => {
  expect(offersOf([{ ...monthly, trialDays: 3 }], clock)[0]?.steps.map(({ when }) => when)).toEqual(["Today", "27 November 2026"]);
});

test("what a year saves is never rounded in our favour, and no saving is claimed where there is none", () => {
  const aside = (unitAmount: number) => offersOf([monthly, { ...yearly, unitAmount }], clock)[1]?.aside;
  expect(aside(9649)).toBe("Comes to €8.05 a month, 32 % less.");
  expect(aside(14_400)).toBe("Comes to €12 a month.");
  expect(offersOf([yearly], clock)[0]?.aside).toBe("Comes to €8 a month.");
});

test("yen are offered whole", () => {
  const [offer] = offersOf([{ ...monthly, unitAmount: 1900, currency: "jpy" }], clock);
  expect(offer?.tag).toBe("JP¥1,900");
  expect(priceWords({ ...monthly, unitAmount: 1900, currency: "jpy" })).toBe("JP¥1,900 a month");
});
