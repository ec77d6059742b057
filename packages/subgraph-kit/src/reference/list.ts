import { shownCode } from '@mtg/governance';
import { refuse } from '@mtg/service-kit';
import {
  IsNull,
  MoreThanOrEqual,
  Raw,
  type DataSource,
  type FindOptionsOrder,
  type FindOptionsWhere,
  type ObjectLiteral,
  type Repository,
} from 'typeorm';
import { isWithinTimeRange, OUTSIDE_TIME_RANGE } from '../schema/time-range';
import { groupByKey } from '../context/loaders';
import { patternOf } from '../text/looks-like';
import type { ReferenceFilter } from './filter';
import type { ReferenceRow } from './reference-row';
import { rowsByKey } from './rows-by-key';

type EntityClass<Row> = new () => Row;

/** Reads tables, of any connection or of one transaction. It leads to no connection, so that a command may use it. */
export interface Repositories {
  getRepository<Row extends ObjectLiteral>(
    entity: EntityClass<Row>,
  ): Pick<Repository<Row>, 'countBy' | 'find' | 'findOneBy'>;
}

/**
 * The rows in force, in the order of a column; of `id` by default, which is the order of their file. With
 * `updatedSince` also the withdrawn ones, as tombstones.
 *
 * @throws PublicError BAD_USER_INPUT for a time that makes no sense
 */
export async function listReference<Row extends ReferenceRow>(
  database: Repositories,
  entity: EntityClass<Row>,
  options: {
    readonly where?: FindOptionsWhere<Row>;
    readonly filter?: ReferenceFilter | null;
    readonly orderBy?: keyof Row & string;
  } = {},
): Promise<Row[]> {
  const { updatedSince, nameContains } = options.filter ?? {};
  requireTimeInRange(updatedSince);
  const where = {
    ...options.where,
    ...(updatedSince ? { updatedAt: MoreThanOrEqual(updatedSince) } : { deletedAt: IsNull() }),
    ...(nameContains
      ? { name: Raw((name) => `comparison_form(${name}) LIKE :name`, { name: patternOf(nameContains) }) }
      : {}),
  } as FindOptionsWhere<Row>;
  // The key is a column of the row; the compiler takes a computed one for any string.
  const order = { [options.orderBy ?? 'id']: 'ASC' } as FindOptionsOrder<Row>;
  return database.getRepository(entity).find({ where, order });
}

/** @throws PublicError BAD_USER_INPUT for a time that makes no sense */
export function requireTimeInRange(updatedSince: Date | null | undefined): void {
  if (updatedSince && !isWithinTimeRange(updatedSince)) {
    throw refuse.inWords('BAD_USER_INPUT', `filter.updatedSince：${OUTSIDE_TIME_RANGE}`, {
      field: 'filter.updatedSince',
    });
  }
}

/** The one row in force with these values, or null. */
export const findReference = <Row extends ReferenceRow>(
  database: Repositories,
  entity: EntityClass<Row>,
  where: FindOptionsWhere<Row> = {},
): Promise<Row | null> => database.getRepository(entity).findOneBy({ ...where, deletedAt: IsNull() });

/**
 * The same for a code that a client gives: naming none is the client's mistake, and null would hide it.
 *
 * @throws PublicError NOT_FOUND naming the argument
 */
export async function requireReference<Row extends ReferenceRow & { code: string }>(
  database: Repositories,
  entity: EntityClass<Row>,
  code: string,
  what: { readonly zh: string; readonly en: string },
): Promise<Row> {
  const row = await findReference(database, entity, { code } as FindOptionsWhere<Row>);
  if (row) return row;
  const shown = shownCode(code);
  throw refuse.unknown('code', {
    zh: `没有代码为“${shown}”的${what.zh}。请更正代码`,
    en: `There is no ${what.en} “${shown}”. Correct the code`,
  });
}

/** Counts the rows in force. */
export const countReference = (database: Repositories, entity: EntityClass<ReferenceRow>): Promise<number> =>
  database.getRepository(entity).countBy({ deletedAt: IsNull() });

/** A DataLoader's batch function: for each key the rows in force whose property has it. */
export const batchByKey =
  <Row extends ReferenceRow, K extends keyof Row & string>(entity: EntityClass<Row>, property: K) =>
  (database: Pick<DataSource, 'getRepository'>) =>
  async (keys: readonly Row[K][]): Promise<Row[][]> =>
    groupByKey(
      keys,
      await rowsByKey(database.getRepository(entity), entity, property, keys),
      (row) => row[property],
    );

/** A DataLoader's batch function for a property that is unique: the row or null. */
export const batchOneByKey =
  <Row extends ReferenceRow, K extends keyof Row & string>(entity: EntityClass<Row>, property: K) =>
  (database: Pick<DataSource, 'getRepository'>) =>
  async (keys: readonly Row[K][]): Promise<(Row | null)[]> => {
    const groups = await batchByKey(entity, property)(database)(keys);
    return groups.map(([row]) => row ?? null);
  };
