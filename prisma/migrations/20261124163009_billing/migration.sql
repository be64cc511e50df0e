-- CreateEnum
CREATE TYPE "EntitlementSource" AS ENUM ('SUBSCRIPTION', 'GRANT');

-- CreateEnum
CREATE TYPE "BillingInterval" AS ENUM ('MONTH', 'YEAR');

-- CreateEnum
CREATE TYPE "LedgerKind" AS ENUM ('PAYMENT', 'REFUND', 'REFUND_REVERSAL', 'DISPUTE', 'DISPUTE_REVERSAL');

-- CreateEnum
CREATE TYPE "CheckoutStatus" AS ENUM ('STARTED', 'OPEN', 'COMPLETE', 'EXPIRED', 'FAILED');

-- CreateEnum
CREATE TYPE "RefundRequestStatus" AS ENUM ('PENDING', 'DONE', 'FAILED');

-- CreateEnum
CREATE TYPE "WebhookEventStatus" AS ENUM ('PENDING', 'PROCESSED', 'FAILED', 'IGNORED');

-- AlterTable
-- What was granted stays granted. A row that said FREE said what no row says too.
DELETE FROM "entitlement" WHERE "plan" = 'FREE';
ALTER TABLE "entitlement" DROP CONSTRAINT "entitlement_pkey",
DROP COLUMN "plan",
ADD COLUMN     "createdAt" TIMESTAMPTZ(3),
ADD COLUMN     "id" UUID,
ADD COLUMN     "source" "EntitlementSource",
ADD COLUMN     "sourceId" TEXT;
UPDATE "entitlement" SET "id" = gen_random_uuid(), "createdAt" = "updatedAt", "source" = 'GRANT', "sourceId" = 'granted';
ALTER TABLE "entitlement" ALTER COLUMN "createdAt" SET NOT NULL,
ALTER COLUMN "id" SET NOT NULL,
ALTER COLUMN "source" SET NOT NULL,
ALTER COLUMN "sourceId" SET NOT NULL,
ADD CONSTRAINT "entitlement_pkey" PRIMARY KEY ("id");

-- DropEnum
DROP TYPE "Plan";

-- CreateTable
CREATE TABLE "billing_customer" (
    "stripeId" TEXT NOT NULL,
    "userId" UUID,
    "livemode" BOOLEAN NOT NULL,
    "delinquent" BOOLEAN NOT NULL DEFAULT false,
    "deletedAt" TIMESTAMPTZ(3),
    "leftAt" TIMESTAMPTZ(3),
    "syncTicket" BIGINT NOT NULL DEFAULT 0,
    "syncedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "billing_customer_pkey" PRIMARY KEY ("stripeId")
);

-- CreateTable
CREATE TABLE "subscription" (
    "id" UUID NOT NULL,
    "stripeId" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "userId" UUID,
    "status" TEXT NOT NULL,
    "priceId" TEXT,
    "interval" "BillingInterval",
    "quantity" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "unitAmount" INTEGER,
    "currentPeriodStart" TIMESTAMPTZ(3),
    "currentPeriodEnd" TIMESTAMPTZ(3),
    "trialStart" TIMESTAMPTZ(3),
    "trialEnd" TIMESTAMPTZ(3),
    "cancelAt" TIMESTAMPTZ(3),
    "cancelAtPeriodEnd" BOOLEAN NOT NULL DEFAULT false,
    "canceledAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "pastDueSince" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "revokeReason" TEXT,
    "hasPendingUpdate" BOOLEAN NOT NULL DEFAULT false,
    "nextAmount" INTEGER,
    "latestInvoiceId" TEXT,
    "cardBrand" TEXT,
    "cardLast4" TEXT,
    "cardExpMonth" INTEGER,
    "cardExpYear" INTEGER,
    "attemptId" TEXT,
    "isCurrent" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice" (
    "id" UUID NOT NULL,
    "stripeId" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "userId" UUID,
    "subscriptionId" TEXT,
    "number" TEXT,
    "status" TEXT NOT NULL,
    "billingReason" TEXT,
    "currency" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "amountDue" INTEGER NOT NULL,
    "amountPaid" INTEGER NOT NULL,
    "amountRemaining" INTEGER NOT NULL,
    "amountRefunded" INTEGER NOT NULL DEFAULT 0,
    "disputed" BOOLEAN NOT NULL DEFAULT false,
    "attemptCount" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3),
    "needsAction" BOOLEAN NOT NULL DEFAULT false,
    "hostedUrl" TEXT,
    "pdfUrl" TEXT,
    "periodStart" TIMESTAMPTZ(3) NOT NULL,
    "periodEnd" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "finalizedAt" TIMESTAMPTZ(3),
    "paidAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "invoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refund" (
    "stripeId" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "invoiceId" TEXT,
    "chargeId" TEXT,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "requestId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "refund_pkey" PRIMARY KEY ("stripeId")
);

