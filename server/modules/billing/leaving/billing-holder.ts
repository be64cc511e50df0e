import type { PersonalDataHolder } from "../../accounts";
import { endBilling } from "./end-billing";
import { exportBilling } from "./export.store";
import { askToForget } from "./forget-customer";
import { askToUpdate } from "./update-customer";

/** What billing holds on a person, and what it does when they change or go. */
export const billingHolder: PersonalDataHolder = {
  section: "billing",
  dataOf: exportBilling,
  afterChange: askToUpdate,
  endElsewhere: endBilling,
  beforeDeletion: askToForget,
};
