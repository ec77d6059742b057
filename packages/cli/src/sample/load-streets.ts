import { hasSample, loadSample, SampleRefused, type SampleSettings } from '@mtg/sample';
import { createProgress } from '../import/progress';
import { inEach, tell, type Opened } from './each-street';

/**
 * Loads a year into each street.
 *
 * @param ifNone leaves a street that has sample data as it is, instead of refusing all
 * @returns codes of the streets that were loaded
 * @throws SampleRefused when there are some already; the first error of a street that could not be loaded
 */
export async function loadStreets(
  opened: readonly Opened[],
  settings: SampleSettings,
  ifNone: boolean,
): Promise<readonly string[]> {
  const having: string[] = [];
  for (const { street, database } of opened) if (await hasSample(database)) having.push(street.code);
  // Before anything is written, so that not one street is loaded and the next refused.
  if (having.length > 0 && !ifNone) {
    throw new SampleRefused(
      `已有样例数据：${having.join('、')}，未写入；请先移除（mtg sample --remove） · ${having.join(', ')} already have sample data, nothing was written. Remove it first (mtg sample --remove)`,
    );
  }
  for (const { street } of opened.filter((each) => having.includes(each.street.code))) {
    process.stdout.write(`${street.title}: 已有样例，未改动 · has sample data already, unchanged\n`);
  }
  const wanted = opened.filter(({ street }) => !having.includes(street.code));
  await loadAll(wanted, settings);
  return wanted.map(({ street }) => street.code);
}

async function loadAll(wanted: readonly Opened[], settings: SampleSettings): Promise<void> {
  const progress = createProgress(process.stderr, ' 周 · weeks');
  const weeks = new Map<string, number>();
  const outcomes = await inEach(wanted, (context) =>
    loadSample(context, settings, (done, total) => {
      weeks.set(context.code, done);
      progress.show(
        [...weeks.values()].reduce((sum, each) => sum + each, 0),
        wanted.length * total,
      );
    }),
  );
  progress.end();
  tell(outcomes, {
    done: '已装载样例 · sample data loaded',
    failed: '未装载样例，未改动 · sample data not loaded, nothing changed',
  });
}
