import type { Reader } from '@mtg/bi-doors';
import { mountExports } from '@mtg/exports';
import { createHttpServer, createLogger, listen, refuse } from '@mtg/service-kit';
import { Pool } from 'pg';
import type { TestDatabase } from '../../../../tests/support/test-database';
import { VISITS } from '../../../dataset-query/src/test-support/visits';

const SCHEMA = `
  CREATE SCHEMA bi;
  CREATE TABLE visit (street text, id uuid PRIMARY KEY DEFAULT uuidv7(), form text, note text, day date, recorded_at timestamptz,
    persons int, done boolean, tags text[], created_at timestamptz, position bigint, sample boolean DEFAULT false);
  CREATE VIEW bi.visits AS TABLE visit;
  CREATE VIEW bi.places AS SELECT street, id, note, position FROM visit WHERE street = 'DAYU';
  CREATE TABLE bi.removed_rows (street text, table_name text, id uuid, position bigint);
  CREATE TABLE bi.freshness (street text, state text, fresh_at timestamptz, age_seconds int, position bigint,
    problem_zh text, problem_en text, place int, first_position bigint DEFAULT 0);
  INSERT INTO bi.freshness VALUES ('DAYU', 'FOLLOWING', '2026-03-01T00:00:00Z', 1, 0, NULL, NULL, 0),
    ('CHENGZI', 'FOLLOWING', '2026-03-01T00:00:00Z', 1, 0, NULL, NULL, 1);`;

const time = VISITS.columns.find(({ name }) => name === 'recorded_at');
const DATASETS = [
  {
    ...VISITS,
    columns: [...VISITS.columns, ...(time ? [{ ...time, name: 'created_at', property: 'createdAt' }] : [])],
  },
  {
    ...VISITS,
    name: 'places',
    columns: VISITS.columns.filter(({ name }) => /^(street|id|note|position)$/.test(name)),
  },
];

/** A platform with two datasets, one of them with months. */
export interface TestPlatform {
  readonly url: string;
  /** Runs changes, each of which moves the feed of both streets on. */
  change(sql: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startPlatform({ url, query }: TestDatabase): Promise<TestPlatform> {
  await query(SCHEMA);
  const pool = new Pool({ connectionString: url });
  pool.on('error', () => undefined);
  const logger = createLogger('lake', 'silent');
  const app = createHttpServer(logger);
  const readers: Readonly<Record<string, Reader>> = {
    'Bearer zhang.key': { subject: 'key:zhang', street: undefined, refusal: () => undefined },
  };
  mountExports(app, {
    pool,
    datasets: DATASETS,
    sources: ['DAYU', 'CHENGZI'].map((code) => ({ code, title: code })),
    authenticate: async (authorization) => {
      const reader = readers[authorization ?? ''];
      if (!reader) throw refuse.because('UNAUTHENTICATED', { zh: '密钥有误', en: 'The key is wrong' });
      return reader;
    },
    logger,
  });
  const address = await listen(app, { host: '127.0.0.1', port: 0 });
  return {
    url: address,
    change: async (sql) => {
      await query(sql);
      await query(
        `UPDATE bi.freshness SET position = greatest(0, (SELECT max(position) FROM visit), (SELECT max(position) FROM bi.removed_rows))`,
      );
    },
    stop: async () => {
      await app.close();
      await pool.end();
    },
  };
}
