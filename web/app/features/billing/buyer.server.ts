import { graphql } from "../../gql";
import type { Clock } from "./wording/dates";
import type { Buyer } from "./wording/standing";
import { bannerWords, type BannerWords } from "./wording/standing-words";

/** Somebody's own days, now. */
export const clockOf = ({ timeZone }: { timeZone: string }): Clock => ({ now: new Date(), timeZone });

/** The sentence above a learner's pages, if there is one to say. Whoever asks reads `...Buyer` of the learner. */
export const bannerFor = (me: Buyer & { timeZone: string }): BannerWords | null => bannerWords(me, clockOf(me));

/** What pages must know of a learner to say where they stand with premium. */
export const BuyerFragment = graphql(`
  fragment Buyer on User {
    plan
    timeZone
    subscription {
      status
      interval
      unitAmount
      currency
      currentPeriodEnd
      cancelAtPeriodEnd
      cancelAt
      trialEnd
      endedAt
      pastDueSince
      accessUntil
      nextPaymentAt
      nextPaymentAmount
      payUrl
      hasPendingUpdate
      revokedAt
      revokeReason
    }
  }
`);

/** Fetches the truth from Stripe now, for pages that somebody comes back to from there. */
export const RefreshSubscriptionDocument = graphql(`
  mutation RefreshSubscription {
    refreshSubscription {
      ...Buyer
    }
  }
`);
