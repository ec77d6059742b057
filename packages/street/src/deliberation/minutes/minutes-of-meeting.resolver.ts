import { groupByKey, zhEn, type SubgraphContext } from '@mtg/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { In, IsNull } from 'typeorm';
import { Meeting } from '../meetings/meeting';
import { requireReader } from '../require-reader';
import { Minutes } from './minutes';

const minutesByMeeting = (context: SubgraphContext) => {
  requireReader(context);
  return async (ids: readonly string[]): Promise<(Minutes | null)[]> => {
    const rows = await context.database
      .getRepository(Minutes)
      .findBy({ meetingId: In(ids), deletedAt: IsNull() });
    return groupByKey(ids, rows, ({ meetingId }) => meetingId).map(([row]) => row ?? null);
  };
};

/** A meeting has one set of minutes at most. */
@Resolver(() => Meeting)
export class MinutesOfMeetingResolver {
  @FieldResolver(() => Minutes, {
    nullable: true,
    description: zhEn('会议纪要', 'Its minutes; null until they are drafted'),
  })
  minutes(@Root() { id }: Meeting, @Ctx() context: SubgraphContext): Promise<Minutes | null> {
    return context.loaders.get(minutesByMeeting, context).load(id);
  }
}
