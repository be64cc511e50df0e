import { DELIVERY_ATTEMPTS, stateAfter } from "./delivery.rules";

test("an accepted mail is sent, a refused one is over, on whichever attempt", () => {
  for (const attempt of [1, DELIVERY_ATTEMPTS, DELIVERY_ATTEMPTS + 1]) {
    expect(stateAfter("accepted", attempt)).toBe("SENT");
    expect(stateAfter("rejected", attempt)).toBe("REJECTED");
  }
});

test("a failed handover is tried again, until the attempts are used up", () => {
  expect(stateAfter("failed", 1)).toBe("WAITING");
  expect(stateAfter("failed", DELIVERY_ATTEMPTS - 1)).toBe("WAITING");
  expect(stateAfter("failed", DELIVERY_ATTEMPTS)).toBe("FAILED");
});
