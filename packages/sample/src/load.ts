import { r34 } from '@mtg/governance';
import type { TransactionManager } from '@mtg/commands';
import { STREET_TABLES } from '@mtg/street';
import type { ClientBase } from 'pg';
import { at } from './calendar';
import { countRows, lookUpByIndex } from './look-up';
import { copyRows } from './copy';
import { generateSample } from './generate';
import { Random } from './random';
import { localCentersOf } from './local-centers';
import { keep } from './rules';
import { SampleRefused } from './sample-refused';
import type { LoadContext } from './load-context';
import { runSampleTask } from './sample-task';
import type { SampleSettings, SampleStreet } from './settings';
import type { TableName } from './sheet';

/** Rows after which the tables are counted first; with fewer it matters little how one is looked up. */
const FIRST_COUNT = 10_000;

/** True if sample data are loaded. */
export async function hasSample({
  manager,
}: {
  readonly manager: Pick<TransactionManager, 'query'>;
}): Promise<boolean> {
  const [row]: readonly { found: boolean }[] = await manager.query(
    'SELECT EXISTS (SELECT FROM meeting WHERE sample) AS found',
  );
  return row?.found ?? false;
}

/**
 * Loads a year of made-up work into a street, whole or not at all, with one entry in its audit. Other writers wait
 * meanwhile.
 *
 * @returns how many rows were written
 * @throws SampleRefused when sample data are there already; SampleBreaksRule for a mistake of the generator
 */
export async function loadSample(
  context: LoadContext,
  settings: SampleSettings,
  onProgress: (done: number, total: number) => void,
): Promise<number> {
  let written = 0;
  // Then whenever there are twice as many: seldom enough to cost little.
  let countAt = FIRST_COUNT;
  const { database, code, title } = context;
  await runSampleTask(
    'loadSample',
    context,
    async ({ manager, connect }) => {
      if (await hasSample({ manager })) {
        throw new SampleRefused(
          `${title}已有样例数据，未写入；请先移除（mtg sample --remove） · ${code} has sample data already, nothing was written; remove them first (mtg sample --remove)`,
        );
      }
      const communities = await communitiesOf(manager, title, code);
      const localCenters = await localCentersOf(database, manager, communities);
      const posts = await postsOf(manager);
      const street: SampleStreet = { code, title, communities, localCenters, posts };
      keep(r34.check({ functionalCenterTypes: await centersOf(manager) }));
      await lookUpByIndex(manager);
      const names = STREET_TABLES.tables.map(({ table }) => table.sqlName);
      const client: ClientBase = await connect();
      for (const { sheet, done, total } of generateSample(street, settings)) {
        for (const table of STREET_TABLES.inLoadOrder) {
          const rows = sheet.get(table.table.name as TableName);
          if (!rows) continue;
          await copyRows(database, client, table, rows);
          written += rows.length;
        }
        if (written >= countAt) {
          await countRows(manager, names);
          countAt = written * 2;
        }
        onProgress(done, total);
      }
      return [loadId(settings, code)];
    },
    { ...settings },
  );
  return written;
}

/** Name of a load in the audit. */
const loadId = ({ scale, seed, until }: SampleSettings, code: string): string =>
  new Random(`load/${scale}/${seed}/${until}/${code}`).idAt(at(until, 0));

async function centersOf(manager: TransactionManager): Promise<readonly string[]> {
  const rows: readonly { type: string }[] = await manager.query(
    'SELECT type FROM functional_center WHERE deleted_at IS NULL',
  );
  return rows.map(({ type }) => type);
}

const postsOf = (manager: TransactionManager): Promise<SampleStreet['posts']> =>
  manager.query(
    `SELECT code, kind, section_name AS "sectionName", center_code AS "centerCode" FROM post
     WHERE deleted_at IS NULL ORDER BY code`,
  );

async function communitiesOf(
  manager: TransactionManager,
  title: string,
  code: string,
): Promise<readonly string[]> {
  const rows: readonly { code: string }[] = await manager.query(
    'SELECT code FROM community WHERE deleted_at IS NULL ORDER BY code',
  );
  if (rows.length > 0) return rows.map(({ code }) => code);
  throw new SampleRefused(
    `${title}还没有社区，无从编制样例；请先导入（mtg import communities FILE.csv --street ${code}） · ${code} has no communities to make up a sample for; import them first (mtg import communities FILE.csv --street ${code})`,
  );
}
