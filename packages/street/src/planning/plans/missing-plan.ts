import { PlanKind, PlanState, type LocalDay } from '@mtg/governance';
import { LocalDate, UUID, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Center } from '../../organization/center';

/** A plan that a center has not adopted (R17). */
@Directive('@shareable')
@ObjectType({ description: zhEn('中心所缺的计划', 'Plan that a center lacks: none is adopted (R17)') })
export class MissingPlan {
  @Field(() => ID, { description: zhEn('中心代码', 'Code of the center') })
  centerCode: string;

  @Field(() => Center, { nullable: true, description: zhEn('中心', 'Center') })
  center: Center | null;

  @Field(() => PlanKind, { description: zhEn('种类', 'Kind') })
  kind: PlanKind;

  @Field(() => String, { description: zhEn('年度或月份', 'Year or month') })
  period: string;

  @Field(() => LocalDate, { description: zhEn('应确定的日期', 'Last day for the adoption in time') })
  dueOn: LocalDay;

  @Field(() => Boolean, {
    description: zhEn('是否已逾期(北京时间)', 'Whether that day is over, Asia/Shanghai'),
  })
  overdue: boolean;

  @Field(() => UUID, {
    nullable: true,
    description: zhEn('起草中或已报送的计划的标识', 'Id of the plan in preparation. Null if there is none'),
  })
  planId: string | null;

  @Field(() => PlanState, {
    nullable: true,
    description: zhEn(
      '其状态',
      'State of the plan in preparation: a draft, or submitted. Null if there is none',
    ),
  })
  state: PlanState | null;
}

/** Numbers of plans of one center and kind in a year. */
@Directive('@shareable')
@ObjectType({
  description: zhEn('中心计划统计', 'Numbers of plans of a center, of one kind, in a year (R17)'),
})
export class PlanCount {
  @Field(() => ID, { description: zhEn('中心代码', 'Code of the center') })
  centerCode: string;

  @Field(() => PlanKind, { description: zhEn('种类', 'Kind') })
  kind: PlanKind;

  @Field(() => Int, { description: zhEn('应有计划数', 'Number of plans due until the day asked for') })
  due: number;

  @Field(() => Int, { description: zhEn('已确定数', 'Number of years or months with an adopted plan') })
  adopted: number;

  @Field(() => Int, { description: zhEn('按时确定数', 'Number of these that were adopted in time') })
  inTime: number;

  @Field(() => Int, { description: zhEn('调整次数', 'Number of adopted amendments') })
  amended: number;
}
