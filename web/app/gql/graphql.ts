/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Which field of AnswerInput a question wants. */
export type AnswerForm =
  | 'CHOICE'
  | 'RECORDING'
  | 'SEQUENCE'
  | 'TAPS';

/** Give the one that the question's answerForm asks for; a recording is uploaded first (POST /api/recordings). */
export type AnswerInput = {
  choice?: string | null | undefined;
  /** Counted from 0. */
  index: number;
  practiceId: string;
  recordingId?: string | null | undefined;
  sequence?: Array<string> | null | undefined;
  tapsMs?: Array<number> | null | undefined;
};

/** How often is paid. */
export type BillingInterval =
  | 'MONTH'
  | 'YEAR';

/** Stripe's own invoice states. */
export type InvoiceStatus =
  | 'DRAFT'
  | 'OPEN'
  | 'PAID'
  | 'UNCOLLECTIBLE'
  | 'VOID';

export type LoginInput = {
  email: string;
  password: string;
  secondFactor?: string | null | undefined;
};

/** What can be used: the free plan has most of stage 1, premium everything. */
export type Plan =
  | 'FREE'
  | 'PREMIUM';

/** What the portal opens with. */
export type PortalFlow =
  /** Another card. */
  | 'PAYMENT_METHOD_UPDATE';

export type PracticeStatus =
  /** Not finished within 24 hours. */
  | 'EXPIRED'
  | 'FINISHED'
  | 'IN_PROGRESS';

export type RegisterInput = {
  email: string;
  name?: string | null | undefined;
  newsletterOptIn?: boolean;
  /** 10 to 72 bytes, and not easy to guess. */
  password: string;
};

/** Why access ended before what was paid for was over. */
export type RevokeReason =
  /** The payment was taken back through the bank. */
  | 'DISPUTED'
  /** The last payment was given back in full. */
  | 'REFUNDED';

/** Stripe's own subscription states. One that we don't know yet shows as UNPAID: it gives nothing, and it has not ended. */
export type SubscriptionStatus =
  | 'ACTIVE'
  | 'CANCELED'
  | 'INCOMPLETE'
  | 'INCOMPLETE_EXPIRED'
  | 'PAST_DUE'
  | 'PAUSED'
  | 'TRIALING'
  | 'UNPAID';

export type UpdateProfileInput = {
  /** Null or empty takes the name away; left out, it stays. */
  name?: string | null | undefined;
  /** IANA name, e.g. Europe/Berlin. */
  timeZone?: string | null | undefined;
};

export type BuyerFragment = { plan: Plan, timeZone: string, subscription: { status: SubscriptionStatus, interval: BillingInterval | null, unitAmount: number | null, currency: string, currentPeriodEnd: string | null, cancelAtPeriodEnd: boolean, cancelAt: string | null, trialEnd: string | null, endedAt: string | null, pastDueSince: string | null, accessUntil: string | null, nextPaymentAt: string | null, nextPaymentAmount: number | null, payUrl: string | null, hasPendingUpdate: boolean, revokedAt: string | null, revokeReason: RevokeReason | null } | null };

export type RefreshSubscriptionMutationVariables = Exact<{ [key: string]: never; }>;


export type RefreshSubscriptionMutation = { refreshSubscription: { plan: Plan, timeZone: string, subscription: { status: SubscriptionStatus, interval: BillingInterval | null, unitAmount: number | null, currency: string, currentPeriodEnd: string | null, cancelAtPeriodEnd: boolean, cancelAt: string | null, trialEnd: string | null, endedAt: string | null, pastDueSince: string | null, accessUntil: string | null, nextPaymentAt: string | null, nextPaymentAmount: number | null, payUrl: string | null, hasPendingUpdate: boolean, revokedAt: string | null, revokeReason: RevokeReason | null } | null } };

export type VisitorQueryVariables = Exact<{ [key: string]: never; }>;


export type VisitorQuery = { me: { id: string, email: string } | null };

export type DeleteMyAccountMutationVariables = Exact<{
  password: string;
}>;


export type DeleteMyAccountMutation = { deleteMyAccount: boolean };

export type RequestEmailChangeMutationVariables = Exact<{
  newEmail: string;
  password: string;
}>;


export type RequestEmailChangeMutation = { requestEmailChange: boolean };

