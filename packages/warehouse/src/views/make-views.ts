import { createHash } from 'node:crypto';
import { escapeIdentifier, escapeLiteral, type ClientBase } from 'pg';
import type { DatasetView, NamedSource } from './dataset-view';
import { freshnessView } from './freshness-view';
import { inSchema, REMOVED } from '../mirror/mirrored-table';
import { presentTables, type PresentTables } from './present-tables';
import { changedParts, DISTRICT, partSchema, partStatements, type PartViews } from './part-views';
import { grantReaders } from './readers';

/** The views that follow from the tables that are there. */
export type ViewsOver = (
  sources: readonly (NamedSource & { readonly tables: PresentTables })[],
) => readonly DatasetView[];

/**
 * Recreates the views in `bi`: the datasets, how fresh each source is, and what was removed. Within one transaction, so that a
 * reader sees the old ones or the new ones.
 *
 * @param serving roles of the programs that serve from the views
 * @param staleAfterSeconds a source that is followed and not heard of for longer is behind
 */
export async function makeViews(
  warehouse: ClientBase,
  sources: readonly NamedSource[],
  viewsOver: ViewsOver,
  serving: readonly string[],
  staleAfterSeconds: number,
): Promise<void> {
  const present = await presentTables(
    warehouse,
    sources.map(({ name }) => name),
  );
  const copied = sources.filter(({ name }) => present.has(name));
  const found = sources.flatMap((source) => {
    const tables = present.get(source.name);
    return tables ? [{ ...source, tables }] : [];
  });
  const views = [freshnessView(sources, staleAfterSeconds), removedRows(copied), ...viewsOver(found)];
  const parts = sources.map((source): PartViews => {
    const own = viewsOver(found.filter(({ code }) => code === source.code || code === DISTRICT));
    return {
      schema: partSchema(source),
      views: own.map(({ name, select }) => ({ name, select: ofReader(select) })),
    };
  });
  await replaceViews(
    warehouse,
    views.map(({ name, select, comments }) => ({ name, select: ofReader(select), comments })),
    parts,
  );
  await grantReaders(
    warehouse,
    serving,
    parts.map(({ schema }) => schema),
  );
}

/** Views that are there already stay: a program that starts waits for no reader, and none for it. */
async function replaceViews(
  warehouse: ClientBase,
  views: readonly DatasetView[],
  parts: readonly PartViews[],
): Promise<void> {
  const statements = [
    ...(await statementsForAll(warehouse, views)),
    // A new copy of one street leaves the views of the others as they are.
    ...(await changedParts(warehouse, parts)).flatMap(partStatements),
  ];
  if (statements.length > 0) await warehouse.query(statements.join(';\n'));
}

async function statementsForAll(
  warehouse: ClientBase,
  views: readonly DatasetView[],
): Promise<readonly string[]> {
  const digest = createHash('sha256').update(JSON.stringify(views)).digest('hex');
  const { rows } = await warehouse.query<{ name: string; digest: string | null }>(
    `SELECT viewname AS name, (SELECT digest FROM warehouse.view_set) AS digest FROM pg_views WHERE schemaname = 'bi'`,
  );
  // A copy that was replaced has taken its views along.
  if (rows.length === views.length && rows.every((row) => row.digest === digest)) return [];
  return [
    ...(rows.length > 0 ? [`DROP VIEW ${rows.map(({ name }) => inBi(name)).join(', ')}`] : []),
    ...views.flatMap(({ name, select, comments }) => [`CREATE VIEW ${inBi(name)} AS ${select}`, ...comments]),
    'DELETE FROM warehouse.view_set',
    `INSERT INTO warehouse.view_set VALUES ('${digest}')`,
  ];
}

/**
 * Keeps a view to the streets that the login reads. The planner puts the condition into each branch, where the street is a
 * constant: it is asked once before a branch is read, and no branch is read in vain.
 */
const ofReader = (select: string): string =>
  `SELECT * FROM (${select}) AS every WHERE warehouse.reads(street)`;

const inBi = (name: string): string => `bi.${escapeIdentifier(name)}`;

const REMOVED_COMMENTS = [
  ['street', '街道代码，区级为 DISTRICT · Code of the street. DISTRICT for the district'],
  ['table_name', '行所在的表 · Table that the row was in'],
  ['id', '行的标识 · Identifier of the row'],
  ['position', '移除的位置 · Position of the removal'],
  ['removed_at', '得知移除的时间 · Time at which the removal was noted'],
] as const;

function removedRows(sources: readonly NamedSource[]): DatasetView {
  const parts = sources.map(
    ({ name, code }) =>
      `SELECT ${escapeLiteral(code)}::text AS street, table_name, id, position, removed_at FROM ${inSchema(name, REMOVED)}`,
  );
  const none = `SELECT NULL::text AS street, NULL::text AS table_name, NULL::uuid AS id, NULL::bigint AS position, NULL::timestamptz AS removed_at WHERE false`;
  return {
    name: 'removed_rows',
    select: parts.length > 0 ? parts.join(' UNION ALL ') : none,
    comments: [
      `COMMENT ON VIEW bi.removed_rows IS '已移除的行：增量读取时据此删除 · Rows that were removed. Incremental clients delete them'`,
      ...REMOVED_COMMENTS.map(
        ([name, comment]) => `COMMENT ON COLUMN bi.removed_rows.${name} IS ${escapeLiteral(comment)}`,
      ),
    ],
  };
}
