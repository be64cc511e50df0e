/** ISO 3166-1 alpha-2, in which Stripe wants countries. */
const CODES =
  "AD AE AF AG AI AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CV CY CZ DE DJ DK DM DO DZ " +
  "EC EE EG ES ET FI FJ FM FR GA GB GD GE GH GI GL GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IS IT JM JO JP KE KG KH KI KM KN KR KW KZ LA LB LC LI LK LR LS LT LU LV LY " +
  "MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RW SA SB SC SE SG SI SK SL SM SN SO SR SS ST SV SZ " +
  "TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW";

const names = new Intl.DisplayNames("en", { type: "region" });

/** Code → name, in the order of the names. */
export const COUNTRIES: Readonly<Record<string, string>> = Object.fromEntries(
  CODES.split(" ")
    .map((code) => [code, names.of(code) ?? code] as const)
    .sort(([, one], [, other]) => one.localeCompare(other, "en")),
);

const USUAL = "DE";

/** The country that a browser's languages speak of: `fr-CH, fr;q=0.9` is CH. */
export function countryFrom(languages: string | undefined): string {
  const region = /[a-z]{2,3}-([A-Z]{2})\b/.exec(languages ?? "")?.[1];
  return region && Object.hasOwn(COUNTRIES, region) ? region : USUAL;
}