-- CreateTable
CREATE TABLE "refund_request" (
    "id" UUID NOT NULL,
    "invoiceId" TEXT NOT NULL,
    "amount" INTEGER,
    "actorId" UUID,
    "reason" TEXT NOT NULL,
    "status" "RefundRequestStatus" NOT NULL,
    "refundId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "refund_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispute" (
    "stripeId" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "invoiceId" TEXT,
    "chargeId" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dispute_pkey" PRIMARY KEY ("stripeId")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "key" TEXT NOT NULL,
    "kind" "LedgerKind" NOT NULL,
    "customerId" TEXT NOT NULL,
    "invoiceId" TEXT,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "checkout_attempt" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "priceId" TEXT NOT NULL,
    "currency" TEXT,
    "trialDays" INTEGER,
    "status" "CheckoutStatus" NOT NULL,
    "sessionId" TEXT,
    "url" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "checkout_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trial_redemption" (
    "id" UUID NOT NULL,
    "mark" TEXT NOT NULL,
    "subscriptionId" TEXT NOT NULL,
    "redeemedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "trial_redemption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalogue_price" (
    "stripeId" TEXT NOT NULL,
    "lookupKey" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "interval" "BillingInterval" NOT NULL,
    "currency" TEXT NOT NULL,
    "unitAmount" INTEGER NOT NULL,
    "otherCurrencies" JSONB NOT NULL,
    "active" BOOLEAN NOT NULL,
    "syncedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "catalogue_price_pkey" PRIMARY KEY ("stripeId")
);

-- CreateTable
CREATE TABLE "webhook_event" (
    "id" UUID NOT NULL,
    "stripeId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "status" "WebhookEventStatus" NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "customerId" TEXT,
    "userId" UUID,
    "objectId" TEXT,
    "chargeId" TEXT,
    "apiVersion" TEXT,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "processedAt" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "billing_incident" (
    "key" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "customerId" TEXT,
    "userId" UUID,
    "detail" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "billing_incident_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "worker_life" (
    "workerId" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_life_pkey" PRIMARY KEY ("workerId")
);

-- CreateIndex
CREATE UNIQUE INDEX "billing_customer_userId_key" ON "billing_customer"("userId");

-- CreateIndex
CREATE INDEX "billing_customer_syncedAt_idx" ON "billing_customer"("syncedAt");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_stripeId_key" ON "subscription"("stripeId");

-- CreateIndex
CREATE INDEX "subscription_userId_createdAt_idx" ON "subscription"("userId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "subscription_customerId_idx" ON "subscription"("customerId");

-- CreateIndex
CREATE INDEX "subscription_status_idx" ON "subscription"("status");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_stripeId_key" ON "invoice"("stripeId");

-- CreateIndex
CREATE INDEX "invoice_userId_createdAt_id_idx" ON "invoice"("userId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "invoice_customerId_idx" ON "invoice"("customerId");

-- CreateIndex
CREATE INDEX "invoice_subscriptionId_idx" ON "invoice"("subscriptionId");

-- CreateIndex
CREATE INDEX "invoice_paidAt_idx" ON "invoice"("paidAt");

-- CreateIndex
CREATE INDEX "refund_customerId_idx" ON "refund"("customerId");

-- CreateIndex
CREATE INDEX "refund_invoiceId_idx" ON "refund"("invoiceId");

-- CreateIndex
CREATE INDEX "refund_requestId_idx" ON "refund"("requestId");

-- CreateIndex
CREATE INDEX "refund_request_invoiceId_createdAt_idx" ON "refund_request"("invoiceId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "dispute_customerId_idx" ON "dispute"("customerId");

-- CreateIndex
CREATE INDEX "dispute_invoiceId_idx" ON "dispute"("invoiceId");

-- CreateIndex
CREATE INDEX "ledger_entry_at_idx" ON "ledger_entry"("at");

-- CreateIndex
CREATE INDEX "ledger_entry_customerId_idx" ON "ledger_entry"("customerId");

-- CreateIndex
CREATE UNIQUE INDEX "checkout_attempt_sessionId_key" ON "checkout_attempt"("sessionId");

-- CreateIndex
CREATE INDEX "checkout_attempt_userId_createdAt_idx" ON "checkout_attempt"("userId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "checkout_attempt_status_expiresAt_idx" ON "checkout_attempt"("status", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "trial_redemption_mark_key" ON "trial_redemption"("mark");

-- CreateIndex
CREATE INDEX "trial_redemption_subscriptionId_idx" ON "trial_redemption"("subscriptionId");

-- CreateIndex
CREATE INDEX "catalogue_price_lookupKey_idx" ON "catalogue_price"("lookupKey");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_event_stripeId_key" ON "webhook_event"("stripeId");

-- CreateIndex
CREATE INDEX "webhook_event_receivedAt_id_idx" ON "webhook_event"("receivedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "webhook_event_status_receivedAt_idx" ON "webhook_event"("status", "receivedAt");

-- CreateIndex
CREATE INDEX "webhook_event_customerId_status_idx" ON "webhook_event"("customerId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "billing_incident_id_key" ON "billing_incident"("id");

-- CreateIndex
CREATE INDEX "billing_incident_createdAt_id_idx" ON "billing_incident"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "billing_incident_resolvedAt_createdAt_idx" ON "billing_incident"("resolvedAt", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "worker_life_seenAt_idx" ON "worker_life"("seenAt");

-- CreateIndex
CREATE INDEX "entitlement_source_sourceId_idx" ON "entitlement"("source", "sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "entitlement_userId_source_sourceId_key" ON "entitlement"("userId", "source", "sourceId");

-- AddForeignKey
ALTER TABLE "billing_customer" ADD CONSTRAINT "billing_customer_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "billing_customer"("stripeId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "billing_customer"("stripeId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoice" ADD CONSTRAINT "invoice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "billing_customer"("stripeId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "billing_customer"("stripeId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "billing_customer"("stripeId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkout_attempt" ADD CONSTRAINT "checkout_attempt_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema can't say.

-- A fetch of Stripe's truth takes a ticket before it begins: what a later ticket fetched is newer.
CREATE SEQUENCE "billing_sync_ticket" AS BIGINT;

-- Of all subscriptions that a user ever had, one counts.
CREATE UNIQUE INDEX "subscription_one_current" ON "subscription" ("userId") WHERE "isCurrent";

-- Whoever clicks in two tabs gets one payment page.
CREATE UNIQUE INDEX "checkout_attempt_one_open" ON "checkout_attempt" ("userId") WHERE "status" IN ('STARTED', 'OPEN');

-- The same wish, asked for by whomever, is one refund until it is known what became of it.
CREATE UNIQUE INDEX "refund_request_one_pending" ON "refund_request" ("invoiceId", coalesce("amount", -1)) WHERE "status" = 'PENDING';

ALTER TABLE "invoice" ADD CONSTRAINT "invoice_amounts" CHECK ("amountPaid" >= 0 AND "amountRefunded" >= 0);
ALTER TABLE "webhook_event" ADD CONSTRAINT "webhook_event_attempts" CHECK ("attempts" >= 0);
