import { listReference, zhEn, type SubgraphContext } from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import { District } from '../facts/district';
import { CalendarDay } from './calendar-day';

@Resolver(() => District)
export class CalendarDayResolver {
  @FieldResolver(() => [CalendarDay], {
    nullable: true,
    description: zhEn(
      '节假日安排；没有安排的年份按周一至周五为工作日计',
      'Public holidays and make-up working days. In a year without them Monday to Friday are worked',
    ),
  })
  async calendarDays(
    @Arg('year', () => Int, {
      nullable: true,
      description: zhEn('年份，不填为全部', 'Year. Default: all that are known'),
    })
    year: number | null | undefined,
    @Ctx() { database }: SubgraphContext,
  ): Promise<CalendarDay[]> {
    const days = await listReference(database, CalendarDay);
    return days
      .filter(({ day }) => typeof year !== 'number' || day.startsWith(`${year}-`))
      .sort((one, other) => (one.day < other.day ? -1 : 1));
  }
}
