import { isOverloaded, runSystemTask, type SystemTransaction } from '@mtg/commands';
import { SampleRefused } from './sample-refused';
import type { LoadContext } from './load-context';

/**
 * Loads or removes as a task of the platform, with one entry in the audit.
 *
 * @throws SampleRefused when another process writes to the street for long
 */
export async function runSampleTask(
  name: 'loadSample' | 'removeSample',
  { database, clock, code, title }: LoadContext,
  body: (transaction: SystemTransaction) => Promise<readonly string[]>,
  input?: Readonly<Record<string, unknown>>,
): Promise<void> {
  try {
    await runSystemTask(name, { database, clock, owner: code }, body, input);
  } catch (error) {
    if (!isOverloaded(error)) throw error;
    throw new SampleRefused(
      `${title}正忙于另一项写入，未改动；请稍后重试 · ${code} is busy with another write, nothing was changed; try again later`,
      { cause: error },
    );
  }
}
