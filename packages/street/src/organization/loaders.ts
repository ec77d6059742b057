import { groupByKey } from '@mtg/subgraph-kit';
import { In, IsNull, type DataSource } from 'typeorm';
import { FieldAgency } from './field-agency';
import { FunctionalCenter } from './functional-center';
import { Post } from './post';
import { Section } from './section';
import { ServiceSystem } from './service-system';

/** Batch functions, one query each however many centers or sections an operation touches. */

export const centersByCode = (database: DataSource) => async (codes: readonly string[]) => {
  const rows = await database.getRepository(FunctionalCenter).findBy({ code: In(codes) });
  return groupByKey(codes, rows, (row) => row.code).map(([row]) => row ?? null);
};

export const sectionsByCenter = (database: DataSource) => async (codes: readonly string[]) =>
  groupByKey(codes, await current(database, Section, { centerCode: In(codes) }), (row) => row.centerCode);

export const systemsByCenter = (database: DataSource) => async (codes: readonly string[]) =>
  groupByKey(codes, await current(database, ServiceSystem, { centerCode: In(codes) }), (row) => row.centerCode);

export const postsByCenter = (database: DataSource) => async (codes: readonly string[]) =>
  groupByKey(codes, await current(database, Post, { centerCode: In(codes) }), (row) => row.centerCode);

export const sectionsByName = (database: DataSource) => async (names: readonly string[]) => {
  const rows = await database.getRepository(Section).findBy({ name: In(names) });
  return groupByKey(names, rows, (row) => row.name).map(([row]) => row ?? null);
};

export const agenciesBySection = (database: DataSource) => async (names: readonly string[]) =>
  groupByKey(names, await current(database, FieldAgency, { sectionName: In(names) }), (row) => row.sectionName).map(
    ([row]) => row ?? null,
  );

/** Rows that were not withdrawn, in the order in which their file lists them. */
function current<Row extends { id: string; deletedAt: Date | null }>(
  database: DataSource,
  entity: new () => Row,
  where: Readonly<Record<string, unknown>>,
): Promise<Row[]> {
  return database.getRepository(entity).find({
    where: { ...where, deletedAt: IsNull() } as never,
    order: { id: 'ASC' } as never,
  });
}
