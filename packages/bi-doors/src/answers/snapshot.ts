import { streetsOf, type Condition } from '@mtg/dataset-query';
import type { Dataset } from '@mtg/datasets';
import { refuse } from '@mtg/service-kit';
import type { PoolClient } from 'pg';
import type { Doors, DoorSource } from '../doors';
import type { Reader } from '../readers/reader';
import { isStale, readFreshness, type Freshness } from './freshness';
import { AskerGone } from './asker';
import { takeConnection } from './take-connection';

/** A source that is back is followed again within so long. */
const FRESH_AFTER_SECONDS = 30;

/** One state of the warehouse, which an answer is read from. */
export interface Snapshot {
  readonly client: PoolClient;
  /** Of the sources that the answer is about. */
  readonly freshness: readonly Freshness[];
  /** Their codes, in the order of the feed. */
  readonly streets: readonly string[];
  /** The same, where each has views of its own. */
  readonly parts: readonly string[] | undefined;
  /** Ends it, the first time. A statement that still runs ends with it, if the answer was broken off. */
  readonly end: (brokenOff?: boolean) => Promise<void>;
}

/** How a state of the warehouse is opened. */
interface Opening {
  /** Aborted once the answer is no longer waited for: it may be before the state is open, or at any time behind that. */
  readonly gone: AbortSignal;
  /** True to refuse where a source is stale that the rows can be of (default false). */
  readonly strict?: boolean;
  /** The condition that rows are chosen by. */
  readonly filter?: Condition | undefined;
}

/**
 * Opens a state of the warehouse for a reader. It ends by itself with the one who waits for the answer.
 *
 * @throws PublicError FORBIDDEN for a dataset that the reader may not read, SUBGRAPH_UNAVAILABLE where strictness forbids it
 * @throws AskerGone
 */
export async function openSnapshot(
  { pool, sources, hasParts = false }: Pick<Doors, 'pool' | 'sources' | 'hasParts'>,
  reader: Reader,
  dataset: Dataset,
  { gone, strict = false, filter }: Opening,
): Promise<Snapshot> {
  const refusal = reader.refusal(dataset);
  if (refusal) throw refuse.forbidden(refusal);
  const streets = sources.filter((source) => isAbout(source, reader, dataset)).map(({ code }) => code);
  if (gone.aborted) throw new AskerGone();
  const client = await takeConnection(pool);
  let ended: Promise<void> | undefined;
  const endOnce = async (brokenOff: boolean): Promise<void> => {
    gone.removeEventListener('abort', breakOff);
    client.off('end', breakOff);
    return (ended ??= end(client, brokenOff));
  };
  const breakOff = (): void => void endOnce(true);
  gone.addEventListener('abort', breakOff);
  // The server ends a transaction that was forgotten; the pool is to have its place back.
  client.once('end', breakOff);
  try {
    // It may have gone while a connection was waited for, which a listener is not told any more.
    if (gone.aborted) throw new AskerGone();
    // The server looks whether the client is still there, also while it sorts.
    await client.query(
      `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL client_connection_check_interval = '2s'`,
    );
    const all = await readFreshness(client);
    const freshness = all.filter(({ street }) => streets.includes(street));
    if (strict) {
      const possible = streetsOf(filter);
      requireFresh(freshness.filter(({ street }) => possible?.has(street) ?? true));
    }
    return {
      client,
      freshness,
      streets,
      parts: hasParts ? streets : undefined,
      end: async (brokenOff = false) => endOnce(brokenOff),
    };
  } catch (error) {
    await endOnce(false);
    throw gone.aborted ? new AskerGone() : error;
  }
}

const isAbout = ({ code }: DoorSource, { street }: Reader, { owner }: Dataset): boolean =>
  owner === 'DISTRICT'
    ? code === 'DISTRICT'
    : code !== 'DISTRICT' && (street === undefined || street === code);

async function end(client: PoolClient, brokenOff: boolean): Promise<void> {
  if (brokenOff) {
    // Closes the connection; what runs on it ends.
    client.release(true);
    return;
  }
  try {
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    client.release(error instanceof Error ? error : true);
  }
}

function requireFresh(freshness: readonly Freshness[]): void {
  const stale = freshness.filter(isStale).map(({ street }) => street);
  if (stale.length === 0) return;
  throw refuse.because(
    'SUBGRAPH_UNAVAILABLE',
    {
      zh: `以下街道的数据不是最新的：${stale.join('、')}。请稍后再试，或去掉 strict 读取现有数据`,
      en: `The data of these streets are not current: ${stale.join(', ')}. Retry later, or read them as they are without strict`,
    },
    { streets: stale, retryAfterSeconds: FRESH_AFTER_SECONDS },
  );
}
