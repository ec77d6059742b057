import type { StreetContext } from '../foundation/street-context';
import { everyCenter } from './organization.repository';

/** DataLoader's batch function: the center of each code, closed or not, or null. */
export const centersByCode =
  ({ database, profile }: StreetContext) =>
  async (codes: readonly string[]) => {
    const byCode = new Map((await everyCenter(database, profile)).map((center) => [center.code, center]));
    return codes.map((code) => byCode.get(code) ?? null);
  };
