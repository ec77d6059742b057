/**
 * Every `extensions.code` that a client can meet, as data: documentation and tests read it, and so does a reader
 * who wonders which error to throw. In the manner of RFC 9457, the code is stable and the sentence is for people.
 */
export interface ErrorCode {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

const define = <C extends string>(code: C, zh: string, en: string) =>
  ({ code, zh, en }) as const satisfies ErrorCode;

export const ERROR_CODES = {
  BAD_USER_INPUT: define(
    'BAD_USER_INPUT',
    '输入有误，包括缺少字段、类型不符、词汇中没有的值；message 逐行指出字段和改法，extensions.field 为第一处的路径',
    'The input is invalid: a field is missing, has the wrong type, or a value outside its vocabulary. The message names each field and its correction, one per line. `extensions.field` is the path of the first',
  ),
  UNAUTHENTICATED: define(
    'UNAUTHENTICATED',
    '没有令牌，或令牌无效、已过期；请重新登录',
    'The token is missing, invalid or expired. Log in again',
  ),
  IDENTITY_UNAVAILABLE: define(
    'IDENTITY_UNAVAILABLE',
    '暂时无法核验令牌（取不到签名公钥），请稍后再试',
    'Tokens cannot be verified because their issuer’s keys are unavailable. Try again later',
  ),
  FORBIDDEN: define(
    'FORBIDDEN',
    '该角色无权这样做；message 指出谁可以',
    'The role may not do this. The message names the roles that may',
  ),
  NOT_FOUND: define('NOT_FOUND', '所指对象不存在', 'The requested object does not exist'),
  RULE_VIOLATION: define(
    'RULE_VIOLATION',
    '违反治理规则；extensions.rule 为规则编码，sentence 为原文，missing 为所缺各项的名称',
    'A governance rule is violated. `extensions.rule` is its code, `sentence` its text, `missing` names the missing items',
  ),
  CONFLICT: define(
    'CONFLICT',
    '他人已先改动，或所引用的对象现在的状态不容许；extensions.currentVersion 为当前版本，请重读，按所说的办法再试',
    'Another user has changed the object, or the state of a referenced object does not allow this. `extensions.currentVersion` is the current version. Read again, then follow the message',
  ),
  IDEMPOTENCY_MISMATCH: define(
    'IDEMPOTENCY_MISMATCH',
    '同一个 Idempotency-Key 已用于另一内容；新的操作请用新的键',
    'The Idempotency-Key was already used with another payload. Use a new key for a new command',
  ),
  SUBGRAPH_UNAVAILABLE: define(
    'SUBGRAPH_UNAVAILABLE',
    '某街道（extensions.street）或区级子图暂不可用，其余数据完整',
    'The subgraph of a street (`extensions.street`) or of the district is unavailable. All other data is complete',
  ),
  OVERLOADED: define(
    'OVERLOADED',
    '正忙，没有执行，或没有在时限内完成；extensions.retryAfterSeconds 秒后再试。操作请用同一个 Idempotency-Key',
    'Busy: not executed, or not finished in time. Retry after `extensions.retryAfterSeconds` seconds. Retry commands with the same Idempotency-Key',
  ),
  STORAGE_FULL: define(
    'STORAGE_FULL',
    '某街道（extensions.street）或区级的数据库存储已满，无法写入；查询照常，请通知运维',
    'The database of a street (`extensions.street`) or of the district has no storage left for writing. Queries still work. Inform the operator',
  ),
  DATABASE_LOGIN_REFUSED: define(
    'DATABASE_LOGIN_REFUSED',
    '某街道（extensions.street）或区级的数据库拒绝平台登录，如口令已更换；其余数据完整，请通知运维',
    'The database of a street (`extensions.street`) or of the district refuses the platform’s login, e.g. after a change of password. All other data is complete. Inform the operator',
  ),
  INTERNAL_SERVER_ERROR: define(
    'INTERNAL_SERVER_ERROR',
    '内部错误；请凭 extensions.requestId 联系管理员',
    'Internal error. Report `extensions.requestId` to the operator',
  ),
} as const;

export type ErrorCodeName = keyof typeof ERROR_CODES;

/** `extensions.retryAfterSeconds` of OVERLOADED: the causes that delay a street last about as long. */
export const RETRY_AFTER_SECONDS = 5;

/** Codes for a request that is wrong in itself, before anything of it is executed; given by the GraphQL server. */
export const REQUEST_ERROR_CODES = {
  GRAPHQL_PARSE_FAILED: define('GRAPHQL_PARSE_FAILED', '查询语法有误', 'The query cannot be parsed'),
  GRAPHQL_VALIDATION_FAILED: define(
    'GRAPHQL_VALIDATION_FAILED',
    '查询不符合模式',
    'The query does not match the schema',
  ),
  QUERY_TOO_LARGE: define(
    'QUERY_TOO_LARGE',
    '查询过大，没有数据；extensions.cost 为其代价，limit 为上限，firstThatFits 为能通过的最大 first（如有）',
    'The query is too large and returns no data. `extensions.cost` is its cost, `limit` the limit, `firstThatFits` the largest `first` that would pass, if any',
  ),
  OPERATION_RESOLUTION_FAILURE: define(
    'OPERATION_RESOLUTION_FAILURE',
    '无法确定要执行的操作',
    'The operation to execute cannot be determined',
  ),
  BAD_REQUEST: define('BAD_REQUEST', '请求有误', 'The HTTP request is invalid'),
  RATE_LIMITED: define(
    'RATE_LIMITED',
    '该令牌或该地址的请求过于频繁，或新的查询文档用去太多准备时间（HTTP 429）；请在 Retry-After 所说的秒数之后再试',
    'Too many requests with this token or from this address, or too much time spent preparing its new documents (HTTP 429). Retry after the seconds given by Retry-After',
  ),
  PERSISTED_QUERY_NOT_FOUND: define(
    'PERSISTED_QUERY_NOT_FOUND',
    '没有此持久化查询',
    'Unknown persisted query',
  ),
  PERSISTED_QUERY_NOT_SUPPORTED: define(
    'PERSISTED_QUERY_NOT_SUPPORTED',
    '不支持持久化查询',
    'Persisted queries are not supported',
  ),
} as const;
