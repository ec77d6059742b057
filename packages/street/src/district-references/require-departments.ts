import { shownCode } from '@mtg/governance';
import { refuse } from '@mtg/subgraph-kit';
import type { DistrictContext } from './district-directory';

/**
 * Refuses a department that the district does not have. To be asked for before the command's turn. A street that is
 * deployed without a district takes every code; one whose district is down takes those it has met.
 *
 * @param path of the input, without `input.`; of several, that of the list
 * @throws PublicError NOT_FOUND naming the field; SUBGRAPH_UNAVAILABLE when that cannot be verified now
 */
export async function requireDepartments(
  context: DistrictContext,
  codes: string | readonly string[],
  path: string,
): Promise<void> {
  const all = typeof codes === 'string' ? [codes] : codes;
  const [unknown] = await context.district.departments.unknownAmong(all, context.clock.now());
  if (unknown === undefined) return;
  throw refuse.notFound(typeof codes === 'string' ? path : `${path}.${all.indexOf(unknown)}`, {
    zh: `区里没有代码为“${shownCode(unknown)}”的职能部门。请使用 district.departments 中的代码`,
    en: `The district has no department “${shownCode(unknown)}”. Use a code from \`district.departments\``,
  });
}
