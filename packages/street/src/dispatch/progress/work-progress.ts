import { UUID, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { BaseTask } from '../../district-references/references';

const number = (zh: string, en: string) => Field(() => Int, { description: zhEn(zh, en) });

/** How far the work orders of a key point, a project or a base task are. */
@Directive('@shareable')
@ObjectType({
  description: zhEn(
    '一项工作要点、一个项目或一项基础任务的进度：其派单按状态的数量',
    'Progress of a key point, a project or a base task: its work orders by state, as of now',
  ),
})
export class WorkProgress {
  @Field(() => UUID, {
    nullable: true,
    description: zhEn(
      '工作要点或项目的标识，基础任务为空',
      'Id of the key point or project. Null for a base task',
    ),
  })
  id: string | null;

  @Field(() => ID, {
    description: zhEn(
      '工作要点的年内序号、项目编号或基础任务代码',
      'Number of the key point within its year, number of the project, or code of the base task',
    ),
  })
  number: string;

  @Field(() => String, {
    nullable: true,
    description: zhEn(
      '标题；基础任务的名称见 baseTask',
      'Title. Null for a base task, whose name `baseTask` has',
    ),
  })
  title: string | null;

  @Field(() => [ID], { description: zhEn('所落实的基础任务代码', 'Codes of the base tasks carried out') })
  baseTaskCodes: readonly string[];

  @Field(() => BaseTask, {
    nullable: true,
    description: zhEn(
      '基础任务(区级)，其他为空',
      'Base task. Null for key points and projects, and while the district’s subgraph is unavailable',
    ),
  })
  baseTask?: BaseTask | null;

  @number('工作要点数', 'Number of key points')
  keyPoints: number;

  @number('项目数，含其派单所在的', 'Number of projects, with those that its work orders belong to')
  projects: number;

  @number('派单数，含已取消的', 'Number of work orders, with cancelled ones')
  orders: number;

  @number('已派发、尚未接单的', 'Number of those that are issued and not accepted yet')
  issued: number;

  @number('已接单、尚未办理的', 'Number of those that are accepted and not started yet')
  accepted: number;

  @number('办理中的', 'Number of those in progress')
  inProgress: number;

  @number('已提交验收的', 'Number of those submitted for verification')
  submitted: number;

  @number('退单待审的', 'Number of those whose return is requested')
  returned: number;

  @number('已验收、尚未办结的', 'Number of those that are verified and not closed yet')
  verified: number;

  @number('已办结的', 'Number of those that are closed')
  closed: number;

  @number('已取消的', 'Number of those that are cancelled')
  cancelled: number;

  @number('逾期的：在办且已过现行时限', 'Number of those that are open after the current deadline')
  overdue: number;

  @Field(() => Float, {
    nullable: true,
    description: zhEn(
      '办结比例(%)：已办结的占未取消的派单；没有派单为空',
      'Closed orders as a percentage of those not cancelled. Null without any',
    ),
  })
  closedShare: number | null;
}
