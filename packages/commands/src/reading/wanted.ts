import { getArgumentValues, type FieldNode, type GraphQLFieldMap } from 'graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { isObjectType } from 'graphql';
import type { ChildRelation, ParentRelation, Relation } from '../tables/relation';
import type { TableClass } from '../tables/table';
import type { TableSet } from '../tables/table-set';
import { childrenKey, readChildrenArgs, type ChildrenPage } from './children-args';
import { fieldsBelow } from './selection';

/** A relation whose rows are wanted, and what of them. */
export interface WantedRelation {
  readonly relation: ParentRelation | ChildRelation;
  /** Of several children. */
  readonly page: ChildrenPage | undefined;
  readonly wanted: Wanted;
}

/** Requested fields of the rows of a table. */
export interface Wanted {
  /** Properties; those of every row among them. */
  readonly columns: Set<string>;
  /** By the property that a read row has them under. */
  readonly relations: Map<string, WantedRelation>;
}

type Info = Pick<GraphQLResolveInfo, 'fragments' | 'variableValues' | 'schema'>;

/** All columns, for rows that resolvers written by hand are given. */
export const allColumns = ({ table: { readable, derived } }: TableClass): Wanted => ({
  columns: new Set([...readable.keys()].filter((property) => !(property in derived))),
  relations: new Map(),
});

/** Collects the requested fields from all places that ask for rows of a table. */
export function wantedOf(set: TableSet, target: TableClass, nodes: readonly FieldNode[], info: Info): Wanted {
  const wanted: Wanted = { columns: new Set(), relations: new Map() };
  want(set, target, nodes, info, wanted);
  return wanted;
}

function want(
  set: TableSet,
  target: TableClass,
  nodes: readonly FieldNode[],
  info: Info,
  wanted: Wanted,
): void {
  const relations = set.relationsOf(target);
  for (const [name, places] of fieldsBelow(nodes, info)) {
    if (name === '__typename') continue;
    const relation = relations.get(name);
    if (target.table.readable.has(name)) wanted.columns.add(name);
    else if (relation) wantRelation(set, target, relation, places, info, wanted);
    else for (const each of lookedAt(target, name)) wanted.columns.add(each);
  }
}

/** The columns that a resolver written by hand looks at: any, unless the table says which. */
const lookedAt = (target: TableClass, field: string): Iterable<string> =>
  target.table.computed[field] ?? allColumns(target).columns;

function wantRelation(
  set: TableSet,
  owner: TableClass,
  relation: Relation,
  places: readonly FieldNode[],
  info: Info,
  wanted: Wanted,
): void {
  wanted.columns.add(relation.kind === 'NAMED' || relation.kind === 'PARENT' ? relation.by : relation.key);
  if (relation.kind === 'NAMED') return;
  const below = (page: ChildrenPage | undefined, key: string, at: readonly FieldNode[]): void => {
    const known = wanted.relations.get(key);
    const entry = known ?? { relation, page, wanted: { columns: new Set(), relations: new Map() } };
    want(set, relation.target, at, info, entry.wanted);
    wanted.relations.set(key, entry);
  };
  if (relation.kind !== 'CHILDREN') {
    below(undefined, relation.name, places);
    return;
  }
  for (const place of places) {
    const page = pageOf(owner, relation.name, place, info);
    // Arguments that make no sense are refused by the resolver of the field.
    if (page) below(page, childrenKey(relation.name, page), [place]);
  }
}

function pageOf(
  owner: TableClass,
  name: string,
  place: FieldNode,
  { schema, variableValues }: Info,
): ChildrenPage | undefined {
  const type = schema.getType(owner.table.name);
  const field = isObjectType(type)
    ? (type.getFields() as GraphQLFieldMap<unknown, unknown>)[name]
    : undefined;
  if (!field) return undefined;
  try {
    return readChildrenArgs(getArgumentValues(field, place, variableValues));
  } catch {
    return undefined;
  }
}
