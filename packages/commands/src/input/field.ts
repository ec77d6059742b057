import type { z } from 'zod';
import type { ReturnTypeFuncValue } from './graphql-type';

/** A field of a command's input: its type in the schema, and the check of its values. */
export interface InputField<T> {
  readonly graphqlType: () => ReturnTypeFuncValue;
  /** Chinese first, then English. */
  readonly description: string;
  readonly nullable: boolean;
  readonly check: z.ZodType<T>;
}

export type InputShape = Readonly<Record<string, InputField<unknown>>>;

/** The input of a command after its check. */
export type InputOf<Shape extends InputShape> = {
  readonly [K in keyof Shape]: Shape[K] extends InputField<infer T> ? T : never;
};
