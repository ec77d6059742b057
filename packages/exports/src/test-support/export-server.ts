import type { Doors, Reader } from '@mtg/bi-doors';
import type { Dataset } from '@mtg/datasets';
import { createHttpServer, createLogger, listen, refuse } from '@mtg/service-kit';
import type { FastifyInstance } from 'fastify';
import { Pool } from 'pg';
import { mountExports } from '../mount-exports';

/** Sources of the views of tests, with their positions. */
const FRESHNESS = `CREATE TABLE IF NOT EXISTS bi.freshness (street text, state text, fresh_at timestamptz, age_seconds int, position bigint,
    problem_zh text, problem_en text, place int, first_position bigint DEFAULT 0);
  INSERT INTO bi.freshness VALUES ('DAYU', 'FOLLOWING', '2026-03-01T00:00:00Z', 1, 9, NULL, NULL, 0),
    ('CHENGZI', 'FOLLOWING', '2026-03-01T00:00:00Z', 1, 4, NULL, NULL, 1), ('DISTRICT', 'FOLLOWING', '2026-03-01T00:00:00Z', 1, 2, NULL, NULL, 2);
  CREATE TABLE IF NOT EXISTS bi.removed_rows (street text, table_name text, id uuid, position bigint);`;

const READERS: Readonly<Record<string, Reader>> = {
  district: { subject: 'district', street: undefined, refusal: () => undefined },
  chengzi: { subject: 'chengzi', street: 'CHENGZI', refusal: () => undefined },
  stranger: {
    subject: 'stranger',
    street: undefined,
    refusal: () => ({ zh: '该角色无权查阅', en: 'The role may not read this' }),
  },
};

/** A database of a test. */
interface Store {
  readonly url: string;
  query(text: string): Promise<unknown>;
}

/** A server with the exports of a database. */
export interface ExportServer {
  readonly app: FastifyInstance;
  readonly address: string;
  readonly pool: Pool;
  /** Asks as a reader, `district` by default. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  stop(): Promise<void>;
}

/** Starts a server over the views of a database. */
export async function startExports(
  { url, query }: Store,
  datasets: readonly Dataset[],
  more: Pick<Doors, 'stallMs'> = {},
): Promise<ExportServer> {
  await query(FRESHNESS);
  const pool = new Pool({ connectionString: url, application_name: 'exports' });
  pool.on('error', () => undefined);
  const logger = createLogger('exports', 'silent');
  const app = createHttpServer(logger);
  const doors: Doors = {
    pool,
    datasets,
    sources: ['DAYU', 'CHENGZI', 'DISTRICT'].map((code) => ({ code, title: code })),
    authenticate: async (authorization) => {
      const reader = READERS[authorization ?? ''];
      if (!reader) throw refuse.because('UNAUTHENTICATED', { zh: '请登录', en: 'Log in' });
      return reader;
    },
    logger,
    ...more,
  };
  mountExports(app, doors);
  const address = await listen(app, { host: '127.0.0.1', port: 0 });
  return {
    app,
    address,
    pool,
    get: (path, headers = {}) =>
      fetch(`${address}${path}`, { headers: { authorization: 'district', ...headers } }),
    stop: async () => {
      await app.close();
      await pool.end();
    },
  };
}
