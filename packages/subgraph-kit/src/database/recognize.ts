import { PublicError, RETRY_AFTER_SECONDS, refuse, type RefusalCode } from '@mtg/service-kit';
import { isDatabaseUnavailable, isPoolExhausted } from './unavailable';

/** Subgraph that answers, as named in its errors. */
export interface Answering {
  readonly name: string;
  readonly title: string;
  readonly street?: string;
}

/** Message and code for a failure of the database, in both languages. */
interface Recognized {
  /** SQLSTATE, or the beginning of a class of them. */
  readonly sqlState: RegExp;
  readonly code: RefusalCode;
  readonly zh: (title: string) => string;
  readonly en: (name: string) => string;
  readonly isOverNextTime?: true;
}

const BUSY_WRITING: Omit<Recognized, 'sqlState'> = {
  code: 'OVERLOADED',
  zh: (title) => `${title}正忙于另一项写入，请稍后用同一个 Idempotency-Key 重试`,
  en: (name) => `${name} is busy with another write. Retry later with the same Idempotency-Key`,
  isOverNextTime: true,
};

const BUSY: Omit<Recognized, 'sqlState'> = {
  code: 'OVERLOADED',
  zh: (title) => `${title}正忙，未能在时限内完成；请稍后再试，或缩小查询`,
  en: (name) => `${name} is busy and did not finish in time. Retry later, or request less data`,
  isOverNextTime: true,
};

const RECOGNIZED: readonly Recognized[] = [
  // A lock that another transaction did not give back in time, a deadlock, a conflict of serializable transactions.
  { sqlState: /^(55P03|40P01|40001)$/, ...BUSY_WRITING },
  // Cancelled by statement_timeout; too many connections; out of memory.
  { sqlState: /^(57014|53300|53200)$/, ...BUSY },
  {
    sqlState: /^(53100|53400)$/,
    code: 'STORAGE_FULL',
    zh: (title) => `${title}的数据库存储已满，没有写入；查询照常，请通知运维腾出空间`,
    en: (name) =>
      `The database of ${name} is full, and nothing was written. Queries still work. Ask the operator to free storage`,
  },
  {
    sqlState: /^(28|3D000)/,
    code: 'DATABASE_LOGIN_REFUSED',
    zh: (title) => `${title}的数据库拒绝平台登录，其余数据完整；请通知运维核对用户、口令和库名`,
    en: (name) =>
      `The database of ${name} refuses the platform’s login. All other data is complete. Ask the operator to check user, password and database name`,
  },
  // A standby, or a server that was made read-only; an I/O error; damaged data; rights that were taken away.
  {
    sqlState: /^(25006|58|XX00[12]|42501|55000)/,
    code: 'SUBGRAPH_UNAVAILABLE',
    zh: (title) => `${title}的数据库发生故障或处于只读状态，没有写入，其余数据完整；请通知运维`,
    en: (name) =>
      `The database of ${name} is faulty or read-only, and nothing was written. All other data is complete. Inform the operator`,
  },
];

/** SQLSTATE of text that PostgreSQL cannot hold: it has the character U+0000. */
const UNSTORABLE_TEXT = '22021';

/** Converts an error of the database to a message for the client. Undefined for an internal fault. */
export function recognizeDatabaseError(error: unknown, answering: Answering): PublicError | undefined {
  const { name, title, street } = answering;
  const whose = { subgraph: name, ...(street && { street }) };
  if (isPoolExhausted(error)) return refusal(BUSY, answering);
  const sqlState = sqlStateOf(error);
  const known = RECOGNIZED.find((each) => each.sqlState.test(sqlState));
  if (known) return refusal(known, answering);
  // A street without its database is a street that does not answer: the client is told the same.
  if (isDatabaseUnavailable(error)) {
    return refuse.because(
      'SUBGRAPH_UNAVAILABLE',
      {
        zh: `${title}的数据库暂不可用，其余数据完整。请稍后再试`,
        en: `The database of ${street ?? name} is unavailable. All other data is complete. Retry later`,
      },
      whose,
    );
  }
  if (sqlState === UNSTORABLE_TEXT) {
    return refuse.because('BAD_USER_INPUT', {
      zh: '文本中有不允许的字符 U+0000，请去掉',
      en: 'The text contains the character U+0000, which is not allowed. Remove it',
    });
  }
  return undefined;
}

function refusal(
  { code, zh, en, isOverNextTime }: Omit<Recognized, 'sqlState'>,
  { name, title, street }: Answering,
): PublicError {
  return refuse.because(
    code,
    { zh: zh(title), en: en(street ?? name) },
    {
      subgraph: name,
      ...(street && { street }),
      ...(isOverNextTime && { retryAfterSeconds: RETRY_AFTER_SECONDS }),
    },
  );
}

/** The code that PostgreSQL gave; the empty text for an error that is not its. */
function sqlStateOf(error: unknown): string {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : '';
}
