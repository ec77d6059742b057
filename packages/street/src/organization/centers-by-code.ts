import { listReference } from '@mtg/subgraph-kit';
import type { StreetContext } from '../foundation/street-context';
import { FunctionalCenter } from './functional-center';
import { localCenters } from './organization.repository';

/** DataLoader's batch function: the center of each code, one of the seven or the street's own; or null. */
export const centersByCode =
  ({ database, profile }: StreetContext) =>
  async (codes: readonly string[]) => {
    const [seven, own] = await Promise.all([
      listReference(database, FunctionalCenter),
      localCenters(database, profile),
    ]);
    const byCode = new Map([...seven, ...own].map((center) => [center.code, center]));
    return codes.map((code) => byCode.get(code) ?? null);
  };
