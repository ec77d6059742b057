import { WorkRow } from '@mtg/commands';
import { Attendance, ATTENDANCE_LABELS } from '@mtg/governance';
import { registerVocabulary, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

registerVocabulary(
  Attendance,
  'Attendance',
  { zh: '出席情况', en: 'Whether somebody was there' },
  ATTENDANCE_LABELS,
);

/** Whether a member unit or a center was at a meeting. An absence is recorded, not left out (R03). */
@Entity('attendance_record')
@Directive('@shareable')
@ObjectType({ description: zhEn('出席记录', 'Whether a member unit or a center was at a meeting') })
export class AttendanceRecord extends WorkRow {
  @Column('uuid')
  meetingId: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: zhEn('成员单位', 'The member unit; or null') })
  unit: string | null;

  @Column('text', { nullable: true })
  @Field(() => ID, { nullable: true, description: zhEn('中心代码', 'Code of the center; or null') })
  centerCode: string | null;

  @Column('text')
  @Field(() => Attendance, { description: zhEn('出席或缺席', 'Present or absent') })
  attendance: Attendance;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: zhEn('缺席的原因', 'Why it was absent') })
  reason: string | null;
}
