import { EXIT } from '@mtg/service-kit/basics';
import { INSIGHT, STREETS } from '@mtg/subgraphs';
import { Client } from 'pg';
import { CommandFailure } from '../command-failure';
import { databaseOf, type DatabaseAddress } from '../config';
import { withDatabase } from '../place';

/** Where a command finds the warehouse, for its help. */
export const DATABASE_NOTE = `数据库 · Database: DATABASE_OWNER_URL（数据仓库的所有者）；或 MTG_DATA_DIR（默认 .data）下平台的数据仓库
  DATABASE_OWNER_URL (with the login of the warehouse’s owner), or the warehouse of the platform on MTG_DATA_DIR (default .data)`;

/** The warehouse, connected as its owner. */
export interface OpenWarehouse {
  readonly client: Client;
  readonly address: URL;
}

/**
 * Works with the warehouse as its owner: the one that the environment names, or that of the platform, running or not.
 *
 * @throws CommandFailure with exit code 66 when there is none
 */
export const withWarehouse = async <T>(
  dataDir: string | undefined,
  work: (warehouse: OpenWarehouse) => Promise<T>,
): Promise<T> => withDatabase(INSIGHT.name, { dataDir, make: false }, (address) => connected(address, work));

/** The same, only where a platform runs. */
export const withRunningWarehouse = async <T>(
  dataDir: string | undefined,
  work: (warehouse: OpenWarehouse) => Promise<T>,
): Promise<T> => connected(databaseOf(INSIGHT.name, dataDir), work);

async function connected<T>(
  { url, password }: DatabaseAddress,
  work: (warehouse: OpenWarehouse) => Promise<T>,
): Promise<T> {
  const address = new URL(url);
  if (password !== undefined) address.password = encodeURIComponent(password);
  const client = new Client({ connectionString: address.toString() });
  await client.connect();
  try {
    const { rows } = await client.query<{ is: boolean }>(
      `SELECT to_regclass('warehouse.key') IS NOT NULL AS is`,
    );
    if (!rows[0]?.is) throw notAWarehouse();
    return await work({ client, address });
  } finally {
    await client.end();
  }
}

const notAWarehouse = (): CommandFailure =>
  new CommandFailure(
    EXIT.NO_INPUT,
    '这个数据库不是数据仓库，或尚未由 insight 准备好：请确认 DATABASE_OWNER_URL，并启动一次 insight · This database is not the warehouse, or insight has not prepared it yet. Check DATABASE_OWNER_URL, and start insight once',
  );

/**
 * The code of a street, or of the district where it counts too.
 *
 * @throws CommandFailure with exit code 2 when there is none
 */
export function sourceCode(given: string, district: boolean): string {
  const codes = [...STREETS.map(({ code }) => code), ...(district ? ['DISTRICT'] : [])];
  const code = given.toUpperCase();
  if (codes.includes(code)) return code;
  throw new CommandFailure(
    EXIT.USAGE,
    `没有“${given}”；可用 · Unknown code “${given}”. Choose from: ${codes.join(', ')}`,
  );
}
