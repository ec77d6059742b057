import { readRows, type ReadRow } from '@mtg/commands';
import { daysBetween, isOpenOn, localDay, type LocalDay } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { StreetContext } from '../../foundation/street-context';
import { Difficulty } from './difficulty';
import { Meeting } from './meeting';
import { OpenDifficulty } from './open-difficulty';

/** The difficulties that were open on each of these days, by one statement. */
const openOnDays =
  (context: StreetContext) =>
  async (days: readonly LocalDay[]): Promise<ReadRow<Difficulty>[][]> => {
    const [first = '', last = first] = [days.toSorted()[0], days.toSorted().at(-1)];
    const rows = await readRows(context, Difficulty, {
      where: (statement, row) =>
        `${row}.raised_on <= ${statement.value(last, 'date')} AND coalesce(${row}.solved_on >= ${statement.value(first, 'date')}, true)`,
      order: (row) => `${row}.raised_on, ${row}.id`,
    });
    return days.map((day) => rows.filter((difficulty) => isOpenOn(difficulty, day)));
  };

/** The difficulties that each monthly meeting has before it again, until they are solved (R20). */
@Resolver(() => Meeting)
export class MeetingResolver {
  @FieldResolver(() => [OpenDifficulty], {
    nullable: true,
    description: zhEn(
      '月推进会当日待解决的困难与问题，最早提出的在前；未召开的按今天计，其他会议为空列表(R20)',
      'Difficulties that were open on the day of a monthly meeting, longest open first; of one not held yet, those open today. Empty for other meetings (R20)',
    ),
  })
  async openDifficulties(
    @Root() { kind, state, heldOn, sample }: Meeting,
    @Ctx() context: StreetContext,
  ): Promise<OpenDifficulty[]> {
    if (kind !== 'MONTHLY_PROGRESS' || state === 'CANCELLED') return [];
    const day = heldOn ?? localDay(context.clock.now());
    const found = await context.loaders.get(openOnDays, context).load(day);
    return found
      .filter((difficulty) => difficulty.sample === sample)
      .map((difficulty) => ({
        // A row that is read is what its type in the schema shows.
        difficulty: difficulty as unknown as Difficulty,
        daysOpen: daysBetween(difficulty.raisedOn, day),
      }));
  }
}
