/** Fields as a call gives them; null for what it doesn't say. */
export const orNull = <T extends object, K extends keyof T>(params: T, ...fields: K[]): { [F in K]-?: NonNullable<T[F]> | null } =>
  Object.fromEntries(fields.map((field) => [field, params[field] ?? null])) as { [F in K]-?: NonNullable<T[F]> | null };

/** Fields that a call names, as they are to be; an empty text clears. */
export const told = <T extends object, K extends keyof T>(params: T, ...fields: K[]): { [F in K]?: Exclude<T[F], "" | undefined> | null } =>
  Object.fromEntries(fields.flatMap((field) => (params[field] === undefined ? [] : [[field, params[field] === "" ? null : params[field]]]))) as { [F in K]?: Exclude<T[F], "" | undefined> | null };

/** The same where nothing can be cleared. */
export const said = <T extends object, K extends keyof T>(params: T, ...fields: K[]): { [F in K]?: NonNullable<T[F]> } =>
  Object.fromEntries(fields.flatMap((field) => (params[field] === undefined || params[field] === "" ? [] : [[field, params[field]]]))) as { [F in K]?: NonNullable<T[F]> };
