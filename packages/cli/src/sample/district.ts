import { systemClock } from '@mtg/governance';
import { loadDistrictSample, removeDistrictSample, type LoadContext, type SampleSettings } from '@mtg/sample';
import { createDataSource, requireClaim } from '@mtg/subgraph-kit';
import { DISTRICT, STREETS } from '@mtg/subgraphs';
import { databasesOfPlatform, namesDatabase } from '../config';
import { loadSubgraph } from '../subgraph-module';

/** The district's side of the streets' sample years, where the district runs on the same data directory. */
export async function loadDistrict(
  dataDir: string | undefined,
  settings: SampleSettings,
  streets: readonly string[],
): Promise<void> {
  if (streets.length === 0) return;
  const all = STREETS.map(({ code }) => code);
  await inDistrict(dataDir, '已装载样例 · sample data loaded', (context) =>
    loadDistrictSample(context, settings, { all, streets }),
  );
}

export const removeDistrict = (dataDir: string | undefined, streets: readonly string[]): Promise<void> =>
  inDistrict(dataDir, '已移除样例 · sample data removed', (context) =>
    removeDistrictSample(context, streets),
  );

async function inDistrict(
  dataDir: string | undefined,
  done: string,
  work: (context: LoadContext) => Promise<number>,
): Promise<void> {
  // The one database that the environment names is a street's.
  const address = namesDatabase() ? undefined : databasesOfPlatform(dataDir).get(DISTRICT.name);
  if (!address) return;
  const { entities, migrations } = loadSubgraph(DISTRICT).definition;
  const database = createDataSource({ ...address, entities, migrations, unlimited: true });
  await database.initialize();
  try {
    await requireClaim(database, DISTRICT.name);
    const rows = await work({ database, clock: systemClock, code: 'DISTRICT', title: DISTRICT.title });
    process.stdout.write(`${DISTRICT.title}: ${done}: ${rows} 行 · rows\n`);
  } finally {
    await database.destroy();
  }
}
