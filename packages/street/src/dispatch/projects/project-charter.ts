import { LocalDate, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Charter of a project: goal, parties, place and time (项目书, R19). */
@Directive('@shareable')
@ObjectType({
  description: zhEn('项目书', 'Project charter: goals, departments, communities and deadline'),
})
export class ProjectCharter {
  @Field(() => String, { description: zhEn('目标任务', 'Goals') })
  goals: string;

  @Field(() => [ID], { description: zhEn('参与部门代码', 'Codes of the participating departments') })
  departmentCodes: string[];

  @Field(() => [ID], { description: zhEn('覆盖的社区代码', 'Codes of the covered communities') })
  communityCodes: string[];

  @Field(() => LocalDate, { description: zhEn('完成时限', 'Deadline (inclusive), Asia/Shanghai') })
  deadline: string;
}
