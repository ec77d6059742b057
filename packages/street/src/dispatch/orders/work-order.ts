import { WorkRow } from '@mtg/commands';
import {
  labelsOf,
  WORK_ORDER_SOURCE_LABELS,
  workOrderMachine,
  WorkOrderSource,
  WorkOrderState,
} from '@mtg/governance';
import { LocalDate, registerVocabulary, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

registerVocabulary(
  WorkOrderState,
  'WorkOrderState',
  { zh: '派单状态', en: 'State of a work order' },
  labelsOf(workOrderMachine),
);
registerVocabulary(
  WorkOrderSource,
  'WorkOrderSource',
  { zh: '派单来源', en: 'Where the work of an order comes from (R11)' },
  WORK_ORDER_SOURCE_LABELS,
);

/**
 * Work that 综合管理中心 gives to a center (R11). A sub-order gives a part of it to a center that works along; it has the
 * source and the project of its parent.
 */
@Entity('work_order')
@Directive('@shareable')
@ObjectType({ description: zhEn('派单', 'Work that is dispatched to a center') })
export class WorkOrder extends WorkRow {
  @Column('text')
  @Field(() => String, {
    description: zhEn('编号，如 DAYU-2026-0001', 'Number, unique in its street, given by the platform'),
  })
  number: string;

  @Column('int')
  @Field(() => Int, { description: zhEn('编号年份', 'Year of the number') })
  year: number;

  @Column('int')
  sequence: number;

  @Column('text')
  @Field(() => WorkOrderState, { description: zhEn('状态', 'State') })
  state: WorkOrderState;

  @Column('text')
  @Field(() => String, { description: zhEn('标题', 'Title') })
  title: string;

  @Column('text')
  @Field(() => String, { description: zhEn('内容', 'What is to be done') })
  content: string;

  @Column('text')
  @Field(() => WorkOrderSource, { description: zhEn('来源', 'Where the work comes from (R11)') })
  source: WorkOrderSource;

  @Column('uuid', { nullable: true })
  keyPointId: string | null;

  @Column('uuid', { nullable: true })
  delegationId: string | null;

  @Column('uuid', { nullable: true })
  minutesItemId: string | null;

  @Column('uuid')
  projectId: string;

  @Column('text')
  @Field(() => ID, { description: zhEn('承办中心代码', 'Code of the center that carries it out') })
  centerCode: string;

  @Column('text')
  @Field(() => String, { description: zhEn('责任人', 'Responsible person') })
  responsiblePerson: string;

  @Column('date')
  @Field(() => LocalDate, { description: zhEn('完成时限', 'Deadline, that day included') })
  deadline: string;

  @Column('uuid', { nullable: true })
  parentId: string | null;

  @Column('text')
  @Field(() => String, { description: zhEn('派单人(令牌的 sub)', 'Who dispatched it: the token’s subject') })
  issuer: string;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: zhEn(
      '最近一次退回、延期或取消的理由',
      'Why it was last returned, extended or cancelled; null when it never was',
    ),
  })
  reason: string | null;

  /** An order stands in one report at most (R13), and so names it. */
  @Column('uuid', { nullable: true })
  feedbackReportId: string | null;
}
