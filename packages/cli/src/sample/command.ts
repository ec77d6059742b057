import { systemClock } from '@mtg/governance';
import { removeSample, SampleBreaksRule, SampleRefused, SCALES } from '@mtg/sample';
import { createDataSource, EXIT, requireClaim } from '@mtg/subgraph-kit';
import type { StreetListing } from '@mtg/subgraphs';
import { Command, Option } from 'commander';
import { CommandFailure } from '../command-failure';
import { databaseOf } from '../config';
import { loadStreet } from '../subgraph-module';
import { loadStreets, type Opened } from './load-streets';
import { settingsOf, streetsOf, type GivenSettings } from './settings';

interface Options extends GivenSettings {
  readonly street?: readonly string[];
  readonly remove?: boolean;
  readonly ifNone?: boolean;
  readonly dataDir?: string;
}

const NOTES = `
样例 · Sample data: 四个街道一年的虚构工作，遵守同样的规则；每行都有样例标记，标题以“【样例】”开头，编号在单独的序列
  a made-up year of work in the four streets, kept to the same rules; every row is marked, titles start with 【样例】, numbers are a series of their own
  同样的 --scale、--seed、--until 给出同样的数据 · the same --scale, --seed and --until give the same data
数据库 · Database: MTG_DATA_DIR（默认 .data）下正在运行的平台；或 DATABASE_OWNER_URL，与一个 --street 一起用
  the platform that runs on MTG_DATA_DIR (default .data); or DATABASE_OWNER_URL, with one --street
退出码 · Exit codes: 0 完成 · done; 65 已有样例、无法移除或街道正忙，未改动 · sample data there already, not removable, or the street busy: nothing changed; 2 用法 · usage;
  78 配置 · configuration; 1 其他 · other
`;

export const sampleCommand = (): Command =>
  new Command('sample')
    .description(
      '装载或移除样例数据，每个街道全有或全无 · Load or remove sample data, all or nothing in each street',
    )
    .addOption(new Option('--scale <n>', '规模 · how much').choices(SCALES.map(String)).conflicts('remove'))
    .option('--seed <n>', '随机种子 · seed of chance', '1')
    .option(
      '--until <day>',
      '一年止于此日（不含），默认今天 · the year ends before this day, YYYY-MM-DD; today by default',
    )
    .option('--street <code...>', '只处理这些街道 · these streets only, e.g. DAYU')
    .option('--remove', '移除全部样例数据，不动其他 · remove all sample data and nothing else')
    .option('--if-none', '跳过已有样例的街道 · leave out streets that have sample data')
    .option('--data-dir <dir>', '平台数据目录 · data directory of the running platform')
    .addHelpText('after', NOTES)
    .action(runSample);

async function runSample(options: Options): Promise<void> {
  const settings = options.remove ? undefined : settingsOf(options);
  const opened: Opened[] = [];
  try {
    for (const street of streetsOf(options.street)) opened.push(await open(street, options.dataDir));
    if (settings) await loadStreets(opened, settings, options.ifNone ?? false);
    else await remove(opened);
  } catch (error) {
    if (error instanceof SampleRefused) throw new CommandFailure(EXIT.DATA, error.message);
    if (error instanceof SampleBreaksRule) throw new CommandFailure(EXIT.FAILURE, error.message);
    throw error;
  } finally {
    for (const { database } of opened) await database.destroy();
  }
}

async function remove(opened: readonly Opened[]): Promise<void> {
  for (const { street, database } of opened) {
    const context = { database, clock: systemClock, code: street.code, title: street.title };
    const rows = await removeSample(context);
    process.stdout.write(`${street.title}: 已移除样例 · sample removed: ${rows} 行 · rows\n`);
  }
}

async function open(street: StreetListing, dataDir: string | undefined): Promise<Opened> {
  const { definition } = loadStreet(street);
  const { entities, migrations } = definition;
  const database = createDataSource({
    ...databaseOf(street.name, dataDir),
    entities,
    migrations,
    unlimited: true,
  });
  await database.initialize();
  await requireClaim(database, street.name);
  return { street, database };
}
