import { WorkRow } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

/** What a center reports: three parts to a weekly meeting (R21), three others to a monthly one (R20). */
@Entity('center_report')
@Directive('@shareable')
@ObjectType({ description: zhEn('中心汇报', 'What a center reports to a weekly or monthly meeting') })
export class CenterReport extends WorkRow {
  @Column('uuid')
  meetingId: string;

  @Column('text')
  @Field(() => ID, { description: zhEn('中心代码', 'Code of the center') })
  centerCode: string;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: zhEn('周例会：本周工作完成情况', 'Weekly: work completed this week'),
  })
  thisWeek: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: zhEn('周例会：下周工作计划', 'Weekly: plan for next week'),
  })
  nextWeek: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: zhEn('周例会：需落实到社区的工作', 'Weekly: what has to be carried out in communities'),
  })
  communityMatters: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: zhEn('月推进会：工作进度', 'Monthly: progress') })
  progress: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: zhEn('月推进会：困难与问题', 'Monthly: difficulties and problems'),
  })
  difficulties: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: zhEn('月推进会：下月工作的对接', 'Monthly: what next month’s work links up with'),
  })
  nextMonth: string | null;
}
