import { gunzipSync } from 'node:zlib';
import type { Doors, Reader } from '@mtg/bi-doors';
import type { Dataset } from '@mtg/datasets';
import { createHttpServer, createLogger, refuse } from '@mtg/service-kit';
import type { FastifyInstance } from 'fastify';
import { Pool } from 'pg';
import type { TestDatabase } from '../../../../tests/support/test-database';
import { mountOData } from '../mount-odata';

const STREETS = ['DAYU', 'CHENGZI', 'DONGXINFANG'];
const SOURCES = [...STREETS, 'DISTRICT'];

/** How fresh the sources of a test's database are: as of position 9. */
const FRESHNESS = `CREATE TABLE bi.freshness (street text, state text, fresh_at timestamptz, age_seconds int, position bigint,
    problem_zh text, problem_en text, place int, first_position bigint DEFAULT 0);
  INSERT INTO bi.freshness SELECT street, 'FOLLOWING', '2026-03-01T00:00:00Z', 1, 9, NULL, NULL, place
    FROM unnest('{${SOURCES.join()}}'::text[]) WITH ORDINALITY AS source (street, place);
  CREATE TABLE IF NOT EXISTS bi.removed_rows (street text, table_name text, id uuid, position bigint);`;

const READERS: Readonly<Record<string, Reader>> = {
  district: { subject: 'district', street: undefined, refusal: () => undefined },
  chengzi: { subject: 'chengzi', street: 'CHENGZI', refusal: () => undefined },
  stranger: {
    subject: 'stranger',
    street: undefined,
    refusal: ({ group }) =>
      group === undefined ? undefined : { zh: '该角色无权查阅', en: 'The role may not read this' },
  },
};

type Headers = Readonly<Record<string, string>>;

/** An answer, with its body as text and as JSON. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly body: Body;
}

/** JSON that OData answers with, as far as tests look into it. */
export interface Body {
  readonly '@odata.context'?: string;
  readonly '@odata.count'?: number | string;
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
  readonly value?: readonly Readonly<Record<string, unknown>>[];
  readonly error?: { readonly code: string; readonly message: string; readonly target?: string };
  readonly [name: string]: unknown;
}

/** Rows by id: without an order they come street by street. */
export const byId = (rows: Body['value'] = []): readonly Readonly<Record<string, unknown>>[] =>
  rows.toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1));

/** A service over the views of a database. */
export interface ODataServer {
  readonly app: FastifyInstance;
  readonly pool: Pool;
  /** Asks as the reader that the header `Authorization` names, `district` by default. */
  get(url: string, headers?: Headers): Promise<Answered>;
  stop(): Promise<void>;
}

export async function startOData(
  { url, query }: TestDatabase,
  datasets: readonly Dataset[],
): Promise<ODataServer> {
  await query(FRESHNESS);
  const pool = new Pool({ connectionString: url, max: 4 });
  // Dropping the database ends idle connections.
  pool.on('error', () => undefined);
  const logger = createLogger('odata', 'silent');
  const app = createHttpServer(logger, { proxies: ['127.0.0.1'] });
  const doors: Doors = {
    pool,
    datasets,
    sources: SOURCES.map((code) => ({ code, title: code })),
    authenticate: async (authorization) => {
      const reader = READERS[authorization ?? ''];
      if (!reader) throw refuse.because('UNAUTHENTICATED', { zh: '请登录', en: 'Log in' });
      return reader;
    },
    logger,
  };
  mountOData(app, doors);
  await app.ready();
  return {
    app,
    pool,
    get: async (path, headers = {}) => {
      const sent = await app.inject({
        method: 'GET',
        url: path.replace(/^http:\/\/localhost:80/, ''),
        headers: { authorization: 'district', ...headers },
      });
      const { statusCode: status, headers: received, rawPayload } = sent;
      const isCompressed = received['content-encoding'] === 'gzip';
      const text = (isCompressed ? gunzipSync(rawPayload) : rawPayload).toString();
      const isJson = String(received['content-type']).startsWith('application/json');
      return { status, headers: received, text, body: isJson ? (JSON.parse(text) as Body) : {} };
    },
    stop: async () => {
      await app.close();
      await pool.end();
    },
  };
}
