import { WorkRow } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

/** What a member unit reports to the bodies: how work in the area goes, and which tasks are completed (seed:114). */
@Entity('member_report')
@Directive('@shareable')
@ObjectType({ description: zhEn('成员单位汇报', 'What a member unit reports to a joint or special meeting') })
export class MemberReport extends WorkRow {
  @Column('uuid')
  meetingId: string;

  @Column('text')
  @Field(() => String, { description: zhEn('成员单位', 'The member unit') })
  unit: string;

  @Column('text')
  @Field(() => String, {
    description: zhEn('辖区工作开展情况和任务完成情况', 'How work goes, and which tasks are completed'),
  })
  content: string;
}
