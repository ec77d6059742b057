import { removeSample, SampleBreaksRule, SampleRefused, SCALES } from '@mtg/sample';
import { createDataSource, EXIT, requireClaim } from '@mtg/subgraph-kit';
import type { StreetListing } from '@mtg/subgraphs';
import { Command, Option } from 'commander';
import { CommandFailure } from '../command-failure';
import { databaseOf } from '../config';
import { loadStreet } from '../subgraph-module';
import { inEach, tell, type Opened } from './each-street';
import { loadDistrict, removeDistrict } from './district';
import { loadStreets } from './load-streets';
import { settingsOf, streetsOf, type GivenSettings } from './settings';

interface Options extends GivenSettings {
  readonly street?: readonly string[];
  readonly remove?: boolean;
  readonly ifNone?: boolean;
  readonly dataDir?: string;
}

const NOTES = `
样例 · Sample data: 四个街道一年的虚构工作，遵守同样的规则；每行都有样例标记，标题以“【样例】”开头，编号在单独的序列
  a year of fictitious work in the four streets that follows the same rules. Every row is marked as sample data, titles start with 【样例】, and numbers have a series of their own
  同样的 --scale、--seed、--until 装载同样的数据，此后与真实数据一样继续发展（如超期督办） · the same --scale, --seed and --until load the same data.
  After that it develops like real data, e.g. overdue orders are supervised
数据库 · Database: MTG_DATA_DIR（默认 .data）下正在运行的平台；或 DATABASE_OWNER_URL，与一个 --street 一起用
  the running platform on MTG_DATA_DIR (default .data), or DATABASE_OWNER_URL together with one --street
退出码 · Exit codes: 0 完成 · done; 65 有街道已有样例、无法移除或正忙（输出逐一说明；该街道未改动） · a street has sample data already, cannot
  remove it or is busy: the output names each, which is unchanged; 66 找不到数据库 · no database found; 2 用法 · usage; 78 配置 · configuration; 1 其他 · other
`;

export const sampleCommand = (): Command =>
  new Command('sample')
    .description(
      '装载或移除样例数据，每个街道要么全部成功，要么不改动 · Load or remove sample data, all or nothing for each street',
    )
    .addOption(new Option('--scale <n>', '规模 · scale').choices(SCALES.map(String)).conflicts('remove'))
    .addOption(new Option('--seed <n>', '随机种子 · random seed').default('1').conflicts('remove'))
    .addOption(
      new Option(
        '--until <day>',
        '一年止于此日（不含），默认今天 · the year ends before this day, YYYY-MM-DD (default today)',
      ).conflicts('remove'),
    )
    .option('--street <code...>', '只处理这些街道 · only these streets, e.g. DAYU')
    .option('--remove', '移除全部样例数据，不动其他 · remove all sample data, nothing else')
    .addOption(
      new Option('--if-none', '跳过已有样例的街道 · skip streets that have sample data').conflicts('remove'),
    )
    .option('--data-dir <dir>', '平台数据目录 · data directory of the running platform')
    .addHelpText('after', NOTES)
    .action(runSample);

async function runSample(options: Options): Promise<void> {
  const settings = options.remove ? undefined : settingsOf(options);
  const opened: Opened[] = [];
  try {
    for (const street of streetsOf(options.street)) opened.push(await open(street, options.dataDir));
    if (settings) {
      const loaded = await loadStreets(opened, settings, options.ifNone ?? false);
      await loadDistrict(options.dataDir, settings, loaded);
    } else {
      await removeAll(opened);
      await removeDistrict(
        options.dataDir,
        opened.map(({ street }) => street.code),
      );
    }
  } catch (error) {
    if (error instanceof SampleRefused) throw new CommandFailure(EXIT.DATA, error.message);
    if (error instanceof SampleBreaksRule) throw new CommandFailure(EXIT.FAILURE, error.message);
    throw error;
  } finally {
    for (const { database } of opened) await database.destroy();
  }
}

async function removeAll(opened: readonly Opened[]): Promise<void> {
  tell(await inEach(opened, removeSample), {
    done: '已移除样例 · sample data removed',
    failed: '未移除样例，未改动 · sample data not removed, nothing changed',
  });
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
