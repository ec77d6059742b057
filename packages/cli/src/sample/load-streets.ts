import { systemClock } from '@mtg/governance';
import { hasSample, loadSample, SampleRefused, type SampleSettings } from '@mtg/sample';
import type { StreetListing } from '@mtg/subgraphs';
import type { DataSource } from 'typeorm';
import { createProgress } from '../import/progress';

/** A street, and its database as the owner. */
export interface Opened {
  readonly street: StreetListing;
  readonly database: DataSource;
}

/**
 * Loads a year into each street.
 *
 * @param ifNone leaves a street that has sample data as it is, instead of refusing all
 * @throws SampleRefused when there are some already; the first error of a street that could not be loaded
 */
export async function loadStreets(
  opened: readonly Opened[],
  settings: SampleSettings,
  ifNone: boolean,
): Promise<void> {
  const having: string[] = [];
  for (const { street, database } of opened) if (await hasSample(database)) having.push(street.code);
  // Before anything is written, so that not one street is loaded and the next refused.
  if (having.length > 0 && !ifNone) {
    throw new SampleRefused(
      `已有样例数据：${having.join('、')}，未写入；请先移除（mtg sample --remove） · sample data are there already in ${having.join(', ')}, nothing was written; remove them first (mtg sample --remove)`,
    );
  }
  for (const { street } of opened.filter((each) => having.includes(each.street.code))) {
    process.stdout.write(`${street.title}: 已有样例，未改动 · has sample data already, left as they are\n`);
  }
  await loadAll(
    opened.filter(({ street }) => !having.includes(street.code)),
    settings,
  );
}

/** Into all streets at once, since each has a database of its own. Whatever fails in one, the others are finished. */
async function loadAll(wanted: readonly Opened[], settings: SampleSettings): Promise<void> {
  const progress = createProgress(process.stderr, ' 周 · weeks');
  const weeks = wanted.map(() => 0);
  const outcomes = await Promise.allSettled(
    wanted.map(({ street, database }, index) => {
      const context = { database, clock: systemClock, code: street.code, title: street.title };
      return loadSample(context, settings, (done, total) => {
        weeks[index] = done;
        progress.show(
          weeks.reduce((sum, each) => sum + each, 0),
          wanted.length * total,
        );
      });
    }),
  );
  progress.end();
  for (const [index, outcome] of outcomes.entries()) {
    const { title } = wanted[index]?.street ?? { title: '' };
    if (outcome.status === 'fulfilled') {
      process.stdout.write(`${title}: 已装载样例 · sample loaded: ${outcome.value} 行 · rows\n`);
    } else {
      process.stdout.write(`${title}: 未装载样例，未改动 · no sample loaded, nothing changed\n`);
    }
  }
  const failed = outcomes.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
