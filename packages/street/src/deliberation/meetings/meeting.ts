import { WorkRow } from '@mtg/commands';
import {
  labelsOf,
  MEETING_KIND_LABELS,
  MEETING_TRIGGER_KIND_LABELS,
  MeetingKind,
  meetingMachine,
  MeetingState,
  MeetingTriggerKind,
} from '@mtg/governance';
import { DateTime, LocalDate, registerVocabulary, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

registerVocabulary(
  MeetingKind,
  'MeetingKind',
  { zh: '会议种类', en: 'Kind of meeting' },
  MEETING_KIND_LABELS,
);
registerVocabulary(
  MeetingState,
  'MeetingState',
  { zh: '会议状态', en: 'State of a meeting' },
  labelsOf(meetingMachine),
);
registerVocabulary(
  MeetingTriggerKind,
  'MeetingTriggerKind',
  { zh: '专题会议事由', en: 'Why a special meeting is convoked (R05)' },
  MEETING_TRIGGER_KIND_LABELS,
);

/** A meeting of the street's bodies, or of its seven centers. */
@Entity('meeting')
@Directive('@shareable')
@ObjectType({ description: zhEn('会议', 'A meeting of the street’s bodies or of its centers') })
export class Meeting extends WorkRow {
  @Column('text')
  @Field(() => MeetingKind, { description: zhEn('种类', 'Kind') })
  kind: MeetingKind;

  @Column('text')
  @Field(() => MeetingState, { description: zhEn('状态', 'State') })
  state: MeetingState;

  @Column('text')
  @Field(() => String, {
    description: zhEn(
      '编号，如 大峪周例〔2026〕第47号',
      'Number, unique in its street, given by the platform',
    ),
  })
  number: string;

  /** Of the day of convocation; numbers run within a kind and a year. */
  @Column('int')
  @Field(() => Int, {
    description: zhEn('编号年份，即召集之年', 'Year of the number: that in which it was convoked'),
  })
  year: number;

  @Column('int')
  sequence: number;

  @Column('text')
  @Field(() => String, { description: zhEn('标题', 'Title') })
  title: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: zhEn('地点', 'Where') })
  place: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: zhEn('计划时间', 'When it is to be held') })
  scheduledAt: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: zhEn('开会时间', 'When it began; null until then') })
  openedAt: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: zhEn('闭会时间', 'When it ended; null until then') })
  closedAt: Date | null;

  @Column('date', { nullable: true })
  @Field(() => LocalDate, {
    nullable: true,
    description: zhEn(
      '召开日期(北京时间)',
      'Day on which it was held, in Asia/Shanghai; null until it began',
    ),
  })
  heldOn: string | null;

  @Column('text')
  @Field(() => String, { description: zhEn('召集人的角色', 'Role in which the convener acted') })
  convenerRole: string;

  @Column('text')
  @Field(() => String, { description: zhEn('召集人(令牌的 sub)', 'Who convoked it: the token’s subject') })
  convener: string;

  @Column('text', { nullable: true })
  @Field(() => MeetingTriggerKind, {
    nullable: true,
    description: zhEn('事由种类，专题会议必有', 'Why; of special meetings only (R05)'),
  })
  triggerKind: MeetingTriggerKind | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: zhEn('提请的成员单位', 'The member unit that asked for it'),
  })
  requestedBy: string | null;

  @Column('uuid', { nullable: true })
  majorMatterId: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: zhEn('紧急事项', 'What was urgent') })
  urgency: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: zhEn('取消的理由', 'Why it was cancelled') })
  cancelReason: string | null;
}
