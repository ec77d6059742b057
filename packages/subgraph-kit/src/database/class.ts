/** A class of an entity or a migration. */
export type Class = new (...args: never[]) => unknown;
