import type Stripe from "stripe";

import { advanceClock, createClock, deleteClock } from "../billing";
import type { Books, Call, Routes } from "../books";
import { gone, listing, named, retrieve } from "./reading";

const KIND = "test_helpers.test_clock";

const advance = (books: Books, call: Call<Stripe.TestHelpers.TestClockAdvanceParams>) => advanceClock(books, named(books, KIND, call, "clock").id, call.params);

const remove = (books: Books, call: Call) => {
  const { id } = named(books, KIND, call, "clock");
  deleteClock(books, id);
  return gone(KIND, id);
};

export const testClockRoutes: Routes = {
  "POST /v1/test_helpers/test_clocks": (books, { params }: Call<Stripe.TestHelpers.TestClockCreateParams>) => createClock(books, params),
  "GET /v1/test_helpers/test_clocks": listing(KIND, "/v1/test_helpers/test_clocks"),
  "GET /v1/test_helpers/test_clocks/:clock": retrieve(KIND, "clock"),
  "POST /v1/test_helpers/test_clocks/:clock/advance": advance,
  "DELETE /v1/test_helpers/test_clocks/:clock": remove,
};