export type ChangePasswordMutationVariables = Exact<{
  currentPassword: string;
  newPassword: string;
}>;


export type ChangePasswordMutation = { changePassword: boolean };

export type AccountQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountQuery = { me: { id: string, email: string, pendingEmail: string | null, name: string | null, timeZone: string, newsletterOptIn: boolean, plan: Plan } | null };

export type UpdateProfileMutationVariables = Exact<{
  input: UpdateProfileInput;
}>;


export type UpdateProfileMutation = { updateProfile: { id: string } };

export type SetNewsletterOptInMutationVariables = Exact<{
  optIn: boolean;
}>;


export type SetNewsletterOptInMutation = { setNewsletterOptIn: { id: string } };

export type ExportMyDataMutationVariables = Exact<{ [key: string]: never; }>;


export type ExportMyDataMutation = { exportMyData: { url: string, expiresAt: string } };

export type LogoutEverywhereMutationVariables = Exact<{ [key: string]: never; }>;


export type LogoutEverywhereMutation = { logoutEverywhere: boolean };

export type CancellingQueryVariables = Exact<{ [key: string]: never; }>;


export type CancellingQuery = { me: { plan: Plan, timeZone: string, subscription: { status: SubscriptionStatus, interval: BillingInterval | null, unitAmount: number | null, currency: string, currentPeriodEnd: string | null, cancelAtPeriodEnd: boolean, cancelAt: string | null, trialEnd: string | null, endedAt: string | null, pastDueSince: string | null, accessUntil: string | null, nextPaymentAt: string | null, nextPaymentAmount: number | null, payUrl: string | null, hasPendingUpdate: boolean, revokedAt: string | null, revokeReason: RevokeReason | null } | null } | null };

export type CancelSubscriptionMutationVariables = Exact<{
  reason?: string | null | undefined;
}>;


export type CancelSubscriptionMutation = { cancelSubscription: { id: string } };

export type ChangingQueryVariables = Exact<{ [key: string]: never; }>;


export type ChangingQuery = { me: { plan: Plan, timeZone: string, subscription: { status: SubscriptionStatus, interval: BillingInterval | null, unitAmount: number | null, currency: string, currentPeriodEnd: string | null, cancelAtPeriodEnd: boolean, cancelAt: string | null, trialEnd: string | null, endedAt: string | null, pastDueSince: string | null, accessUntil: string | null, nextPaymentAt: string | null, nextPaymentAmount: number | null, payUrl: string | null, hasPendingUpdate: boolean, revokedAt: string | null, revokeReason: RevokeReason | null, price: { id: string } | null } | null } | null, prices: Array<{ id: string, interval: BillingInterval }> };

export type PricesToChangeToQueryVariables = Exact<{
  currency: string;
}>;


export type PricesToChangeToQuery = { prices: Array<{ id: string, interval: BillingInterval, unitAmount: number, currency: string }> };

export type PricePaidQueryVariables = Exact<{ [key: string]: never; }>;


export type PricePaidQuery = { me: { subscription: { price: { id: string } | null } | null } | null };

export type PreviewPriceChangeQueryVariables = Exact<{
  priceId: string;
}>;


export type PreviewPriceChangeQuery = { previewPriceChange: { currency: string, amountDue: number, nextPaymentAt: string | null, nextPaymentAmount: number | null, prorationDate: string, lines: Array<{ description: string, amount: number }> } };

export type ChangeSubscriptionPriceMutationVariables = Exact<{
  priceId: string;
  prorationDate?: string | null | undefined;
}>;


export type ChangeSubscriptionPriceMutation = { changeSubscriptionPrice: { id: string } };

export type WelcomeQueryVariables = Exact<{ [key: string]: never; }>;


export type WelcomeQuery = { me: { plan: Plan, timeZone: string, subscription: { status: SubscriptionStatus, interval: BillingInterval | null, unitAmount: number | null, currency: string, currentPeriodEnd: string | null, cancelAtPeriodEnd: boolean, cancelAt: string | null, trialEnd: string | null, endedAt: string | null, pastDueSince: string | null, accessUntil: string | null, nextPaymentAt: string | null, nextPaymentAmount: number | null, payUrl: string | null, hasPendingUpdate: boolean, revokedAt: string | null, revokeReason: RevokeReason | null } | null } | null };

