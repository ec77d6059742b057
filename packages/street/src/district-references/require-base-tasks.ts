import { field } from '@mtg/commands';
import { shownCode } from '@mtg/governance';
import { refuse, zhEn } from '@mtg/subgraph-kit';
import type { DistrictContext } from './district-directory';

/** Base tasks that work carries out, as commands take them. */
export const carriedOutTasks = field.optional(
  field.list(field.code(zhEn('所落实的基础任务代码', 'Code of a base task that it carries out')), {
    least: 0,
  }),
);

/**
 * Refuses a base task that the district does not have. To be asked for before the command's turn.
 *
 * @param path of the list in the input, without `input.`
 * @throws PublicError NOT_FOUND naming the field; SUBGRAPH_UNAVAILABLE when that cannot be verified now
 */
export async function requireBaseTasks(
  context: DistrictContext,
  codes: readonly string[],
  path: string,
): Promise<void> {
  const [unknown] = await context.district.baseTasks.unknownAmong(codes, context.clock.now());
  if (unknown === undefined) return;
  throw refuse.notFound(`${path}.${codes.indexOf(unknown)}`, {
    zh: `区里没有代码为“${shownCode(unknown)}”的基础任务。请使用 district.baseTasks 中的代码`,
    en: `The district has no base task “${shownCode(unknown)}”. Use a code from \`district.baseTasks\``,
  });
}
