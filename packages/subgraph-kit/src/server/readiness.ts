import { setTimeout as sleep } from 'node:timers/promises';
import type { PartStatus } from '@mtg/service-kit';
import type { DataSource } from 'typeorm';
import type { StorageProbe } from '../database/storage-probe';

/** A server that says nothing is not ready either. */
const READY_LIMIT_MS = 2000;

/**
 * Tells what a subgraph needs in order to serve, and whether it is there: the database, storage for what it writes, and
 * the issuer of tokens where there is one to ask.
 *
 * @param furtherParts of this subgraph's own, e.g. `audit`
 */
export function subgraphReadiness(
  database: DataSource,
  storage: StorageProbe,
  issuerAnswers: (() => Promise<boolean>) | undefined,
  furtherParts: (database: DataSource) => readonly PartStatus[] = () => [],
): () => Promise<readonly PartStatus[]> {
  const parts: readonly (readonly [name: string, isReady: () => Promise<boolean>])[] = [
    ['database', async () => Boolean(await database.query('SELECT 1'))],
    ['storage', () => storage.isThere()],
    ...(issuerAnswers ? [['issuer', issuerAnswers] as const] : []),
  ];
  return async () => [
    ...(await Promise.all(
      parts.map(async ([name, isReady]) => ({ name, ready: await withinLimit(isReady) })),
    )),
    ...furtherParts(database),
  ];
}

const withinLimit = (isReady: () => Promise<boolean>): Promise<boolean> =>
  Promise.race([isReady().catch(() => false), sleep(READY_LIMIT_MS, false, { ref: false })]);
