import type { Bilingual } from '@mtg/governance';
import type { Catalogue } from '../sources/catalogue';
import type { DatasetColumn, Join, KeyedTables } from '../model/dataset';
import type { SourceColumn, SourceTable } from '../sources/source-table';
import { aliasAt, makeColumn, needAt, type Position } from './column-builder';

/** Columns with the joins that they read. */
export interface Joined {
  readonly columns: readonly DatasetColumn[];
  readonly joins: readonly Join[];
}

export const NOTHING: Joined = { columns: [], joins: [] };

/** The name beside a code, or the names beside a list of codes. */
export function nameColumns(
  catalogue: Catalogue,
  position: Position,
  column: SourceColumn,
  target: SourceTable,
): Joined {
  const keyed = catalogue.keyed(target, 'code', position.source.owner);
  const stem = column.name.replace(/_codes?$/, '');
  const isList = column.sql === 'text[]';
  const needs = [
    ...needAt(position, [column.name]),
    { table: target.table.sqlName, columns: ['code', 'name'], ...(keyed.of && { of: keyed.of }) },
  ];
  const join: Join = {
    alias: `${aliasAt(position, 'to')}_${stem}${isList ? '_list' : ''}`,
    on: (row) => `${aliasAt(position, row)}.${column.name}`,
    ...(isList
      ? { key: 'codes', columns: ['names'], rows: namesOfLists(position, column, keyed) }
      : { key: 'code', columns: ['name'], rows: (place, columns) => place.keyed(keyed, columns) }),
  };
  const joins = [...position.joins, join];
  const made = makeColumn({
    name: `${position.prefix}${stem}_${isList ? 'names' : 'name'}`,
    sql: 'text',
    nullable: true,
    role: 'DIMENSION',
    needs,
    ...nameWords(column, isList),
    joins: joins.map(({ alias }) => alias),
    expression: () => `${join.alias}.${isList ? 'names' : 'name'}`,
  });
  return { columns: [made], joins };
}

/** The names of each list of codes that a table has: there are few lists, and many rows with each. */
const namesOfLists =
  ({ source, of }: Position, column: SourceColumn, keyed: KeyedTables): Join['rows'] =>
  (place) =>
    `(SELECT lists.codes, string_agg(coalesce(named.name, listed.code), '、' ORDER BY listed.place) AS names
    FROM (SELECT DISTINCT ${column.name} AS codes FROM ${place.named(source.table.sqlName, of)}) lists
    CROSS JOIN LATERAL unnest(lists.codes) WITH ORDINALITY listed(code, place)
    LEFT JOIN ${place.keyed(keyed, ['name'])} named ON named.code = listed.code GROUP BY lists.codes)`;

function nameWords(
  { label }: SourceColumn,
  isList: boolean,
): Bilingual & { readonly description: Bilingual } {
  const zh = `${label.zh.replace(/代码$/, '')}名称`;
  const isCode = /^Codes? /.test(label.en);
  const en = isCode ? label.en.replace(/^Codes? /, isList ? 'Names ' : 'Name ') : `${label.en}, name`;
  return {
    zh,
    en,
    description: isList
      ? { zh: `${zh}，以顿号分隔`, en: `${en}, separated by 、` }
      : { zh: `${zh}，没有代码时为空`, en: `${en}. Null without a code` },
  };
}
