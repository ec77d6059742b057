import { WorkRow } from '@mtg/commands';
import {
  DELEGATION_KIND_LABELS,
  DelegationKind,
  delegationMachine,
  DelegationState,
  labelsOf,
} from '@mtg/governance';
import { DateTime, LocalDate, registerVocabulary, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

registerVocabulary(
  DelegationKind,
  'DelegationKind',
  { zh: '委托种类', en: 'What a department asks of a street' },
  DELEGATION_KIND_LABELS,
);
registerVocabulary(
  DelegationState,
  'DelegationState',
  { zh: '委托事项状态', en: 'State of a delegation (R10)' },
  labelsOf(delegationMachine),
);

/** What a department asks of a street, from the written request to the feedback (R07–R10). */
@Entity('delegation')
@Directive('@shareable')
@ObjectType({ description: zhEn('委托事项', 'What a department delegates to a street') })
export class Delegation extends WorkRow {
  @Column('text')
  @Field(() => DelegationState, { description: zhEn('状态', 'State') })
  state: DelegationState;

  @Column('text')
  departmentCode: string;

  @Column('text')
  @Field(() => DelegationKind, { description: zhEn('种类', 'Kind') })
  kind: DelegationKind;

  @Column('text')
  @Field(() => String, { description: zhEn('标题', 'Title') })
  title: string;

  @Column('text')
  @Field(() => String, { description: zhEn('内容', 'What is delegated') })
  content: string;

  @Column('text')
  @Field(() => String, { description: zhEn('委托文件文号', 'Number of the written document (R08)') })
  documentNumber: string;

  @Column('text')
  @Field(() => String, { description: zhEn('委托文件标题', 'Title of the document') })
  documentTitle: string;

  @Column('date')
  @Field(() => LocalDate, { description: zhEn('委托文件日期', 'Day of the document') })
  documentDate: string;

  @Column('text')
  @Field(() => String, { description: zhEn('法律依据', 'Legal basis (R08)') })
  legalBasis: string;

  @Column('uuid', { nullable: true })
  approvalId: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: zhEn('街道意见', 'The street’s opinion; null until it was heard (R08)'),
  })
  opinion: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, {
    nullable: true,
    description: zhEn('听取街道意见的时间', 'When the street’s opinion was heard'),
  })
  opinionHeardAt: Date | null;

  @Column('uuid', { nullable: true })
  decisionId: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: zhEn('工作部署', 'How the committee deploys the work; null until it has (R10)'),
  })
  deployment: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, { nullable: true, description: zhEn('部署时间', 'When the work was deployed') })
  deployedAt: Date | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: zhEn('退回或撤回的理由', 'Why it was rejected or withdrawn; null otherwise'),
  })
  reason: string | null;
}
