import type { StripeSettings } from "../settings";
import type { Books } from "./books";
import type { Deliveries } from "./webhooks/deliveries";

/** What the hosted pages and the developer's page stand on. */
export interface StripePages {
  /** Change them within `books.atomically(() => …)`, so that a page's post is all or nothing. */
  books: Books;
  settings: StripeSettings;
  deliveries: Deliveries;
  /** Brings to pass what is due by now. */
  catchUp(): void;
}
