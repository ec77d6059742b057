import { Door, LakeProblem, syncDataset, type LakeProblemKind, type ListedDataset } from '@mtg/bi-lake';
import { EXIT } from '@mtg/service-kit/basics';
import { Command } from 'commander';
import { CommandFailure } from '../command-failure';
import { createProgress } from '../import/progress';
import { gatewayOf } from './gateway';
import { openTarget, readKey } from './lake-target';

interface Options {
  readonly to: string;
  readonly datasets?: string;
  readonly url?: string;
  readonly full?: boolean;
  readonly strict?: boolean;
  readonly dataDir?: string;
}

const EXITS: Readonly<Record<LakeProblemKind, number>> = {
  KEY: EXIT.CONFIG,
  STALE: EXIT.DATA,
  PLATFORM: EXIT.NO_INPUT,
  TARGET: EXIT.NO_INPUT,
  DATASET: EXIT.USAGE,
};

const NOTES = `
写出 · Writes: dataset=work_orders/street=DAYU/month=2026-03/part-0.parquet …，月份按创建时间（北京时间） · the month is that of the creation, Beijing time
  再次运行只重写有变化的文件，整个替换；状态在 _lake/，最后写入 · Run again, it replaces the files whose rows have changed, whole. Its state, in _lake/, is written last
  由当天日期决定的列（如是否超期）和其他表的名称，行不变则不更新：请每晚用 --full · Columns that depend on the day, such as overdue, and names from other
  tables change without the row: use --full each night
  同一位置一次只运行一个 · One run at a time for a place
环境变量 · Environment: MTG_BI_KEY（名称.密钥，由 mtg bi grant 发放 · NAME.KEY, from mtg bi grant）；s3:// 另需 · for s3:// also AWS_ACCESS_KEY_ID、
  AWS_SECRET_ACCESS_KEY、AWS_REGION，及 · and AWS_ENDPOINT_URL（MinIO、OSS、COS …）、S3_ADDRESSING（path 或 · or virtual）；皆可用 …_FILE · each may be a file by …_FILE
退出码 · Exit codes: 0 完成 · done; 65 有街道的数据不是最新（--strict） · a street is not current (--strict); 66 平台或存储不可用 · platform or storage unavailable;
  2 用法 · usage; 78 密钥或配置 · key or configuration; 1 其他 · other
`;

export const lakeCommand = (): Command =>
  new Command('lake')
    .description(
      '把数据集写成 Parquet 文件，并增量更新 · Write datasets as Parquet files, and keep them up to date',
    )
    .requiredOption('--to <place>', '目录，或 s3://存储桶/前缀 · directory, or s3://bucket/prefix')
    .option(
      '--datasets <names>',
      '数据集，以逗号分隔；默认全部 · datasets, separated by commas (default: all)',
    )
    .option(
      '--url <address>',
      '网关地址，默认为正在运行的平台 · address of the gateway (default: the running platform)',
    )
    .option('--full', '全部重写 · write everything again')
    .option('--strict', '有街道的数据不是最新时不写 · write nothing while a street is not current')
    .option('--data-dir <dir>', '平台数据目录 · data directory of the platform')
    .addHelpText('after', NOTES)
    .action(writeLake);

async function writeLake(options: Options): Promise<void> {
  const { full = false, strict = false } = options;
  const url = options.url?.replace(/\/$/, '') ?? gatewayOf(options.dataDir);
  const door = new Door({ url, key: readKey(), strict });
  const store = await openTarget(options.to);
  try {
    await explained(async () => {
      const datasets = chosen(await door.list(), options.datasets);
      for (const dataset of datasets) await update({ door, store, full }, dataset);
    });
  } finally {
    await store.close();
  }
}

async function update(lake: Parameters<typeof syncDataset>[0], dataset: ListedDataset): Promise<void> {
  const progress = createProgress(process.stderr, ` ${dataset.name}`);
  const { name, written, removed, files, rows, stale, disturbed } = await syncDataset(
    lake,
    dataset,
    progress.show,
  );
  progress.end();
  process.stdout.write(
    `${name}: 写入 · written ${written}，移除 · removed ${removed}，文件 · files ${files}，行 · rows ${rows}\n`,
  );
  if (stale.length > 0) {
    process.stderr.write(`${name}: 数据不是最新的街道 · streets that are not current: ${stale.join(', ')}\n`);
  }
  if (disturbed) {
    process.stderr.write(
      `${name}: 另一个 mtg bi lake 同时写入了此处，请再运行一次 · another mtg bi lake has written here at the same time. Run it again\n`,
    );
  }
}

/** @throws CommandFailure with exit code 2 for a name that is unknown */
function chosen(listed: readonly ListedDataset[], names: string | undefined): readonly ListedDataset[] {
  if (names === undefined) return listed;
  return names.split(',').map((given) => {
    const found = listed.find(({ name }) => name === given.trim());
    if (found) return found;
    const all = listed.map(({ name }) => name).join(', ');
    throw new CommandFailure(
      EXIT.USAGE,
      `--datasets: 没有“${given}”；可用 · Unknown dataset “${given}”. Choose from: ${all}`,
    );
  });
}

async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LakeProblem) throw new CommandFailure(EXITS[error.kind], error.message);
    throw error;
  }
}
