import { shownCode } from '@mtg/governance';
import type { CommandTransaction } from '@mtg/commands';
import { refuse } from '@mtg/subgraph-kit';
import type { StreetTransaction } from '../foundation/street-commands';
import { findCenter, findCommunity } from './organization.repository';

/**
 * The name of the one center or community that an input names.
 *
 * @param path of the input, without `input.`
 * @throws PublicError BAD_USER_INPUT when it names both or neither; NOT_FOUND when the street has no such one
 */
export async function requireAddressee(
  transaction: StreetTransaction,
  {
    centerCode,
    communityCode,
  }: { readonly centerCode: string | null; readonly communityCode: string | null },
  path: string,
): Promise<string> {
  if ((centerCode === null) === (communityCode === null)) {
    throw refuse.badInput(path, {
      zh: 'centerCode 和 communityCode 须恰填一个',
      en: 'Give either centerCode or communityCode',
    });
  }
  return centerCode === null
    ? requireCommunity(transaction, communityCode ?? '', `${path}.communityCode`)
    : requireCenter(transaction, centerCode, `${path}.centerCode`);
}

/** @returns its name @throws PublicError NOT_FOUND */
export async function requireCenter(
  { manager, context }: StreetTransaction,
  code: string,
  path: string,
): Promise<string> {
  const center = await findCenter(manager, context.profile, code);
  if (center) return center.name;
  throw refuse.notFound(path, {
    zh: `本街道没有代码为“${shownCode(code)}”的中心。请使用 centers 中的代码`,
    en: `This street has no center “${shownCode(code)}”. Use a code from \`centers\``,
  });
}

/** @returns its name @throws PublicError NOT_FOUND */
export async function requireCommunity(
  { manager }: CommandTransaction,
  code: string,
  path: string,
): Promise<string> {
  const community = await findCommunity(manager, code);
  if (community) return community.name;
  throw refuse.notFound(path, {
    zh: `本街道没有代码为“${shownCode(code)}”的社区。请使用 communities 中的代码`,
    en: `This street has no community “${shownCode(code)}”. Use a code from \`communities\``,
  });
}

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
