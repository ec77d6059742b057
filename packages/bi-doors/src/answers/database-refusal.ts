import { type PublicError, refuse } from '@mtg/service-kit';
import { recognizeDatabaseError } from '@mtg/subgraph-kit';
import { DatabaseError } from 'pg';

/** The warehouse, as named in its errors. */
const WAREHOUSE = { name: 'insight', title: '区级数据分析' };

/** SQLSTATE 22: a value that a function does not take. 54: more than the server takes. */
const OF_THE_QUERY = /^(22|54)/;
/** The text has a character that PostgreSQL cannot hold. */
const UNSTORABLE_TEXT = '22021';

/** An error of the warehouse as a client is told it. Undefined for an internal fault. */
export function databaseRefusal(error: unknown): PublicError | undefined {
  const code = error instanceof DatabaseError ? (error.code ?? '') : '';
  if (!OF_THE_QUERY.test(code) || code === UNSTORABLE_TEXT) return recognizeDatabaseError(error, WAREHOUSE);
  return refuse.because(
    'BAD_USER_INPUT',
    {
      zh: `查询无法计算：数值超出范围，或条件过于复杂（${code}）。请检查其中的值和函数`,
      en: `The query cannot be computed: a value is out of range, or the query is too complex (${code}). Check its values and functions`,
    },
    { field: 'filter' },
  );
}
