import { PublicError } from '@mtg/service-kit';
import { isDatabaseUnavailable } from './unavailable';

/** Who answers, as its errors say it. */
interface Answering {
  readonly name: string;
  readonly title: string;
  readonly street?: string;
}

/** SQLSTATE of text that PostgreSQL cannot hold: it has the character U+0000. */
const UNSTORABLE_TEXT = '22021';

/** SQLSTATE of a lock that somebody else did not give back in time. */
const LOCK_NOT_AVAILABLE = '55P03';

/** What a client may know of an error of the database; undefined for one that is nobody's business but ours. */
export function recognizeDatabaseError(
  error: unknown,
  { name, title, street }: Answering,
): PublicError | undefined {
  // A street without its database is a street that does not answer: the client is told the same.
  if (isDatabaseUnavailable(error)) {
    return new PublicError(
      'SUBGRAPH_UNAVAILABLE',
      `${title}的数据库暂不可用，其余数据完整 · The database of ${street ?? name} does not answer; all other data is whole`,
      { subgraph: name, ...(street && { street }) },
    );
  }
  const { code } = (error ?? {}) as { readonly code?: unknown };
  if (code === LOCK_NOT_AVAILABLE) {
    return new PublicError(
      'SUBGRAPH_UNAVAILABLE',
      `${title}正忙于另一项写入，请稍后用同一个 Idempotency-Key 重试 · ${street ?? name} is busy with another write; try again later with the same Idempotency-Key`,
      { subgraph: name, ...(street && { street }) },
    );
  }
  if (code === UNSTORABLE_TEXT) {
    return new PublicError(
      'BAD_USER_INPUT',
      '文本中有不允许的字符 U+0000，请去掉 · A text has the character U+0000, which is not allowed; remove it',
    );
  }
  return undefined;
}
