-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('LEARNER', 'ADMIN');

-- CreateEnum
CREATE TYPE "MailedTokenPurpose" AS ENUM ('VERIFY_EMAIL', 'RESET_PASSWORD', 'CONFIRM_EMAIL_CHANGE', 'UNDO_EMAIL_CHANGE');

-- CreateEnum
CREATE TYPE "AuditCategory" AS ENUM ('SECURITY', 'BUSINESS', 'ERROR');

-- CreateEnum
CREATE TYPE "AuditSeverity" AS ENUM ('INFO', 'WARNING', 'CRITICAL');

-- CreateEnum
CREATE TYPE "Plan" AS ENUM ('FREE', 'PREMIUM');

-- CreateEnum
CREATE TYPE "PracticeStatus" AS ENUM ('IN_PROGRESS', 'FINISHED', 'EXPIRED');

-- CreateEnum
CREATE TYPE "EmailStatus" AS ENUM ('WAITING', 'SENDING', 'SENT', 'REJECTED', 'FAILED');

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "emailKey" TEXT NOT NULL,
    "emailVerifiedAt" TIMESTAMPTZ(3),
    "name" TEXT,
    "role" "Role" NOT NULL DEFAULT 'LEARNER',
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "newsletterOptIn" BOOLEAN NOT NULL DEFAULT false,
    "passwordHash" TEXT NOT NULL,
    "suspendedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registration" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "name" TEXT,
    "newsletterOptIn" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "reauthenticatedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedBecause" TEXT,
    "ipAddress" TEXT,
    "userAgent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refresh_token" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "refresh_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mailed_token" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "purpose" "MailedTokenPurpose" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "email" TEXT,
    "registrationId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "mailed_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "known_address" (
    "userId" UUID NOT NULL,
    "network" TEXT NOT NULL,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "known_address_pkey" PRIMARY KEY ("userId","network")
);

-- CreateTable
CREATE TABLE "data_export" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "data_export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "category" "AuditCategory" NOT NULL,
    "severity" "AuditSeverity" NOT NULL,
    "action" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "actorId" UUID,
    "subjectId" UUID,
    "requestId" TEXT,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "metadata" JSONB,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entitlement" (
    "userId" UUID NOT NULL,
    "plan" "Plan" NOT NULL,
    "validUntil" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "entitlement_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "practice" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "levelId" TEXT NOT NULL,
    "levelVersion" INTEGER NOT NULL,
    "pinnedLevel" JSONB NOT NULL,
    "secretVersion" TEXT NOT NULL,
    "status" "PracticeStatus" NOT NULL DEFAULT 'IN_PROGRESS',
    "questionCount" INTEGER NOT NULL,
    "answered" INTEGER NOT NULL DEFAULT 0,
    "servedAt" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "practice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "practice_answer" (
    "practiceId" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "given" TEXT[],
    "correct" BOOLEAN NOT NULL,
    "credit" DOUBLE PRECISION NOT NULL,
    "inTime" BOOLEAN NOT NULL,
    "servedAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "practice_answer_pkey" PRIMARY KEY ("practiceId","index")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" UUID NOT NULL,
    "practiceId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "levelId" TEXT NOT NULL,
    "levelVersion" INTEGER NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "correct" INTEGER NOT NULL,
    "questionCount" INTEGER NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "stars" INTEGER NOT NULL,
    "newBest" BOOLEAN NOT NULL,
    "localDay" TEXT NOT NULL,
    "finishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "progress" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "levelId" TEXT NOT NULL,
    "bestScore" DOUBLE PRECISION NOT NULL,
    "completed" BOOLEAN NOT NULL,
    "completedAt" TIMESTAMPTZ(3),
    "stars" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "progress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "learner_stats" (
    "userId" UUID NOT NULL,
    "practices" INTEGER NOT NULL DEFAULT 0,
    "answers" INTEGER NOT NULL DEFAULT 0,
    "correct" INTEGER NOT NULL DEFAULT 0,
    "levelsCompleted" INTEGER NOT NULL DEFAULT 0,
    "currentStreak" INTEGER NOT NULL DEFAULT 0,
    "longestStreak" INTEGER NOT NULL DEFAULT 0,
    "lastPracticeDay" TEXT,

    CONSTRAINT "learner_stats_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "email_message" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "userId" UUID,
    "to" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "sealed" BYTEA,
    "status" "EmailStatus" NOT NULL DEFAULT 'WAITING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimedAt" TIMESTAMPTZ(3),
    "lastError" TEXT,
    "providerMessageId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "email_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "app_user_emailKey_key" ON "app_user"("emailKey");

