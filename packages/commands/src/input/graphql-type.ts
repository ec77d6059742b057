import type { Field } from 'type-graphql';

/** Types that type-graphql accepts: a class, a scalar, an enum, or a list of one of them. */
export type ReturnTypeFuncValue = ReturnType<
  Extract<Parameters<typeof Field>[0], (...args: never[]) => unknown>
>;
