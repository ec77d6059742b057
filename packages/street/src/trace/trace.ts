import { DateTime, UUID, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

/** An object of a chain, with its links to the others. */
@Directive('@shareable')
@ObjectType({ description: zhEn('溯源链条中的一个对象', 'Object in a trace') })
export class TraceStep {
  @Field(() => ID, {
    description: zhEn('类型名，如 WorkOrder', 'GraphQL type of the object, e.g. WorkOrder'),
  })
  typeName: string;

  @Field(() => UUID, { description: zhEn('标识', 'Identifier') })
  id: string;

  @Field(() => String, { description: zhEn('标题', 'Title, or the first words of the text') })
  title: string;

  @Field(() => String, {
    nullable: true,
    description: zhEn('状态；没有状态的为空', 'State. Null for objects without a state'),
  })
  state: string | null;

  @Field(() => DateTime, {
    description: zhEn(
      '登记时间；批准文件为街道首次引用的时间',
      'Time of recording. For an approval, the time at which the street first cited it',
    ),
  })
  at: Date;

  @Field(() => Boolean, {
    description: zhEn('是否样例数据(非真实)', 'Whether the object is sample data, not real data'),
  })
  sample: boolean;

  @Field(() => Int, {
    description: zhEn('距离(步数)，1为直接相连', 'Distance in steps. 1 for directly linked objects'),
  })
  distance: number;

  @Field(() => [UUID], {
    description: zhEn(
      '与之相连、近一步的对象的标识；只含所列出的对象',
      'Ids of the listed objects that it is linked to, one step nearer',
    ),
  })
  via: string[];
}

/** The whole chain of a thing, in both directions. */
@Directive('@shareable')
@ObjectType({
  description: zhEn('溯源链', 'Trace of an object: its origins and its results, nearest first'),
})
export class Trace {
  @Field(() => [TraceStep], {
    description: zhEn(
      '向上：所来自的会议、委托、决策等',
      'Upward: originating meetings, delegations, decisions and so on',
    ),
  })
  upward: readonly TraceStep[];

  @Field(() => [TraceStep], {
    description: zhEn(
      '向下：派单、任务、走访等',
      'Downward: resulting work orders, assignments, visits and so on',
    ),
  })
  downward: readonly TraceStep[];

  @Field(() => Int, {
    nullable: true,
    description: zhEn(
      '无权查阅而未列出的对象数；只取某些类型时为空',
      'Number of objects hidden from the reader. Null if filtered by type',
    ),
  })
  hidden: number | null;

  @Field(() => Boolean, {
    description: zhEn(
      '是否未列全。每个方向由近及远，至多1000个对象，至多经过20000条关联；可从较近的对象继续查询，或用 typeNames 只取某些类型',
      'Whether the trace is incomplete. Each direction returns at most 1,000 objects, nearest first, and follows at most 20,000 links. Continue from a listed object, or filter with `typeNames`',
    ),
  })
  truncated: boolean;
}
