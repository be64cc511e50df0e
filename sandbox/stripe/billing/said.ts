type Said<T> = { [Field in keyof T as undefined extends T[Field] ? never : Field]: T[Field] } & { [Field in keyof T as undefined extends T[Field] ? Field : never]?: Exclude<T[Field], undefined> };

/** What a call says, without what it leaves out: to be spread over what is there, or over what holds unless told. */
export const said = <T extends object>(fields: T): Said<T> => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Said<T>;
