import type { Class, SubgraphContext } from '@mtg/subgraph-kit';
import type { GraphQLFieldResolver } from 'graphql';
import { listOf } from '../input/graphql-type';
import { ChildrenArgs, childrenKey, readChildrenArgs } from '../reading/children-args';
import { readChildren } from '../reading/read-children';
import { rowsByKey } from '../reading/read-rows';
import { wantedOf } from '../reading/wanted';
import type { ChildRelation, NamedRelation, ParentRelation, Relation } from '../tables/relation';
import type { TableClass } from '../tables/table';
import type { TableSet } from '../tables/table-set';
import type { Fields } from './list-fields';
import { loaderOf } from './place-loader';
import { schemaField } from './schema-field';

/** A row as a resolver is given it: read ahead with what is asked of it, or as a command has written it. */
type GivenRow = Readonly<Record<string, unknown>> & { readonly id: string };

type Resolve = GraphQLFieldResolver<GivenRow, SubgraphContext>;

/** Puts the fields onto a table's type that lead from its rows to others. */
export function relationFields(set: TableSet, owner: TableClass): Fields {
  const relations = [...set.relationsOf(owner).values()];
  return {
    resolvers: relations.map((relation) => relationField(owner, relation)),
    fieldResolvers: {
      [owner.table.name]: Object.fromEntries(
        relations.map((relation) => [relation.name, resolverOf(set, relation)]),
      ),
    },
  };
}

function relationField(owner: TableClass, relation: Relation): Class {
  const { name, description, kind } = relation;
  const common = { name, description };
  if (kind === 'NAMED') return schemaField(owner, { ...common, returns: relation.reference.type });
  if (kind === 'PARENT' || kind === 'CHILD') {
    return schemaField(owner, { ...common, returns: () => relation.target });
  }
  const several = { ...common, returns: () => listOf(relation.target) };
  return kind === 'WHOLE'
    ? schemaField(owner, { ...several, nullable: false })
    : schemaField(owner, { ...several, argsClass: ChildrenArgs });
}

function resolverOf(set: TableSet, relation: Relation): Resolve {
  if (relation.kind === 'NAMED') return named(relation);
  return relation.kind === 'PARENT' ? parent(set, relation) : children(set, relation);
}

const named =
  ({ by, many, reference }: NamedRelation): Resolve =>
  (row, _, context) => {
    const code = row[by];
    if (typeof code === 'string') return reference.resolve(code, context);
    if (!Array.isArray(code)) return many ? [] : null;
    return found(code.map((each: string) => reference.resolve(each, context)));
  };

/** Loads the rows that codes refer to, as far as they still exist. */
async function found(each: readonly unknown[]): Promise<readonly unknown[]> {
  const all = await Promise.all(each.map(async (one) => one));
  return all.filter((one) => one !== null);
}

const parent =
  (set: TableSet, { name, by, key, target }: ParentRelation): Resolve =>
  (row, _, context, info) => {
    const known = row[name];
    if (known !== undefined) return known;
    const value = row[by];
    if (typeof value !== 'string') return null;
    return loaderOf(context, info.fieldNodes, () =>
      rowsByKey(target, key, wantedOf(set, target, info.fieldNodes, info))(context),
    ).load(value);
  };

/** The children of a row; where they were not read with it, those of all rows in this place by one statement. */
const children =
  (set: TableSet, relation: ChildRelation): Resolve =>
  (row, args, context, info) => {
    const page = relation.kind === 'CHILDREN' ? readChildrenArgs(args) : undefined;
    const known = row[page ? childrenKey(relation.name, page) : relation.name];
    if (known !== undefined) return known;
    return loaderOf(context, info.fieldNodes, () => {
      const wanted = wantedOf(set, relation.target, info.fieldNodes, info);
      return (keys) => readChildren(context, relation, { page, wanted }, keys);
    }).load(row[relation.key] as string);
  };
