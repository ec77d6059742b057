import type { CommandTransaction } from '@mtg/commands';
import { requireCommunity } from '../organization/require-addressee';

/**
 * The codes of communities that an input lists, each once.
 *
 * @throws PublicError NOT_FOUND naming the one that the street does not have
 */
export async function requireCommunities(
  transaction: CommandTransaction,
  codes: readonly string[],
  path = 'communityCodes',
): Promise<string[]> {
  for (const [index, code] of codes.entries()) await requireCommunity(transaction, code, `${path}.${index}`);
  return [...new Set(codes)];
}
