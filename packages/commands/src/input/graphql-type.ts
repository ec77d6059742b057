import type { Field } from 'type-graphql';

/** Types that type-graphql accepts: a class, a scalar, an enum, or a list of one of them. */
export type ReturnTypeFuncValue = ReturnType<
  Extract<Parameters<typeof Field>[0], (...args: never[]) => unknown>
>;

/** The type of a list of another type. */
export const listOf = (type: ReturnTypeFuncValue): ReturnTypeFuncValue =>
  // type-graphql reads a list of one type so; the type that it declares cannot name a list of any of its own members.
  [type] as ReturnTypeFuncValue;
