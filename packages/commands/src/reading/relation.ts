import type { Class, SubgraphContext } from '@mtg/subgraph-kit';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { WorkRow } from '../rows/work-row';
import type { Readable } from './readable';

/** A field between rows, as a module states it. */
export interface RelationStatement<Property, Row extends WorkRow> {
  /** Name of the field. */
  readonly name: string;
  readonly of: Readable<Row>;
  /** The property that points at the other row. */
  readonly by: Property;
  /** Chinese first, then English; that of the rows, unless said otherwise. */
  readonly description?: string;
}

interface Relation<Arguments> {
  readonly name: string;
  readonly returns: () => unknown;
  readonly description: string;
  /** Class of the field's arguments; it has none without it. */
  readonly args?: new () => Arguments;
  readonly resolve: (row: WorkRow, context: SubgraphContext, args: Arguments) => unknown;
}

/** Builds the resolver class by hand what decorators would build from a written one. */
export function relation<Arguments>(type: Class, statement: Relation<Arguments>): Class {
  const { name, returns, description, args, resolve } = statement;
  class Field {}
  Resolver(() => type)(Field);
  const { prototype } = Field;
  Object.defineProperty(prototype, name, { value: resolve, configurable: true, writable: true });
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
  FieldResolver(returns as () => Class, { nullable: true, description })(prototype, name, descriptor);
  Root()(prototype, name, 0);
  Ctx()(prototype, name, 1);
  if (args) Args(() => args as Class)(prototype, name, 2);
  return Field;
}
