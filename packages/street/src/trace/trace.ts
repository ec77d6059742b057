import { DateTime, UUID, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

/** One thing of a chain, and how it hangs together with the others. */
@Directive('@shareable')
@ObjectType({ description: zhEn('链条中的一环', 'One thing of the chain of command') })
export class TraceStep {
  @Field(() => ID, { description: zhEn('类型名，如 WorkOrder', 'Name of its type, e.g. WorkOrder') })
  typeName: string;

  @Field(() => UUID, { description: zhEn('标识', 'Identifier') })
  id: string;

  @Field(() => String, { description: zhEn('标题', 'Title, or its first words') })
  title: string;

  @Field(() => String, {
    nullable: true,
    description: zhEn('状态；没有状态的为空', 'State; null for what has none'),
  })
  state: string | null;

  @Field(() => DateTime, {
    description: zhEn(
      '登记时间；批准文件为街道首次引用的时间',
      'When it was recorded; of an approval, when the street first cited it',
    ),
  })
  at: Date;

  @Field(() => Boolean, {
    description: zhEn('是否样例数据(非真实)', 'Whether this is sample data, made up by the platform'),
  })
  sample: boolean;

  @Field(() => Int, {
    description: zhEn('相隔环数，1为直接相连', 'How many steps away; 1 is next to the thing itself'),
  })
  distance: number;

  @Field(() => [UUID], {
    description: zhEn(
      '由哪些环而来(向上为通向哪些环)；只含所列出的环',
      'Ids of the steps one nearer that it is linked with, among those that are listed',
    ),
  })
  via: string[];
}

/** The whole chain of a thing, in both directions. */
@Directive('@shareable')
@ObjectType({
  description: zhEn('溯源链', 'Where something came from, and what came of it; nearest first'),
})
export class Trace {
  @Field(() => [TraceStep], {
    description: zhEn(
      '向上：所来自的会议、委托、决策等',
      'Upward: the meeting, delegation, decision … that it came from',
    ),
  })
  upward: readonly TraceStep[];

  @Field(() => [TraceStep], {
    description: zhEn(
      '向下：派单、任务、走访等',
      'Downward: the orders, assignments, visits … that carried it out',
    ),
  })
  downward: readonly TraceStep[];

  @Field(() => Int, {
    nullable: true,
    description: zhEn(
      '无权查阅而未列出的环数；只取某些类型时为空',
      'How many steps the reader may not see; null where some types only are asked for',
    ),
  })
  hidden: number | null;

  @Field(() => Boolean, {
    description: zhEn(
      '是否未列全：每个方向由近及远，至多1000环，至多走20000条边；可从较近的一环再问，或用 typeNames 只取某些类型',
      'Whether there are more: each way a thousand steps at most, nearest first, and no further than 20,000 links; ask again from a step on the way, or for some types only (typeNames)',
    ),
  })
  truncated: boolean;
}
