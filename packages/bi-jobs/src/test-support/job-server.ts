import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Reader } from '@mtg/bi-doors';
import { mountExports } from '@mtg/exports';
import { createHttpServer, createLogger, listen, refuse } from '@mtg/service-kit';
import { WAREHOUSE_MIGRATIONS } from '@mtg/warehouse';
import { Pool } from 'pg';
import type { TestDatabase } from '../../../../tests/support/test-database';
import { VISITS, VISITS_VIEW } from '../../../dataset-query/src/test-support/visits';
import type { JobSettings } from '../settings';
import { startJobs } from '../start-jobs';

const FRESHNESS = `CREATE TABLE bi.freshness (street text, state text, fresh_at timestamptz, age_seconds int, position bigint,
    problem_zh text, problem_en text, place int, first_position bigint DEFAULT 0);
  INSERT INTO bi.freshness VALUES ('DAYU', 'FOLLOWING', '2026-03-01T00:00:00Z', 1, 9, NULL, NULL, 0),
    ('CHENGZI', 'FAILED', '2026-03-01T00:00:00Z', 900, 4, NULL, NULL, 1);`;

const all: Reader['refusal'] = () => undefined;
const READERS: Readonly<Record<string, Reader>> = {
  zhang: { subject: 'key:zhang', key: 'zhang', street: undefined, refusal: all },
  li: { subject: 'key:li', key: 'li', street: 'CHENGZI', refusal: all },
  token: { subject: 'key:zhang', street: undefined, refusal: all },
  stranger: {
    subject: 'stranger',
    street: undefined,
    refusal: () => ({ zh: '该角色无权查阅', en: 'The role may not read this' }),
  },
};

/** Prepares a database with the tables of jobs, two keys, and the dataset of visits. */
export async function prepareJobs(store: TestDatabase): Promise<void> {
  // A migration needs nothing of a runner but its `query`.
  for (const Migration of WAREHOUSE_MIGRATIONS) await new Migration().up({ query: store.query } as never);
  await store.query('DROP SCHEMA bi');
  await store.query(VISITS_VIEW);
  await store.query(FRESHNESS);
  await store.query(`INSERT INTO warehouse.key (name, street, verifier, created_at, expires_at)
    SELECT name, NULL, 'SCRAM-SHA-256$', now() - interval '1 day', 'infinity' FROM unnest('{zhang,li}'::text[]) AS name`);
}

/** A job as it is described to its reader. */
export interface Described {
  readonly id: string;
  readonly state: string;
  readonly rows: number;
  readonly progress: number;
  readonly position: string;
  readonly freshness: readonly { readonly street: string; readonly stale: boolean }[];
  readonly problem: { readonly code: string; readonly message: string } | null;
  readonly download?: { readonly url: string; readonly bytes: number; readonly sha256: string };
}

/** A program that makes jobs. */
export interface JobServer {
  readonly directory: string;
  readonly pool: Pool;
  /** Asks as a reader, `zhang` by default. */
  ask(
    path: string,
    request?: {
      method?: string;
      body?: unknown;
      reader?: string;
      /** In place of the usual ones. */
      headers?: Readonly<Record<string, string>>;
      /** A body as it is. */
      raw?: string;
    },
  ): Promise<Response>;
  post(body: Readonly<Record<string, unknown>>, reader?: string): Promise<Described>;
  state(id: string, reader?: string): Promise<Described>;
  stop(): Promise<void>;
}

/** Starts a program over the database of a test. Those with the same directory are programs of one warehouse. */
export async function startJobServer(
  { url }: TestDatabase,
  settings: Partial<JobSettings> = {},
): Promise<JobServer> {
  const directory = settings.directory ?? (await mkdtemp(join(tmpdir(), 'jobs-')));
  const pool = new Pool({ connectionString: url, application_name: 'jobs' });
  pool.on('error', () => undefined);
  const logger = createLogger('jobs', 'silent');
  const app = createHttpServer(logger);
  const doors = {
    pool,
    datasets: [VISITS],
    sources: ['DAYU', 'CHENGZI'].map((code) => ({ code, title: code })),
    authenticate: async (authorization: string | undefined) => {
      const reader = READERS[authorization ?? ''];
      if (!reader) throw refuse.because('UNAUTHENTICATED', { zh: '请登录', en: 'Log in' });
      return reader;
    },
    logger,
  };
  mountExports(app, doors);
  const limits = { perReader: 10, mostBytes: 1e9, keepSeconds: 3600, atOnce: 1, linkSeconds: 60 };
  await startJobs(app, doors, { ...limits, ...settings, directory });
  const address = await listen(app, { host: '127.0.0.1', port: 0 });
  const ask: JobServer['ask'] = (path, { method = 'GET', body, reader = 'zhang', headers, raw } = {}) =>
    fetch(`${address}${path}`, {
      method,
      headers: headers ?? {
        authorization: reader,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(raw !== undefined && { body: raw }),
    });
  const described = async (answer: Promise<Response>): Promise<Described> =>
    (await (await answer).json()) as Described;
  return {
    directory,
    pool,
    ask,
    post: (body, reader = 'zhang') => described(ask('/bi/jobs', { method: 'POST', body, reader })),
    state: (id, reader = 'zhang') => described(ask(`/bi/jobs/${id}`, { reader })),
    stop: async () => {
      await app.close();
      await pool.end();
    },
  };
}
