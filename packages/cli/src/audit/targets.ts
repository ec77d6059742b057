import { claimantOf, ConfigurationError, EXIT } from '@mtg/subgraph-kit';
import { SUBGRAPHS, type SubgraphListing } from '@mtg/subgraphs';
import { CommandFailure } from '../command-failure';
import { databaseOf, databaseToRead, type DatabaseAddress } from '../config';
import { chainOf, listingOf } from './chains';
import { openAudit } from './open-database';

/** A chain to verify, and where it is. */
export interface Target {
  readonly listing: SubgraphListing;
  readonly database: DatabaseAddress;
}

interface Asked {
  readonly chain?: string;
  readonly dataDir?: string;
}

/**
 * The subgraphs whose chains were asked for.
 *
 * @throws CommandFailure when there is no such chain
 */
export function askedFor({ chain }: Asked): readonly SubgraphListing[] {
  const asked = SUBGRAPHS.filter((each) => chain === undefined || chainOf(each) === chain.toUpperCase());
  if (asked.length > 0) return asked;
  throw new CommandFailure(
    EXIT.USAGE,
    `没有链“${chain}”；可用 · Unknown chain “${chain}”. Choose from: ${SUBGRAPHS.map(chainOf).join(', ')}`,
  );
}

/**
 * The chains to verify: that of the one database that the environment names, whichever subgraph it belongs to; or else
 * those of the platform.
 *
 * @param platform its databases, by the names of the subgraphs
 *
 * @throws CommandFailure when there is no such chain, or no database of it
 * @throws ConfigurationError when the environment's database is another subgraph's than the asked one, or none's
 */
export async function targetsOf(
  given: Asked,
  platform: ReadonlyMap<string, DatabaseAddress>,
): Promise<readonly Target[]> {
  const asked = askedFor(given);
  const own = databaseToRead();
  if (own) return [{ listing: await ownerOf(own, asked), database: own }];
  const found = asked.flatMap((listing) => {
    const database = platform.get(listing.name);
    return database ? [{ listing, database }] : [];
  });
  // The message names the directory searched and the next action.
  return found.length > 0
    ? found
    : asked.slice(0, 1).map((listing) => ({ listing, database: databaseOf(listing.name, given.dataDir) }));
}

async function ownerOf(
  address: DatabaseAddress,
  asked: readonly SubgraphListing[],
): Promise<SubgraphListing> {
  const database = await openAudit(address);
  let name: string | undefined;
  try {
    name = await claimantOf(database);
  } finally {
    await database.destroy();
  }
  const listing = name === undefined ? undefined : listingOf(name);
  if (listing && asked.includes(listing)) return listing;
  const wanted = asked.map(({ name }) => name).join(', ');
  throw new ConfigurationError([
    name === undefined
      ? 'DATABASE_OWNER_URL: 此数据库尚未由任何子图建立 · no subgraph has set up this database yet'
      : `DATABASE_OWNER_URL: 此数据库属于子图“${name}”，不属于 ${wanted} · this database belongs to the subgraph "${name}", not to ${wanted}`,
  ]);
}
