import { WorkRow } from '@mtg/commands';
import { labelsOf, supervisionMachine, SupervisionState } from '@mtg/governance';
import { DateTime, LocalDate, registerVocabulary, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

registerVocabulary(
  SupervisionState,
  'SupervisionState',
  { zh: '督办状态', en: 'State of a supervision (R12)' },
  labelsOf(supervisionMachine),
);

/** That an order is overdue, and what was done about it (R12). A sweep opens it. */
@Entity('supervision')
@Directive('@shareable')
@ObjectType({ description: zhEn('督办', 'The supervision of an overdue work order (R12)') })
export class Supervision extends WorkRow {
  @Column('uuid')
  workOrderId: string;

  @Column('text')
  @Field(() => SupervisionState, { description: zhEn('状态', 'State') })
  state: SupervisionState;

  @Column('date')
  @Field(() => LocalDate, { description: zhEn('逾期的完成时限', 'The deadline that was missed') })
  missedDeadline: string;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: zhEn(
      '督办处理情况；派单终结或延期而自动销号的为空',
      'What was done; null while it is open, and when the order’s end or extension resolved it',
    ),
  })
  resolution: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: zhEn('销号时间', 'When it was resolved') })
  resolvedAt: Date | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: zhEn('销号人(令牌的 sub)', 'Whose command resolved it: the token’s subject'),
  })
  resolvedBy: string | null;
}
