import type { z } from 'zod';
import type { ReturnTypeFuncValue } from './graphql-type';

/** One field of a command's input: what the schema shows of it, and what a value must be like. */
export interface InputField<T> {
  readonly graphqlType: () => ReturnTypeFuncValue;
  /** Chinese first, then English. */
  readonly description: string;
  readonly nullable: boolean;
  readonly check: z.ZodType<T>;
}

export type InputShape = Readonly<Record<string, InputField<unknown>>>;

/** What a command is given once its input is checked. */
export type InputOf<Shape extends InputShape> = {
  readonly [K in keyof Shape]: Shape[K] extends InputField<infer T> ? T : never;
};
