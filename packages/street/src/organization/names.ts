import type { StreetTransaction } from '../foundation/street-commands';
import { findCenter, findCommunity } from './organization.repository';

/** The names of centers, for sentences; the code of one that there no longer is. */
export async function centerNames(
  { manager, context }: StreetTransaction,
  codes: readonly string[],
): Promise<readonly string[]> {
  const names: string[] = [];
  for (const code of codes) names.push((await findCenter(manager, context.profile, code))?.name ?? code);
  return names;
}

/** The names of communities, for sentences; the code of one that there no longer is. */
export async function communityNames(
  { manager }: Pick<StreetTransaction, 'manager'>,
  codes: readonly string[],
): Promise<readonly string[]> {
  const names: string[] = [];
  for (const code of codes) names.push((await findCommunity(manager, code))?.name ?? code);
  return names;
}
