import { setTimeout as sleep } from 'node:timers/promises';
import type { PartStatus } from '@mtg/service-kit';
import type { DataSource } from 'typeorm';
import type { StorageProbe } from '../database/storage-probe';

/** A server that says nothing is not ready either. */
const READY_LIMIT_MS = 2000;

const NO_KEYS = 'the issuer of tokens gives no keys';

/**
 * Tells what a subgraph needs in order to serve, and whether it is there: the database, storage for what it writes, and
 * the issuer of tokens where there is one to ask. Without the issuer it serves on, with the keys that it has and what is open
 * to all; so that part is degraded, and does not take the street away.
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
  ];
  const issuer = async (isThere: () => Promise<boolean>): Promise<PartStatus> => ({
    name: 'issuer',
    ready: true,
    ...(!(await withinLimit(isThere)) && { degraded: NO_KEYS }),
  });
  return async () => [
    ...(await Promise.all([
      ...parts.map(async ([name, isReady]) => ({ name, ready: await withinLimit(isReady) })),
      ...(issuerAnswers ? [issuer(issuerAnswers)] : []),
    ])),
    ...furtherParts(database),
  ];
}

const withinLimit = (isReady: () => Promise<boolean>): Promise<boolean> =>
  Promise.race([isReady().catch(() => false), sleep(READY_LIMIT_MS, false, { ref: false })]);
