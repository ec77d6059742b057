import { createLogger } from '@mtg/service-kit';
import { startWarehouse, WAREHOUSE_MIGRATIONS, type WarehouseOptions } from '@mtg/warehouse';
import { createBiDatabase, datasets } from './bi-database';
import type { TestDatabase } from './test-database';
import { viewsOver } from '../../subgraphs/insight/src/views-over';

const SOURCES = [
  { name: 'dayu', code: 'DAYU', title: '大峪街道' },
  { name: 'chengzi', code: 'CHENGZI', title: '城子街道' },
  { name: 'dongxinfang', code: 'DONGXINFANG', title: '东辛房街道' },
  { name: 'district', code: 'DISTRICT', title: '门头沟区' },
];

type Turn = Partial<Pick<WarehouseOptions, 'keysLimitSeconds' | 'logger' | 'staleAfterSeconds'>>;

/** A warehouse as the program prepares it, with a few rows of three streets. */
export interface ServedWarehouse extends TestDatabase {
  /** Makes the views as the program does at its start and after each copy; the sources themselves are away. */
  makeViews(turn?: Turn): Promise<void>;
}

/** Creates the warehouse of createBiDatabase with the program's own tables and views, and the login that serves from it. */
export async function createServedWarehouse(): Promise<ServedWarehouse> {
  const warehouse = await createBiDatabase();
  const login = new URL(warehouse.runtimeUrl);
  await warehouse.query(
    `CREATE ROLE ${login.username} LOGIN NOINHERIT PASSWORD '${login.password}'; DROP SCHEMA bi CASCADE`,
  );
  for (const { name } of SOURCES) {
    await warehouse.query(`CREATE TABLE ${name}.removed_row (position bigint, table_name text, id uuid, removed_at timestamptz);
      INSERT INTO ${name}.removed_row VALUES (1, 'work_order', uuidv7(), now())`);
  }
  // A migration needs nothing of a runner but its `query`.
  for (const Migration of WAREHOUSE_MIGRATIONS) await new Migration().up({ query: warehouse.query } as never);
  const makeViews = async (turn: Parameters<ServedWarehouse['makeViews']>[0] = {}): Promise<void> => {
    const running = await startWarehouse({
      databaseUrl: warehouse.url,
      sources: SOURCES.map((source) => ({ ...source, url: 'postgres://127.0.0.1:1/none' })),
      facts: [],
      viewsOver: viewsOver(datasets, turn.staleAfterSeconds),
      serving: [login.username],
      logger: createLogger('warehouse', 'silent'),
      ...turn,
    });
    await running.stop();
  };
  await makeViews();
  return {
    ...warehouse,
    makeViews,
    drop: async () => {
      await warehouse.query(`DROP OWNED BY ${login.username}`);
      await warehouse.drop();
    },
  };
}
