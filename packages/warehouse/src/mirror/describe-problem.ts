import type { Bilingual } from '@mtg/governance';
import type { SourceState } from './known-source';
import type { InTheWay } from './in-the-way';
import { SourceProblem } from '../source/source-problem';

/** Errors of the network and of a server that stops or starts, by their codes. */
const AWAY: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  '57P01',
  '57P02',
  '57P03',
  '08006',
]);

/** Where PostgreSQL refuses logins to a database, in whatever language its message is. */
const LOGIN = 'CheckMyDatabase';

/** By the SQL state of what the source refused. */
const REFUSALS: Readonly<Record<string, Bilingual>> = {
  '28P01': {
    zh: '数据源拒绝登录：口令不符。请核对 WAREHOUSE_PASSWORD',
    en: 'the source refuses the login: wrong password. Check WAREHOUSE_PASSWORD',
  },
  '28000': {
    zh: '数据源拒绝登录。请核对 WAREHOUSE_ROLE 和 pg_hba.conf',
    en: 'the source refuses the login. Check WAREHOUSE_ROLE and pg_hba.conf',
  },
  '42501': {
    zh: '该角色无权读取数据源：请以 WAREHOUSE_ROLE 重新启动其程序',
    en: 'the role may not read the source: restart its program with WAREHOUSE_ROLE',
  },
  '3F000': {
    zh: '数据源的程序版本较旧，尚无供读取共享内容的函数。请升级该程序',
    en: 'the program of the source is of an earlier version, without the functions to read what it shares. Upgrade it',
  },
  '55006': {
    zh: '复制槽正由另一连接读取；稍后自动重试',
    en: 'another connection reads the replication slot. It is tried again by itself',
  },
  '53400': {
    zh: '数据源的复制槽已用完。请调高 max_replication_slots',
    en: 'the source has no replication slots left. Raise max_replication_slots',
  },
};

/** Its SQL state is that of other refusals as well. */
const NOT_LOGICAL: Bilingual = {
  zh: '数据源未启用逻辑复制。请设置 wal_level = logical 并重新启动',
  en: 'logical replication is off at the source. Set wal_level = logical and restart it',
};

const UNREACHABLE: Bilingual = { zh: '数据源无法连接', en: 'the source cannot be reached' };
const CLOSED: Bilingual = {
  zh: '数据源的数据库暂不接受连接，例如正在恢复；稍后自动重试',
  en: 'the database of the source accepts no connections for now, for example while it is restored. It is tried again by itself',
};
const FAILED: Bilingual = {
  zh: '复制失败，详见程序日志',
  en: 'copying failed. See the log of the program',
};

/** Says in the words of the freshness page for which logins a copy waits that is ready to be read. */
export function describeWaiting(found: readonly InTheWay[]): Bilingual | undefined {
  if (found.length === 0) return undefined;
  const logins = [...new Set(found.map(({ login }) => login))];
  return {
    zh: `新的副本已就绪，等待以下登录的读取结束：${logins.join('、')}`,
    en: `the new copy is ready and waits for these logins to end reading: ${logins.join(', ')}`,
  };
}

interface Told {
  readonly code?: string;
  readonly message?: string;
  readonly routine?: string;
}

/** Says in the words of the freshness page why a source is not followed. Details stay in the log. */
export function describeProblem(error: unknown): {
  readonly state: SourceState;
  readonly problem: Bilingual;
} {
  if (error instanceof SourceProblem) return { state: 'FAILED', problem: error.problem };
  const { code = '', message = '', routine } = error as Told; // what the driver and Node throw has some of it
  if (AWAY.has(code) || /Connection terminated|timeout expired|connection timeout/i.test(message)) {
    return { state: 'UNREACHABLE', problem: UNREACHABLE };
  }
  // Whatever the language of the server's messages, the setting has this name.
  if (code === '55000' && message.includes('wal_level')) return { state: 'FAILED', problem: NOT_LOGICAL };
  if (code === '55000' && routine === LOGIN) return { state: 'UNREACHABLE', problem: CLOSED };
  return { state: 'FAILED', problem: REFUSALS[code] ?? FAILED };
}
