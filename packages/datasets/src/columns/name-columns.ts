import type { Bilingual } from '@mtg/governance';
import type { Catalogue } from '../sources/catalogue';
import type { DatasetColumn, Join, KeyedTables, Place } from '../model/dataset';
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
  const name = `${position.prefix}${stem}_${isList ? 'names' : 'name'}`;
  const words = nameWords(column, isList);
  const needs = [
    ...needAt(position, [column.name]),
    { table: target.table.sqlName, columns: ['code', 'name'], ...(keyed.of && { of: keyed.of }) },
  ];
  const common = { name, sql: 'text', nullable: true, role: 'DIMENSION', needs, ...words } as const;
  const earlier = position.joins.map(({ alias }) => alias);
  if (isList) {
    const expression = (row: string, place: Place): string =>
      namesOf(`${aliasAt(position, row)}.${column.name}`, place, keyed);
    return { columns: [makeColumn({ ...common, joins: earlier, expression })], joins: [] };
  }
  const join: Join = {
    alias: `${aliasAt(position, 'to')}_${stem}`,
    target: keyed,
    columns: ['name'],
    ...(earlier.length > 0 && { after: earlier.at(-1) }),
    on: (row) => `${aliasAt(position, row)}.${column.name}`,
  };
  const joins = [...position.joins, join];
  return {
    columns: [
      makeColumn({
        ...common,
        joins: joins.map(({ alias }) => alias),
        expression: () => `${join.alias}.name`,
      }),
    ],
    joins,
  };
}

const namesOf = (codes: string, place: Place, keyed: KeyedTables): string =>
  `(SELECT string_agg(coalesce(named.name, listed.code), '、' ORDER BY listed.place) FROM unnest(${codes}) WITH ORDINALITY listed(code, place) LEFT JOIN ${place.keyed(keyed, ['name'])} named ON named.code = listed.code)`;

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
