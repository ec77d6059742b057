import { createHash } from 'node:crypto';
import { QueryProblem } from '../query-problem';
import type { OrderTerm } from './order';

/** Content of a cursor: the row that a page ends with, by the values of the order. */
type CursorValues = readonly (string | null)[];

const contentOf = ({ column, descending, absentIsLeast = false }: OrderTerm): readonly unknown[] => [
  column.name,
  descending,
  ...(absentIsLeast ? ['ABSENT_IS_LEAST'] : []),
];

const digestOf = (dataset: string, order: readonly OrderTerm[]): string =>
  createHash('sha256')
    .update(JSON.stringify([dataset, ...order.map(contentOf)]))
    .digest('base64url')
    .slice(0, 8);

/** Writes a cursor. Clients pass it back as it is. */
export const writeCursor = (dataset: string, order: readonly OrderTerm[], values: CursorValues): string =>
  Buffer.from(JSON.stringify([digestOf(dataset, order), ...values])).toString('base64url');

/**
 * Reads a cursor.
 *
 * @throws QueryProblem for one of another order, or that this platform did not write
 */
export function readCursor(
  dataset: string,
  order: readonly OrderTerm[],
  cursor: string,
  field = 'after',
): CursorValues {
  const [digest, ...values] = parsed(cursor);
  const isValid = values.every((value) => value === null || typeof value === 'string');
  if (!isValid || values.length !== order.length || digest !== digestOf(dataset, order)) {
    throw new QueryProblem(field, {
      zh: '游标与本查询不符：请用同一数据集、同一排序的上一页给出的游标，或从第一页开始',
      en: 'the cursor is not of this query. Use one of a page of the same dataset in the same order, or start with the first page',
    });
  }
  return values;
}

function parsed(cursor: string): readonly unknown[] {
  try {
    const found: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(found) ? found : [];
  } catch {
    return [];
  }
}
