import { WorkRow } from '@mtg/commands';
import { WorkOrderState } from '@mtg/governance';
import { LocalDate, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

/** One step of an order: who took it, from where to where, and why. Rows are only ever added. */
@Entity('work_order_event')
@Directive('@shareable')
@ObjectType({ description: zhEn('派单经过', 'One step in the history of a work order') })
export class WorkOrderEvent extends WorkRow {
  @Column('uuid')
  workOrderId: string;

  @Column('text')
  @Field(() => String, { description: zhEn('操作', 'The command') })
  command: string;

  @Column('text', { nullable: true })
  @Field(() => WorkOrderState, {
    nullable: true,
    description: zhEn('原状态，派发时为空', 'State before; null for its dispatch'),
  })
  fromState: WorkOrderState | null;

  @Column('text')
  @Field(() => WorkOrderState, { description: zhEn('新状态', 'State after') })
  toState: WorkOrderState;

  @Column('text')
  @Field(() => String, { description: zhEn('操作人(令牌的 sub)', 'Who: the token’s subject') })
  actor: string;

  @Column('text')
  @Field(() => String, { description: zhEn('角色', 'In which role') })
  role: string;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: zhEn('理由', 'Why, where the step needs a reason') })
  reason: string | null;

  @Column('date', { nullable: true })
  @Field(() => LocalDate, {
    nullable: true,
    description: zhEn('延期前的完成时限', 'Deadline before an extension; null otherwise'),
  })
  oldDeadline: string | null;

  @Column('date', { nullable: true })
  @Field(() => LocalDate, {
    nullable: true,
    description: zhEn('延期后的完成时限', 'Deadline after an extension; null otherwise'),
  })
  newDeadline: string | null;
}
