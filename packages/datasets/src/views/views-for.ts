import { zhEn } from '@mtg/subgraph-kit';
import { escapeIdentifier, escapeLiteral } from 'pg';
import type { Dataset, DatasetColumn, Join } from '../model/dataset';
import { BranchPlace, DISTRICT_CODE, type PresentSource } from './place';

/** A view of the warehouse, as the text that makes it. */
export interface BiView {
  readonly name: string;
  readonly dataset: Dataset;
  /** The SELECT. */
  readonly select: string;
  /** Statements that put comments on the view and its columns, Chinese first. */
  readonly comments: readonly string[];
}

/** Schema of the views. */
export const BI_SCHEMA = 'bi';

/** Alias of the dataset's table. */
const ROW = 't';

/** The text of the views of datasets over the sources that are there. A view without a source has all columns and no rows. */
export const viewsFor = (
  datasets: readonly Dataset[],
  sources: readonly PresentSource[],
): readonly BiView[] =>
  datasets.map((dataset) => ({
    name: dataset.name,
    dataset,
    select: selectOf(dataset, sources),
    comments: commentsOn(dataset),
  }));

function selectOf(dataset: Dataset, sources: readonly PresentSource[]): string {
  const district = sources.find(({ code }) => code === DISTRICT_CODE);
  const branches = sources
    .filter(({ code }) => (code === DISTRICT_CODE) === (dataset.owner === 'DISTRICT'))
    .flatMap((source) =>
      [dataset.table, ...dataset.furtherTables]
        .filter((table) => source.tables.has(table))
        .map((table) => new BranchPlace(source, district, table, dataset.table))
        .filter((place) => place.has(dataset.rows?.needs ?? [])),
    );
  if (branches.length === 0) return emptySelect(dataset);
  return branches.map((place) => branchOf(dataset, place)).join('\nUNION ALL\n');
}

const nullOf = ({ sql, name }: DatasetColumn): string => `NULL::${sql} AS ${escapeIdentifier(name)}`;

const emptySelect = ({ columns }: Dataset): string => `SELECT ${columns.map(nullOf).join(', ')} WHERE false`;

function branchOf({ columns, joins, rows }: Dataset, place: BranchPlace): string {
  const { code, title } = place.source;
  const constants = new Map([
    ['street', code],
    ['street_name', title],
  ]);
  const used = new Set<string>();
  const listed = columns.map((column) => {
    const constant = constants.get(column.name);
    const name = escapeIdentifier(column.name);
    if (constant !== undefined) return `${escapeLiteral(constant)}::text AS ${name}`;
    if (!place.has(column.needs)) return nullOf(column);
    for (const alias of column.joins) used.add(alias);
    return `(${column.expression(ROW, place)})::${column.sql} AS ${name}`;
  });
  const joined = joins.filter(({ alias }) => used.has(alias)).map((join) => joinOf(join, place));
  const from = rows ? rows.sql(place) : place.named(place.table);
  return [`SELECT ${listed.join(',\n  ')}`, `FROM ${from} ${ROW}`, ...joined].join('\n');
}

/** A join by a key that one row has: the planner leaves it out where none of its columns is asked for. */
const joinOf = ({ alias, key, columns, rows, on }: Join, place: BranchPlace): string =>
  `LEFT JOIN ${rows(place, columns)} ${alias} ON ${alias}.${key} = ${on(ROW)}`;

function commentsOn({ name, zh, en, columns }: Dataset): readonly string[] {
  const view = `${BI_SCHEMA}.${escapeIdentifier(name)}`;
  return [
    `COMMENT ON VIEW ${view} IS ${escapeLiteral(zhEn(zh, en))}`,
    ...columns.map(
      (column) =>
        `COMMENT ON COLUMN ${view}.${escapeIdentifier(column.name)} IS ${escapeLiteral(commentOf(column))}`,
    ),
  ];
}

function commentOf({ zh, description, unit }: DatasetColumn): string {
  const text = description.zh.startsWith(zh) ? description.zh : `${zh}：${description.zh}`;
  return zhEn(unit === undefined ? text : `${text}（单位：${unit}）`, description.en);
}
