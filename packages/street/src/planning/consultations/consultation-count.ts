import { zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

/** Numbers of consultations of a center with a department in a year. */
@Directive('@shareable')
@ObjectType({
  description: zhEn('月会商统计', 'Numbers of consultations of a center with a department, in a year (R18)'),
})
export class ConsultationCount {
  @Field(() => ID, { description: zhEn('中心代码', 'Code of the center') })
  centerCode: string;

  @Field(() => ID, { description: zhEn('职能部门代码', 'Code of the department') })
  departmentCode: string;

  @Field(() => Int, {
    description: zhEn(
      '应会商的月数：整月联动且已结束的',
      'Number of months that have ended and through which the two were linked',
    ),
  })
  due: number;

  @Field(() => Int, { description: zhEn('已会商的月数', 'Number of months with a consultation') })
  held: number;

  @Field(() => Int, { description: zhEn('会商次数', 'Number of consultations') })
  consultations: number;

  @Field(() => Int, {
    description: zhEn('部门已确认的次数', 'Number of these that the department has confirmed'),
  })
  confirmed: number;
}