-- CreateIndex
CREATE INDEX "app_user_createdAt_id_idx" ON "app_user"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "registration_userId_idx" ON "registration"("userId");

-- CreateIndex
CREATE INDEX "session_userId_endedAt_idx" ON "session"("userId", "endedAt");

-- CreateIndex
CREATE INDEX "session_expiresAt_idx" ON "session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "refresh_token_tokenHash_key" ON "refresh_token"("tokenHash");

-- CreateIndex
CREATE INDEX "refresh_token_sessionId_idx" ON "refresh_token"("sessionId");

-- CreateIndex
CREATE UNIQUE INDEX "mailed_token_tokenHash_key" ON "mailed_token"("tokenHash");

-- CreateIndex
CREATE INDEX "mailed_token_userId_purpose_idx" ON "mailed_token"("userId", "purpose");

-- CreateIndex
CREATE INDEX "mailed_token_registrationId_idx" ON "mailed_token"("registrationId");

-- CreateIndex
CREATE INDEX "mailed_token_expiresAt_idx" ON "mailed_token"("expiresAt");

-- CreateIndex
CREATE INDEX "data_export_userId_idx" ON "data_export"("userId");

-- CreateIndex
CREATE INDEX "data_export_expiresAt_idx" ON "data_export"("expiresAt");

-- CreateIndex
CREATE INDEX "audit_entry_at_id_idx" ON "audit_entry"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_action_at_idx" ON "audit_entry"("action", "at" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_actorId_at_idx" ON "audit_entry"("actorId", "at" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_subjectId_at_idx" ON "audit_entry"("subjectId", "at" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_requestId_idx" ON "audit_entry"("requestId");

-- CreateIndex
CREATE INDEX "practice_userId_status_startedAt_idx" ON "practice"("userId", "status", "startedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "attempt_practiceId_key" ON "attempt"("practiceId");

-- CreateIndex
CREATE INDEX "attempt_userId_finishedAt_idx" ON "attempt"("userId", "finishedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "progress_userId_levelId_key" ON "progress"("userId", "levelId");

-- CreateIndex
CREATE UNIQUE INDEX "email_message_key_key" ON "email_message"("key");

-- CreateIndex
CREATE INDEX "email_message_userId_idx" ON "email_message"("userId");

-- CreateIndex
CREATE INDEX "email_message_status_createdAt_idx" ON "email_message"("status", "createdAt");

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refresh_token" ADD CONSTRAINT "refresh_token_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailed_token" ADD CONSTRAINT "mailed_token_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailed_token" ADD CONSTRAINT "mailed_token_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "registration"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "known_address" ADD CONSTRAINT "known_address_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_export" ADD CONSTRAINT "data_export_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entitlement" ADD CONSTRAINT "entitlement_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice" ADD CONSTRAINT "practice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_answer" ADD CONSTRAINT "practice_answer_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_practiceId_fkey" FOREIGN KEY ("practiceId") REFERENCES "practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "progress" ADD CONSTRAINT "progress_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learner_stats" ADD CONSTRAINT "learner_stats_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema can't say.

-- A learner has one practice of a level under way: starting it again goes on with that one.
CREATE UNIQUE INDEX "practice_one_in_progress" ON "practice" ("userId", "levelId") WHERE "status" = 'IN_PROGRESS';

ALTER TABLE "practice" ADD CONSTRAINT "practice_answered_in_range" CHECK ("answered" BETWEEN 0 AND "questionCount");
ALTER TABLE "practice_answer" ADD CONSTRAINT "practice_answer_credit_in_range" CHECK ("credit" BETWEEN 0 AND 1);
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_in_range" CHECK ("score" BETWEEN 0 AND 1 AND "stars" BETWEEN 0 AND 3);
ALTER TABLE "progress" ADD CONSTRAINT "progress_in_range" CHECK ("bestScore" BETWEEN 0 AND 1 AND "stars" BETWEEN 0 AND 3 AND "attempts" > 0);
