/**
 * Audit: who did what to whom. An entry is written in the caller's transaction, so it is there exactly when what it
 * tells of is there; it is never changed afterwards.
 */
export { record, recordRefusal, type AuditNote } from "./record";
export { auditEntriesAbout, countEntries } from "./audit.store";
