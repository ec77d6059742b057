import { WorkRow } from '@mtg/commands';
import { LocalDate, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

/**
 * A visit as it is fixed beforehand: 定时间、定人员、定路线、定动作 (R24; seed:126). The platform has no register of staff:
 * whoever a center's plans name is on its staff.
 */
@Entity('visit_plan')
@Directive('@shareable')
@ObjectType({ description: zhEn('进社区计划', 'A visit to communities as it is fixed beforehand') })
export class VisitPlan extends WorkRow {
  @Column('text')
  @Field(() => ID, { description: zhEn('中心代码', 'Code of the center') })
  centerCode: string;

  @Column('date')
  @Field(() => LocalDate, { description: zhEn('日期(定时间)', 'The day it is for') })
  day: string;

  @Column('text', { array: true })
  @Field(() => [String], {
    description: zhEn('人员(定人员)，令牌的 sub', 'Who goes, by the subject of their tokens'),
  })
  people: string[];

  @Column('text', { array: true })
  @Field(() => [ID], { description: zhEn('社区代码', 'Codes of the communities') })
  communityCodes: string[];

  @Column('text')
  @Field(() => String, { description: zhEn('路线(定路线)', 'The route') })
  route: string;

  @Column('text')
  @Field(() => String, { description: zhEn('动作(定动作)', 'What is to be done there') })
  actions: string;
}
