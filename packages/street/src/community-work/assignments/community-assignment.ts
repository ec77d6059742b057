import { WorkRow } from '@mtg/commands';
import { assignmentMachine, AssignmentState, labelsOf } from '@mtg/governance';
import { DateTime, LocalDate, registerVocabulary, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

registerVocabulary(
  AssignmentState,
  'AssignmentState',
  { zh: '社区任务状态', en: 'State of a community assignment' },
  labelsOf(assignmentMachine),
);

/**
 * A task for one community, with the five requisites (R25). `meetingId` and `itemState` repeat what its batch and its
 * item say, so that the database itself refuses a task whose item the batch's meeting has not passed (R22).
 */
@Entity('community_assignment')
@Directive('@shareable')
@ObjectType({ description: zhEn('向社区安排的任务', 'A task assigned to a community') })
export class CommunityAssignment extends WorkRow {
  @Column('text')
  @Field(() => AssignmentState, { description: zhEn('状态', 'State') })
  state: AssignmentState;

  @Column('uuid')
  batchId: string;

  @Column('uuid')
  meetingId: string;

  @Column('uuid')
  weeklyItemId: string;

  @Column('text', { default: 'PASSED' })
  itemState: string;

  @Column('text')
  @Field(() => ID, { description: zhEn('社区代码', 'Code of the community') })
  communityCode: string;

  @Column('text')
  @Field(() => String, { description: zhEn('目标要求', 'Goals and requirements') })
  goal: string;

  @Column('text')
  @Field(() => String, { description: zhEn('具体内容', 'Concrete content') })
  content: string;

  @Column('text')
  @Field(() => String, {
    description: zhEn(
      '推荐形式(原文如此，疑为“推进形式”)',
      'Form of carrying out; the study prints “recommended form”, probably a slip',
    ),
  })
  form: string;

  @Column('text')
  @Field(() => String, { description: zhEn('专门培训', 'Dedicated training') })
  training: string;

  @Column('text')
  @Field(() => String, {
    description: zhEn('指导员联系(姓名和联系方式)', 'The contact instructor: who, and how to reach them'),
  })
  instructor: string;

  @Column('date', { nullable: true })
  @Field(() => LocalDate, {
    nullable: true,
    description: zhEn('完成时限', 'Deadline; null where none is set'),
  })
  deadline: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, {
    nullable: true,
    description: zhEn('收回时间，空为有效', 'When it was withdrawn; null while it stands'),
  })
  withdrawnAt: Date | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: zhEn('收回理由', 'Why it was withdrawn') })
  withdrawalReason: string | null;
}
