import { zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Department } from '../district-references/references';

/** Work given to a department in a year, and its progress as the records have it now. */
@Directive('@shareable')
@ObjectType({
  description: zhEn(
    '职能部门交办与落实统计',
    'Work given to a department in a year and its progress, with attendance and reports, as of now',
  ),
})
export class DepartmentStatistics {
  @Field(() => ID, { description: zhEn('职能部门代码', 'Code of the department') })
  departmentCode: string;

  @Field(() => Department, {
    nullable: true,
    description: zhEn('职能部门', 'Department. Null while the district’s subgraph is unavailable'),
  })
  department?: Department;

  @Field(() => Int, {
    description: zhEn(
      '交办数：其参与的项目当年的派单，不含协办单和已取消的',
      'Orders given: those of the year in projects that the department takes part in, without sub-orders and cancelled ones',
    ),
  })
  given: number;

  @Field(() => Int, { description: zhEn('依会议纪要交办数', 'Orders given by minutes') })
  givenByMinutes: number;

  @Field(() => Int, { description: zhEn('完成数(已验收或办结)', 'Orders done: verified or closed') })
  done: number;

  @Field(() => Int, {
    description: zhEn('未按时数(逾原定时限)', 'Orders late: not submitted by the original deadline'),
  })
  late: number;

  @Field(() => Int, {
    description: zhEn('应出席联席会议、专题会议次数', 'Joint and special meetings with attendance on record'),
  })
  meetings: number;

  @Field(() => Int, { description: zhEn('出席次数', 'Meetings attended') })
  attended: number;

  @Field(() => Int, { description: zhEn('汇报次数', 'Reports to these meetings') })
  reports: number;
}
