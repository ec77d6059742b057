import { Door, LakeProblem, syncDataset, type LakeProblemKind, type ListedDataset } from '@mtg/bi-lake';
import { EXIT } from '@mtg/service-kit/basics';
import { CommandFailure } from '../command-failure';
import { createProgress } from '../import/progress';
import { gatewayAt, gatewayOf } from './gateway';
import type { LakeOptions } from './lake-options';
import { openTarget, readKey } from './lake-target';

const EXITS: Readonly<Record<LakeProblemKind, number>> = {
  KEY: EXIT.CONFIG,
  STALE: EXIT.DATA,
  PLATFORM: EXIT.NO_INPUT,
  TARGET: EXIT.NO_INPUT,
  // Told to a sync alone, which then reads from the beginning.
  OTHER_BEGINNING: EXIT.NO_INPUT,
};

/** Brings a lake up to date, one dataset after another. */
export async function writeLake(options: LakeOptions): Promise<void> {
  const { full = false, strict = false } = options;
  const url = options.url === undefined ? gatewayOf(options.dataDir) : gatewayAt(options.url);
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
