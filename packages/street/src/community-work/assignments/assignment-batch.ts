import { WorkRow } from '@mtg/commands';
import { DateTime, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

/**
 * What goes to the communities from one weekly meeting, all together (集中布置; R23). `meetingKind` and `meetingState` repeat
 * what the meeting was, so that the database itself can hold a batch to a closed weekly meeting.
 */
@Entity('assignment_batch')
@Directive('@shareable')
@ObjectType({ description: zhEn('集中布置批次', 'What one weekly meeting sends to communities, in one go') })
export class AssignmentBatch extends WorkRow {
  @Column('text')
  @Field(() => String, {
    description: zhEn(
      '编号，如 大峪布置〔2026〕第3号',
      'Number, unique in its street, given by the platform',
    ),
  })
  number: string;

  @Column('int')
  @Field(() => Int, { description: zhEn('编号年份', 'Year of the number') })
  year: number;

  @Column('int')
  sequence: number;

  @Column('uuid')
  meetingId: string;

  @Column('text', { default: 'WEEKLY' })
  meetingKind: string;

  @Column('text', { default: 'CLOSED' })
  meetingState: string;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: zhEn('下发时间', 'When it was issued') })
  issuedAt: Date;

  @Column('text')
  @Field(() => String, {
    description: zhEn('下发人(令牌的 sub)', 'Who issued it, by the subject of the token'),
  })
  issuer: string;
}
