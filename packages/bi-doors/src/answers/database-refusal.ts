import { type PublicError, refuse } from '@mtg/service-kit';
import { recognizeDatabaseError } from '@mtg/subgraph-kit';
import { DatabaseError } from 'pg';

/** The warehouse, as named in its errors. */
const WAREHOUSE = { name: 'insight', title: '区级数据分析' };

/** SQLSTATEs of a value that a comparison does not take, and (54) of more than the server takes. */
const OF_THE_QUERY = /^(22003|2200[78]|2201B|22P02|54)/;

/** An error of the warehouse as a client is told it. Undefined for an internal fault. */
export function databaseRefusal(error: unknown): PublicError | undefined {
  const code = error instanceof DatabaseError ? (error.code ?? '') : '';
  if (!OF_THE_QUERY.test(code)) return recognizeDatabaseError(error, WAREHOUSE);
  return refuse.because(
    'BAD_USER_INPUT',
    {
      zh: `查询无法计算：数值超出范围，或条件过于复杂（${code}）。请检查其中的值和函数`,
      en: `The query cannot be computed: a value is out of range, or the query is too complex (${code}). Check its values and functions`,
    },
    { field: 'filter' },
  );
}
