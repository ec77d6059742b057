import { registerVocabulary, DateTime, zhEn } from '@mtg/subgraph-kit';
import { WorkRow } from '@mtg/commands';
import { DECISION_OUTCOME_LABELS, DecisionOutcome } from '@mtg/governance';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { DecisionSubject } from './decision-subject';

registerVocabulary(
  DecisionOutcome,
  'DecisionOutcome',
  { zh: '决策结果', en: 'What a decision came to' },
  DECISION_OUTCOME_LABELS,
);

/** A decision of the Street Party Working Committee, as its clerk records it. It is never changed. */
@Entity('committee_decision')
@Directive('@shareable')
@ObjectType({ description: zhEn('街道工委决策', 'A decision of the Street Party Working Committee') })
export class CommitteeDecision extends WorkRow {
  @Column('text')
  @Field(() => String, { description: zhEn('文号或会议决定编号', 'Number of the decision') })
  number: string;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: zhEn('决策时间', 'When the committee decided') })
  decidedAt: Date;

  @Column('text')
  @Field(() => DecisionOutcome, { description: zhEn('结果', 'What it came to') })
  outcome: DecisionOutcome;

  @Column('text')
  @Field(() => DecisionSubject, { description: zhEn('所议对象', 'What it is about') })
  subject: DecisionSubject;

  @Column('text')
  @Field(() => String, { description: zhEn('决策内容', 'What was decided, in words') })
  summary: string;
}