export type WantedLevelQueryVariables = Exact<{
  id: string;
}>;


export type WantedLevelQuery = { level: { id: string, title: string, unlocked: boolean } | null };

export type BillingQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type BillingQuery = { me: { plan: Plan, timeZone: string, subscription: { status: SubscriptionStatus, interval: BillingInterval | null, unitAmount: number | null, currency: string, currentPeriodEnd: string | null, cancelAtPeriodEnd: boolean, cancelAt: string | null, trialEnd: string | null, endedAt: string | null, pastDueSince: string | null, accessUntil: string | null, nextPaymentAt: string | null, nextPaymentAmount: number | null, payUrl: string | null, hasPendingUpdate: boolean, revokedAt: string | null, revokeReason: RevokeReason | null, price: { id: string } | null, card: { brand: string, last4: string, expMonth: number, expYear: number } | null } | null, invoices: { edges: Array<{ node: { id: string, number: string | null, amountDue: number, amountPaid: number, amountRefunded: number, currency: string, status: InvoiceStatus, hostedUrl: string | null, pdfUrl: string | null, createdAt: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type IntervalsQueryVariables = Exact<{ [key: string]: never; }>;


export type IntervalsQuery = { prices: Array<{ id: string, interval: BillingInterval }> };

export type ResumeSubscriptionMutationVariables = Exact<{ [key: string]: never; }>;


export type ResumeSubscriptionMutation = { resumeSubscription: { id: string } };

export type CreateCustomerPortalSessionMutationVariables = Exact<{
  flow?: PortalFlow | null | undefined;
}>;


export type CreateCustomerPortalSessionMutation = { createCustomerPortalSession: { url: string } };

export type ResendVerificationMutationVariables = Exact<{
  email: string;
}>;


export type ResendVerificationMutation = { resendVerification: boolean };

export type ConfirmEmailChangeMutationVariables = Exact<{
  token: string;
}>;


export type ConfirmEmailChangeMutation = { confirmEmailChange: boolean };

export type DashboardQueryVariables = Exact<{ [key: string]: never; }>;


export type DashboardQuery = { me: { name: string | null, plan: Plan, timeZone: string, stats: { practices: number, answers: number, accuracy: number, currentStreakDays: number, longestStreakDays: number, levelsCompleted: number, practisedToday: boolean }, progress: Array<{ id: string, score: number, completed: boolean, stars: number, updatedAt: string, level: { id: string, title: string } }>, subscription: { status: SubscriptionStatus, interval: BillingInterval | null, unitAmount: number | null, currency: string, currentPeriodEnd: string | null, cancelAtPeriodEnd: boolean, cancelAt: string | null, trialEnd: string | null, endedAt: string | null, pastDueSince: string | null, accessUntil: string | null, nextPaymentAt: string | null, nextPaymentAmount: number | null, payUrl: string | null, hasPendingUpdate: boolean, revokedAt: string | null, revokeReason: RevokeReason | null } | null } | null, openPractice: { id: string, answered: number, questionCount: number, level: { id: string, title: string } } | null, suggestedLevel: { id: string, title: string, description: string, kind: string, questionCount: number } | null, tracks: Array<{ id: string, title: string, levels: Array<{ id: string, title: string, stage: number, plan: Plan, unlocked: boolean, requires: Array<{ id: string, title: string, progress: { completed: boolean } | null }>, progress: { completed: boolean, stars: number, score: number } | null }> }> };

export type RequestPasswordResetMutationVariables = Exact<{
  email: string;
}>;


export type RequestPasswordResetMutation = { requestPasswordReset: boolean };

export type StartPracticeMutationVariables = Exact<{
  levelId: string;
}>;


export type StartPracticeMutation = { startPractice: { id: string } };

export type LevelsQueryVariables = Exact<{ [key: string]: never; }>;


export type LevelsQuery = { me: { plan: Plan, timeZone: string, subscription: { status: SubscriptionStatus, interval: BillingInterval | null, unitAmount: number | null, currency: string, currentPeriodEnd: string | null, cancelAtPeriodEnd: boolean, cancelAt: string | null, trialEnd: string | null, endedAt: string | null, pastDueSince: string | null, accessUntil: string | null, nextPaymentAt: string | null, nextPaymentAmount: number | null, payUrl: string | null, hasPendingUpdate: boolean, revokedAt: string | null, revokeReason: RevokeReason | null } | null } | null, suggestedLevel: { id: string } | null, tracks: Array<{ id: string, title: string, description: string, levels: Array<{ id: string, title: string, description: string, stage: number, plan: Plan, unlocked: boolean, requires: Array<{ id: string, title: string, progress: { completed: boolean } | null }>, progress: { completed: boolean, stars: number, score: number } | null }> }> };

export type LoginMutationVariables = Exact<{
  input: LoginInput;
}>;


export type LoginMutation = { login: { user: { id: string } } };

export type LogoutMutationVariables = Exact<{ [key: string]: never; }>;


export type LogoutMutation = { logout: boolean };

export type PracticeResultQueryVariables = Exact<{
  id: string;
}>;


export type PracticeResultQuery = { practice: { level: { id: string, title: string, passScore: number }, result: { passed: boolean, score: number, stars: number, correct: number, questionCount: number, newBest: boolean, progress: { attempts: number }, nextLevel: { id: string, title: string, unlocked: boolean } | null, stats: { currentStreakDays: number, practisedToday: boolean }, mistakes: Array<{ index: number, prompt: string, given: string, explanation: string, solution: { choices: Array<string>, text: string, notation: string | null, audioUrl: string | null } }> } | null } | null };

export type PracticeQueryVariables = Exact<{
  id: string;
}>;


export type PracticeQuery = { practice: { status: PracticeStatus, questionCount: number, answered: number, level: { id: string, title: string, timeLimitMs: number | null } } | null };

export type NextQuestionQueryVariables = Exact<{
  id: string;
}>;


export type NextQuestionQuery = { practice: { answered: number, nextQuestion: { index: number, kind: string, prompt: string, notation: string | null, audioUrl: string | null, timeLimitMs: number | null, answerForm: AnswerForm, answerLength: number | null, choices: Array<{ id: string, label: string, notation: string | null }> } | null } | null };

export type AskedFragment = { index: number, kind: string, prompt: string, notation: string | null, audioUrl: string | null, timeLimitMs: number | null, answerForm: AnswerForm, answerLength: number | null, choices: Array<{ id: string, label: string, notation: string | null }> };

export type AnswerQuestionMutationVariables = Exact<{
  input: AnswerInput;
  ahead: boolean;
}>;


export type AnswerQuestionMutation = { answerQuestion: { correct: boolean, credit: number, inTime: boolean, explanation: string, solution: { choices: Array<string>, text: string, notation: string | null, audioUrl: string | null }, given: { choices: Array<string>, text: string, notation: string | null, audioUrl: string | null } | null, practice: { answered: number, nextQuestion?: { index: number, kind: string, prompt: string, notation: string | null, audioUrl: string | null, timeLimitMs: number | null, answerForm: AnswerForm, answerLength: number | null, choices: Array<{ id: string, label: string, notation: string | null }> } | null } } };

export type AnswerShownFragment = { choices: Array<string>, text: string, notation: string | null, audioUrl: string | null };

export type SaveProgressMutationVariables = Exact<{
  practiceId: string;
}>;


export type SaveProgressMutation = { saveProgress: { passed: boolean } };

export type PricingQueryVariables = Exact<{ [key: string]: never; }>;


export type PricingQuery = { me: { plan: Plan, timeZone: string, subscription: { status: SubscriptionStatus, interval: BillingInterval | null, unitAmount: number | null, currency: string, currentPeriodEnd: string | null, cancelAtPeriodEnd: boolean, cancelAt: string | null, trialEnd: string | null, endedAt: string | null, pastDueSince: string | null, accessUntil: string | null, nextPaymentAt: string | null, nextPaymentAmount: number | null, payUrl: string | null, hasPendingUpdate: boolean, revokedAt: string | null, revokeReason: RevokeReason | null } | null } | null, tracks: Array<{ id: string, title: string, levels: Array<{ plan: Plan }> }> };

export type LevelForSaleQueryVariables = Exact<{
  id: string;
}>;


export type LevelForSaleQuery = { level: { title: string, plan: Plan, requires: Array<{ title: string, progress: { completed: boolean } | null }> } | null };

export type PricesQueryVariables = Exact<{
  currency?: string | null | undefined;
}>;


export type PricesQuery = { prices: Array<{ id: string, interval: BillingInterval, unitAmount: number, currency: string, currencies: Array<string>, trialDays: number | null }> };

export type CreateCheckoutSessionMutationVariables = Exact<{
  priceId: string;
  currency?: string | null | undefined;
}>;


export type CreateCheckoutSessionMutation = { createCheckoutSession: { url: string } };

export type ResetPasswordMutationVariables = Exact<{
  token: string;
  newPassword: string;
}>;


export type ResetPasswordMutation = { resetPassword: boolean };

export type RegisterMutationVariables = Exact<{
  input: RegisterInput;
}>;


export type RegisterMutation = { register: { message: string } };

export type UndoEmailChangeMutationVariables = Exact<{
  token: string;
}>;


export type UndoEmailChangeMutation = { undoEmailChange: boolean };

export type VerifyEmailMutationVariables = Exact<{
  token: string;
}>;


export type VerifyEmailMutation = { verifyEmail: { user: { id: string } } };

export type SetFirstTimeZoneMutationVariables = Exact<{
  timeZone: string;
}>;


export type SetFirstTimeZoneMutation = { updateProfile: { id: string } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const BuyerFragmentDoc = new TypedDocumentString(`
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
    `, {"fragmentName":"Buyer"}) as unknown as TypedDocumentString<BuyerFragment, unknown>;
export const AskedFragmentDoc = new TypedDocumentString(`
    fragment Asked on Question {
  index
  kind
  prompt
  notation
  audioUrl
  timeLimitMs
  answerForm
  answerLength
  choices {
    id
    label
    notation
  }
}
    `, {"fragmentName":"Asked"}) as unknown as TypedDocumentString<AskedFragment, unknown>;
export const AnswerShownFragmentDoc = new TypedDocumentString(`
    fragment AnswerShown on Solution {
  choices
  text
  notation
  audioUrl
}
    `, {"fragmentName":"AnswerShown"}) as unknown as TypedDocumentString<AnswerShownFragment, unknown>;
export const RefreshSubscriptionDocument = new TypedDocumentString(`
    mutation RefreshSubscription {
  refreshSubscription {
    ...Buyer
  }
}
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
}`) as unknown as TypedDocumentString<RefreshSubscriptionMutation, RefreshSubscriptionMutationVariables>;
export const VisitorDocument = new TypedDocumentString(`
    query Visitor {
  me {
    id
    email
  }
}
    `) as unknown as TypedDocumentString<VisitorQuery, VisitorQueryVariables>;
export const DeleteMyAccountDocument = new TypedDocumentString(`
    mutation DeleteMyAccount($password: String!) {
  deleteMyAccount(password: $password)
}
    `) as unknown as TypedDocumentString<DeleteMyAccountMutation, DeleteMyAccountMutationVariables>;
export const RequestEmailChangeDocument = new TypedDocumentString(`
    mutation RequestEmailChange($newEmail: String!, $password: String!) {
  requestEmailChange(newEmail: $newEmail, password: $password)
}
    `) as unknown as TypedDocumentString<RequestEmailChangeMutation, RequestEmailChangeMutationVariables>;
export const ChangePasswordDocument = new TypedDocumentString(`
    mutation ChangePassword($currentPassword: String!, $newPassword: String!) {
  changePassword(currentPassword: $currentPassword, newPassword: $newPassword)
}
    `) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const AccountDocument = new TypedDocumentString(`
    query Account {
  me {
    id
    email
    pendingEmail
    name
    timeZone
    newsletterOptIn
    plan
  }
}
    `) as unknown as TypedDocumentString<AccountQuery, AccountQueryVariables>;
export const UpdateProfileDocument = new TypedDocumentString(`
    mutation UpdateProfile($input: UpdateProfileInput!) {
  updateProfile(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<UpdateProfileMutation, UpdateProfileMutationVariables>;
export const SetNewsletterOptInDocument = new TypedDocumentString(`
    mutation SetNewsletterOptIn($optIn: Boolean!) {
  setNewsletterOptIn(optIn: $optIn) {
    id
  }
}
    `) as unknown as TypedDocumentString<SetNewsletterOptInMutation, SetNewsletterOptInMutationVariables>;
export const ExportMyDataDocument = new TypedDocumentString(`
    mutation ExportMyData {
  exportMyData {
    url
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<ExportMyDataMutation, ExportMyDataMutationVariables>;
export const LogoutEverywhereDocument = new TypedDocumentString(`
    mutation LogoutEverywhere {
  logoutEverywhere
}
    `) as unknown as TypedDocumentString<LogoutEverywhereMutation, LogoutEverywhereMutationVariables>;
export const CancellingDocument = new TypedDocumentString(`
    query Cancelling {
  me {
    ...Buyer
  }
}
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
}`) as unknown as TypedDocumentString<CancellingQuery, CancellingQueryVariables>;
export const CancelSubscriptionDocument = new TypedDocumentString(`
    mutation CancelSubscription($reason: String) {
  cancelSubscription(reason: $reason) {
    id
  }
}
    `) as unknown as TypedDocumentString<CancelSubscriptionMutation, CancelSubscriptionMutationVariables>;
export const ChangingDocument = new TypedDocumentString(`
    query Changing {
  me {
    ...Buyer
    subscription {
      price {
        id
      }
    }
  }
  prices {
    id
    interval
  }
}
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
}`) as unknown as TypedDocumentString<ChangingQuery, ChangingQueryVariables>;
export const PricesToChangeToDocument = new TypedDocumentString(`
    query PricesToChangeTo($currency: String!) {
  prices(currency: $currency) {
    id
    interval
    unitAmount
    currency
  }
}
    `) as unknown as TypedDocumentString<PricesToChangeToQuery, PricesToChangeToQueryVariables>;
export const PricePaidDocument = new TypedDocumentString(`
    query PricePaid {
  me {
    subscription {
      price {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PricePaidQuery, PricePaidQueryVariables>;
export const PreviewPriceChangeDocument = new TypedDocumentString(`
    query PreviewPriceChange($priceId: ID!) {
  previewPriceChange(priceId: $priceId) {
    currency
    amountDue
    lines {
      description
      amount
    }
    nextPaymentAt
    nextPaymentAmount
    prorationDate
  }
}
    `) as unknown as TypedDocumentString<PreviewPriceChangeQuery, PreviewPriceChangeQueryVariables>;
export const ChangeSubscriptionPriceDocument = new TypedDocumentString(`
    mutation ChangeSubscriptionPrice($priceId: ID!, $prorationDate: DateTime) {
  changeSubscriptionPrice(priceId: $priceId, prorationDate: $prorationDate) {
    id
  }
}
    `) as unknown as TypedDocumentString<ChangeSubscriptionPriceMutation, ChangeSubscriptionPriceMutationVariables>;
export const WelcomeDocument = new TypedDocumentString(`
    query Welcome {
  me {
    ...Buyer
  }
}
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
}`) as unknown as TypedDocumentString<WelcomeQuery, WelcomeQueryVariables>;
export const WantedLevelDocument = new TypedDocumentString(`
    query WantedLevel($id: ID!) {
  level(id: $id) {
    id
    title
    unlocked
  }
}
    `) as unknown as TypedDocumentString<WantedLevelQuery, WantedLevelQueryVariables>;
export const BillingDocument = new TypedDocumentString(`
    query Billing($first: Int!, $after: String) {
  me {
    ...Buyer
    subscription {
      price {
        id
      }
      card {
        brand
        last4
        expMonth
        expYear
      }
    }
    invoices(first: $first, after: $after) {
      edges {
        node {
          id
          number
          amountDue
          amountPaid
          amountRefunded
          currency
          status
          hostedUrl
          pdfUrl
          createdAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
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
}`) as unknown as TypedDocumentString<BillingQuery, BillingQueryVariables>;
export const IntervalsDocument = new TypedDocumentString(`
    query Intervals {
  prices {
    id
    interval
  }
}
    `) as unknown as TypedDocumentString<IntervalsQuery, IntervalsQueryVariables>;
export const ResumeSubscriptionDocument = new TypedDocumentString(`
    mutation ResumeSubscription {
  resumeSubscription {
    id
  }
}
    `) as unknown as TypedDocumentString<ResumeSubscriptionMutation, ResumeSubscriptionMutationVariables>;
export const CreateCustomerPortalSessionDocument = new TypedDocumentString(`
    mutation CreateCustomerPortalSession($flow: PortalFlow) {
  createCustomerPortalSession(flow: $flow) {
    url
  }
}
    `) as unknown as TypedDocumentString<CreateCustomerPortalSessionMutation, CreateCustomerPortalSessionMutationVariables>;
export const ResendVerificationDocument = new TypedDocumentString(`
    mutation ResendVerification($email: String!) {
  resendVerification(email: $email)
}
    `) as unknown as TypedDocumentString<ResendVerificationMutation, ResendVerificationMutationVariables>;
export const ConfirmEmailChangeDocument = new TypedDocumentString(`
    mutation ConfirmEmailChange($token: String!) {
  confirmEmailChange(token: $token)
}
    `) as unknown as TypedDocumentString<ConfirmEmailChangeMutation, ConfirmEmailChangeMutationVariables>;
export const DashboardDocument = new TypedDocumentString(`
    query Dashboard {
  me {
    ...Buyer
    name
    stats {
      practices
      answers
      accuracy
      currentStreakDays
      longestStreakDays
      levelsCompleted
      practisedToday
    }
    progress {
      id
      score
      completed
      stars
      updatedAt
      level {
        id
        title
      }
    }
  }
  openPractice {
    id
    answered
    questionCount
    level {
      id
      title
    }
  }
  suggestedLevel {
    id
    title
    description
    kind
    questionCount
  }
  tracks {
    id
    title
    levels {
      id
      title
      stage
      plan
      unlocked
      requires {
        id
        title
        progress {
          completed
        }
      }
      progress {
        completed
        stars
        score
      }
    }
  }
}
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
}`) as unknown as TypedDocumentString<DashboardQuery, DashboardQueryVariables>;
export const RequestPasswordResetDocument = new TypedDocumentString(`
    mutation RequestPasswordReset($email: String!) {
  requestPasswordReset(email: $email)
}
    `) as unknown as TypedDocumentString<RequestPasswordResetMutation, RequestPasswordResetMutationVariables>;
export const StartPracticeDocument = new TypedDocumentString(`
    mutation StartPractice($levelId: ID!) {
  startPractice(levelId: $levelId) {
    id
  }
}
    `) as unknown as TypedDocumentString<StartPracticeMutation, StartPracticeMutationVariables>;
export const LevelsDocument = new TypedDocumentString(`
    query Levels {
  me {
    ...Buyer
  }
  suggestedLevel {
    id
  }
  tracks {
    id
    title
    description
    levels {
      id
      title
      description
      stage
      plan
      unlocked
      requires {
        id
        title
        progress {
          completed
        }
      }
      progress {
        completed
        stars
        score
      }
    }
  }
}
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
}`) as unknown as TypedDocumentString<LevelsQuery, LevelsQueryVariables>;
export const LoginDocument = new TypedDocumentString(`
    mutation Login($input: LoginInput!) {
  login(input: $input) {
    user {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<LoginMutation, LoginMutationVariables>;
export const LogoutDocument = new TypedDocumentString(`
    mutation Logout {
  logout
}
    `) as unknown as TypedDocumentString<LogoutMutation, LogoutMutationVariables>;
export const PracticeResultDocument = new TypedDocumentString(`
    query PracticeResult($id: ID!) {
  practice(id: $id) {
    level {
      id
      title
      passScore
    }
    result {
      passed
      score
      stars
      correct
      questionCount
      newBest
      progress {
        attempts
      }
      nextLevel {
        id
        title
        unlocked
      }
      stats {
        currentStreakDays
        practisedToday
      }
      mistakes {
        index
        prompt
        given
        explanation
        solution {
          choices
          text
          notation
          audioUrl
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PracticeResultQuery, PracticeResultQueryVariables>;
export const PracticeDocument = new TypedDocumentString(`
    query Practice($id: ID!) {
  practice(id: $id) {
    status
    questionCount
    answered
    level {
      id
      title
      timeLimitMs
    }
  }
}
    `) as unknown as TypedDocumentString<PracticeQuery, PracticeQueryVariables>;
export const NextQuestionDocument = new TypedDocumentString(`
    query NextQuestion($id: ID!) {
  practice(id: $id) {
    answered
    nextQuestion {
      ...Asked
    }
  }
}
    fragment Asked on Question {
  index
  kind
  prompt
  notation
  audioUrl
  timeLimitMs
  answerForm
  answerLength
  choices {
    id
    label
    notation
  }
}`) as unknown as TypedDocumentString<NextQuestionQuery, NextQuestionQueryVariables>;
export const AnswerQuestionDocument = new TypedDocumentString(`
    mutation AnswerQuestion($input: AnswerInput!, $ahead: Boolean!) {
  answerQuestion(input: $input) {
    correct
    credit
    inTime
    explanation
    solution {
      ...AnswerShown
    }
    given {
      ...AnswerShown
    }
    practice {
      answered
      nextQuestion @include(if: $ahead) {
        ...Asked
      }
    }
  }
}
    fragment Asked on Question {
  index
  kind
  prompt
  notation
  audioUrl
  timeLimitMs
  answerForm
  answerLength
  choices {
    id
    label
    notation
  }
}
fragment AnswerShown on Solution {
  choices
  text
  notation
  audioUrl
}`) as unknown as TypedDocumentString<AnswerQuestionMutation, AnswerQuestionMutationVariables>;
export const SaveProgressDocument = new TypedDocumentString(`
    mutation SaveProgress($practiceId: ID!) {
  saveProgress(practiceId: $practiceId) {
    passed
  }
}
    `) as unknown as TypedDocumentString<SaveProgressMutation, SaveProgressMutationVariables>;
export const PricingDocument = new TypedDocumentString(`
    query Pricing {
  me {
    ...Buyer
  }
  tracks {
    id
    title
    levels {
      plan
    }
  }
}
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
}`) as unknown as TypedDocumentString<PricingQuery, PricingQueryVariables>;
export const LevelForSaleDocument = new TypedDocumentString(`
    query LevelForSale($id: ID!) {
  level(id: $id) {
    title
    plan
    requires {
      title
      progress {
        completed
      }
    }
  }
}
    `) as unknown as TypedDocumentString<LevelForSaleQuery, LevelForSaleQueryVariables>;
export const PricesDocument = new TypedDocumentString(`
    query Prices($currency: String) {
  prices(currency: $currency) {
    id
    interval
    unitAmount
    currency
    currencies
    trialDays
  }
}
    `) as unknown as TypedDocumentString<PricesQuery, PricesQueryVariables>;
export const CreateCheckoutSessionDocument = new TypedDocumentString(`
    mutation CreateCheckoutSession($priceId: ID!, $currency: String) {
  createCheckoutSession(priceId: $priceId, currency: $currency) {
    url
  }
}
    `) as unknown as TypedDocumentString<CreateCheckoutSessionMutation, CreateCheckoutSessionMutationVariables>;
export const ResetPasswordDocument = new TypedDocumentString(`
    mutation ResetPassword($token: String!, $newPassword: String!) {
  resetPassword(token: $token, newPassword: $newPassword)
}
    `) as unknown as TypedDocumentString<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const RegisterDocument = new TypedDocumentString(`
    mutation Register($input: RegisterInput!) {
  register(input: $input) {
    message
  }
}
    `) as unknown as TypedDocumentString<RegisterMutation, RegisterMutationVariables>;
export const UndoEmailChangeDocument = new TypedDocumentString(`
    mutation UndoEmailChange($token: String!) {
  undoEmailChange(token: $token)
}
    `) as unknown as TypedDocumentString<UndoEmailChangeMutation, UndoEmailChangeMutationVariables>;
export const VerifyEmailDocument = new TypedDocumentString(`
    mutation VerifyEmail($token: String!) {
  verifyEmail(token: $token) {
    user {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<VerifyEmailMutation, VerifyEmailMutationVariables>;
export const SetFirstTimeZoneDocument = new TypedDocumentString(`
    mutation SetFirstTimeZone($timeZone: String!) {
  updateProfile(input: {timeZone: $timeZone}) {
    id
  }
}
    `) as unknown as TypedDocumentString<SetFirstTimeZoneMutation, SetFirstTimeZoneMutationVariables>;