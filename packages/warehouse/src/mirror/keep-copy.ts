import type { Logger } from '@mtg/service-kit';
import type { ClientBase } from 'pg';
import { formatLsn, parseLsn, type Lsn } from '../replication/lsn';
import { publishedTables, signatureOf, type PublishedTable } from '../source/published-table';
import { SourceProblem } from '../source/source-problem';
import { findSlot, lastStart, logPosition, systemId } from '../source/source-state';
import { SourceStream } from '../source/source-stream';
import { SourceChanged } from './change-writer';
import { copySource, nextSchema } from './copy-source';
import type { StoredFacts } from './facts';
import { describeWaiting } from './describe-problem';
import { firstPosition } from './first-position';
import { SourceFollower, type FollowOptions } from './follow-source';
import { noteCommit, noteComplete, noteCopied, noteStart, noteState, readKnown } from './known-source';
import type { InTheWay } from './in-the-way';
import { mirroredTables, type MirroredTable } from './mirrored-table';
import { COPY_REASONS, reasonToCopy, type FoundSource, type KnownSource } from './reason-to-copy';
import type { CopySwaps } from './swap-copies';

/** How the copy of one source is kept. */
export interface CopyOptions {
  /** Name of the source and of its schema in the warehouse, e.g. `dayu`. */
  readonly name: string;
  readonly slot: string;
  readonly facts: readonly StoredFacts[];
  /** Where copies that are complete take their places. */
  readonly swaps: CopySwaps;
  /** How often a source that is followed is looked at: whether it shares other tables, was restored, or has started again. */
  readonly checkMs: number;
  readonly logger: Logger;
}

/** Copy of one source, with the connections that keep it. */
interface KeptCopy extends CopyOptions {
  readonly source: ClientBase;
  readonly warehouse: ClientBase;
  readonly stopped: AbortSignal;
}

/**
 * Copies a source if it cannot be followed, and follows it.
 *
 * @returns when the source has to be looked at from the beginning, since it shares other tables or is to be copied
 */
export async function keepCopy(kept: KeptCopy): Promise<void> {
  const { name, warehouse, logger } = kept;
  const known = await readKnown(warehouse, name);
  const tables = await sharedTables(kept);
  const found = await findSource(kept, tables);
  const reason = reasonToCopy(known, found);
  try {
    if (reason) {
      const { zh, en } = COPY_REASONS[reason];
      logger.info({ source: name, reason }, `开始复制：${zh} · copying: ${en}`);
      kept.swaps.expect(name);
      await makeCopy(kept, tables, found);
      logger.info({ source: name }, '复制完成 · copied');
    }
    kept.swaps.forget(name);
    await noteState(warehouse, name, 'FOLLOWING');
    const now = await readKnown(warehouse, name);
    const follower = new SourceFollower({
      ...followOptions(kept, name, tables, parseLsn(now.applied ?? '0/0')),
      onCommit: async (commit) => noteCommit(warehouse, name, commit),
      onComplete: async (position, agoMs) => noteComplete(warehouse, name, position, agoMs),
    });
    await follower.follow(overdue(kept, now));
  } catch (error) {
    // The next round copies it as it is now.
    if (!(error instanceof SourceChanged)) throw error;
  }
}

async function sharedTables({ source, facts }: KeptCopy): Promise<readonly MirroredTable[]> {
  const published = await publishedTables(source);
  if (published.length === 0) {
    throw new SourceProblem({
      zh: '未共享任何表：请在其环境中设置 WAREHOUSE_ROLE 并重新启动',
      en: 'shares no tables: set WAREHOUSE_ROLE in its environment and restart it',
    });
  }
  return mirroredTables(published, facts);
}

const findSource = async (
  { source, slot, facts }: KeptCopy,
  tables: readonly MirroredTable[],
): Promise<FoundSource> => ({
  systemId: await systemId(source),
  start: await lastStart(source),
  signature: signature(
    tables.map(({ published }) => published),
    facts,
  ),
  slot: await findSlot(source, slot),
  position: await logPosition(source),
});

/** Of the tables and of what the warehouse makes of them: another version may compute other facts. */
function signature(tables: readonly PublishedTable[], facts: readonly StoredFacts[]): string {
  const computed = facts.flatMap(({ table, columns }) =>
    columns.map(({ name, type, sql }) => [table, name, type, sql('row')]),
  );
  return signatureOf([tables, computed]);
}

const followOptions = (
  { source, warehouse, slot, facts, stopped }: KeptCopy,
  schema: string,
  tables: readonly MirroredTable[],
  from: Lsn,
): Omit<FollowOptions, 'onCommit' | 'onComplete'> => ({
  stream: new SourceStream(source, slot),
  from,
  target: {
    client: warehouse,
    schema,
    tables: new Map(tables.map((each) => [each.name, each])),
    facts,
    unseen: new Map(),
  },
  stopped,
});

/**
 * Makes the slot, copies the rows, and writes what was changed meanwhile on top of them before readers see any of it.
 *
 * The rows are those of one moment that lies behind the slot's. Changes between the two are in the rows and come again. Each
 * of them says what the whole row is, or that it is gone, so that the last one counts, as at the source. Until the last of
 * them is written a row may be older than it was copied: the copy takes the place of the one before only afterwards.
 */
async function makeCopy(kept: KeptCopy, tables: readonly MirroredTable[], found: FoundSource): Promise<void> {
  const { name, source, warehouse, slot, swaps } = kept;
  await noteState(warehouse, name, 'COPYING');
  const stream = new SourceStream(source, slot);
  if (found.slot) await stream.dropSlot();
  const start = await stream.createSlot();
  const copied = await copySource(source, warehouse, name, tables, await firstPosition(warehouse, name));
  const follower = new SourceFollower({
    ...followOptions(kept, nextSchema(name), tables, start),
    onCommit: async () => undefined,
    onComplete: async () => undefined,
  });
  const applied = await follower.catchUp(copied);
  await swaps.swap({
    schema: name,
    warehouse,
    onWaiting: async (inTheWay) => noteWaiting(kept, inTheWay),
    finish: async (client) =>
      noteCopied(client, name, {
        systemId: found.systemId,
        startId: found.start?.id ?? null,
        signature: found.signature,
        applied: formatLsn(applied),
      }),
  });
}

/** Says on the freshness page for whom a copy that is complete waits. */
async function noteWaiting({ name, warehouse }: KeptCopy, found: readonly InTheWay[]): Promise<void> {
  await noteState(warehouse, name, 'COPYING', describeWaiting(found));
}

/** Looks from time to time at what a copy was made of. The result is true once the source is to be copied again. */
function overdue(
  { name, source, warehouse, slot, facts, checkMs }: KeptCopy,
  known: KnownSource,
): () => Promise<boolean> {
  let { startId } = known;
  let last = performance.now();
  return async () => {
    if (performance.now() - last < checkMs) return false;
    const now = await readKnown(warehouse, name);
    const isOther = signature(await publishedTables(source), facts) !== known.signature;
    if (now.copyWanted || isOther || !(await findSlot(source, slot))?.usable) return true;
    const start = await lastStart(source);
    if (start && start.id !== startId) {
      startId = start.id;
      await noteStart(warehouse, name, start.id);
    }
    last = performance.now();
    return false;
  };
}
