import type { Class, FieldResolvers } from '@mtg/subgraph-kit';
import type { TableSet } from '../tables/table-set';
import { derivedFields } from './derived-fields';
import { fieldsOnRecord } from './fields-on-record';
import { listFields, type Fields } from './list-fields';
import { relationFields } from './relation-fields';

/**
 * All fields that follow from the tables of a subgraph: their lists, which go onto a type, and those between rows.
 *
 * @param type that the lists are fields of, e.g. `Street`
 */
export function tableFields(type: Class, typeName: string, set: TableSet): Fields {
  const ofReferences = set.references.flatMap((each) => [relationFields(set, each)]);
  const ofTables = set.tables.flatMap((each) => [
    ...(each.table.listed ? [listFields(type, typeName, set, each)] : []),
    relationFields(set, each),
    { resolvers: [], fieldResolvers: derivedFields(each) },
    { resolvers: [], fieldResolvers: fieldsOnRecord(each) },
  ]);
  const fields = [...ofReferences, ...ofTables];
  return {
    resolvers: fields.flatMap(({ resolvers }) => resolvers),
    fieldResolvers: mergeResolvers(fields.map(({ fieldResolvers }) => fieldResolvers)),
  };
}

/** The resolvers of several lists as one. */
export function mergeResolvers(all: readonly FieldResolvers[]): FieldResolvers {
  const merged: Record<string, FieldResolvers[string]> = {};
  for (const each of all) {
    for (const [typeName, fields] of Object.entries(each))
      merged[typeName] = { ...merged[typeName], ...fields };
  }
  return merged;
}
