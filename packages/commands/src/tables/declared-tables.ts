import type { Class } from '@mtg/subgraph-kit';
import type { TableClass } from './table';

/** Those of the classes that `defineTable` made, e.g. among the entities of a subgraph. */
export const declaredTables = (classes: readonly Class[]): readonly TableClass[] =>
  classes.filter(isDeclared).filter(({ table }) => table.writes !== 'READ_ONLY');

// Only `defineTable` and `referenceTable` give a class a table.
export const isDeclared = (each: Class): each is Class & TableClass => 'table' in each;
