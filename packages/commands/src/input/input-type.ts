import { Field, InputType as GraphQLInput } from 'type-graphql';
import type { Class } from '@mtg/subgraph-kit';
import { z } from 'zod';
import type { InputOf, InputShape } from './field';

/** An input object: the class that the schema is made of, and the check of its values. */
export interface InputType<Shape extends InputShape> {
  readonly class: Class;
  readonly check: z.ZodType<InputOf<Shape>>;
}

/**
 * Makes an input object of the schema and its check from one description, so that the two cannot say different
 * things.
 *
 * @param name as in the schema, e.g. `DispatchWorkOrderInput`
 */
export function inputType<Shape extends InputShape>(
  name: string,
  description: string,
  shape: Shape,
): InputType<Shape> {
  class Input {}
  Object.defineProperty(Input, 'name', { value: name });
  GraphQLInput(name, { description })(Input);
  for (const [key, field] of Object.entries(shape)) {
    Field(field.graphqlType, { nullable: field.nullable, description: field.description })(
      Input.prototype,
      key,
    );
  }
  const checks = Object.fromEntries(Object.entries(shape).map(([key, { check }]) => [key, check]));
  // The object of checks has the keys and types of the shape, which the type system cannot follow through entries.
  return { class: Input, check: z.object(checks) as unknown as z.ZodType<InputOf<Shape>> };
}
