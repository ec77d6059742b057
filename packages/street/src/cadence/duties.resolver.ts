import { readRows, sampleArgument } from '@mtg/commands';
import { addDays, DutyStatus, localDay } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { StreetContext } from '../foundation/street-context';
import { Street } from '../foundation/street-interface';
import { Judgement } from './judgement';

/** Duties that are done with are listed for so many days; `judgements` has them all. */
const RECENT_DAYS = 62;

const isPast = (status: DutyStatus): boolean => status === 'MET' || status === 'EXCUSED';

/** Duties of a street: what its rules ask for, by whom and until when. */
@Resolver(() => Street)
export class DutiesResolver {
  @FieldResolver(() => [Judgement], {
    nullable: true,
    description: zhEn(
      '应办事项，按到期日排列：由谁、何时之前办理、还缺什么；已完成和不要求的只列近62天，全部见 judgements',
      'Duties by the day on which they are due: by whom, until when, and what is missing. Those met or excused are of the last 62 days; `judgements` has all',
    ),
  })
  async duties(
    @Arg('status', () => DutyStatus, {
      defaultValue: 'DUE',
      description: zhEn('状态，默认待办', 'Status. Default: DUE'),
    })
    status: DutyStatus,
    @Arg('reminded', () => Boolean, {
      nullable: true,
      description: zhEn('只列已到提醒日的', 'True lists only those whose day of reminder has come'),
    })
    isReminded: boolean | null,
    @Arg('sample', () => Boolean, sampleArgument) isSample: boolean | null,
    @Ctx() context: StreetContext,
  ): Promise<readonly unknown[]> {
    const today = localDay(context.clock.now());
    return readRows(context, Judgement, {
      where: (statement, row) =>
        [
          `${row}.status = ${statement.value(status)}`,
          `${row}.sample = ${statement.value(isSample === true)}`,
          ...(isPast(status) ? [`${row}.due_on > ${statement.value(addDays(today, -RECENT_DAYS))}`] : []),
          ...(isReminded === true ? [`${row}.remind_on <= ${statement.value(today)}`] : []),
        ].join(' AND '),
      order: (row) => `${row}.due_on, ${row}.id`,
    });
  }
}
