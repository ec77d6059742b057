import { refuse } from '@mtg/service-kit';
import { DatabaseError } from 'pg';
import { badRequest } from '../request/problem';

const CANCELLED = '57014';

/** An error of PostgreSQL that the query is the cause of, as a client is told it; any other error as it is. */
export function queryRefusal(error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error;
  const { code = '' } = error;
  // 22: a value that a function does not take; 54: more than the server takes.
  if (code.startsWith('22') || code.startsWith('54')) {
    return badRequest('$filter', {
      zh: `查询无法计算：数值超出范围或条件过于复杂（${code}）；请检查其中的值和函数`,
      en: `The query cannot be computed: a value is out of range, or the query too complex (${code}). Check its values and functions`,
    });
  }
  if (code !== CANCELLED) return error;
  return refuse.because('OVERLOADED', {
    zh: '查询没有在时限内完成：请缩小范围，或用 $apply 分组',
    en: 'The query did not finish in time. Ask for fewer rows, or group them by $apply',
  });
}
