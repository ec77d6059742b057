import { WorkRow } from '@mtg/commands';
import { FEEDBACK_RECIPIENT_LABELS, FeedbackRecipient } from '@mtg/governance';
import { registerVocabulary, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

registerVocabulary(
  FeedbackRecipient,
  'FeedbackRecipient',
  { zh: '反馈对象', en: 'To whom completed work is reported (R13)' },
  FEEDBACK_RECIPIENT_LABELS,
);

/** What 综合管理中心 reports of finished orders to 区委, 区政府 and departments (R13). It is never changed. */
@Entity('feedback_report')
@Directive('@shareable')
@ObjectType({ description: zhEn('集中反馈', 'A report on finished work orders (R13)') })
export class FeedbackReport extends WorkRow {
  @Column('text')
  @Field(() => String, {
    description: zhEn('编号，如 DAYU-F-2026-0001', 'Number, unique in its street, given by the platform'),
  })
  number: string;

  @Column('int')
  @Field(() => Int, { description: zhEn('编号年份', 'Year of the number') })
  year: number;

  @Column('int')
  sequence: number;

  @Column('text', { array: true })
  @Field(() => [FeedbackRecipient], { description: zhEn('反馈对象', 'To whom it goes') })
  recipients: FeedbackRecipient[];

  @Column('text', { array: true })
  @Field(() => [ID], {
    description: zhEn('反馈的职能部门代码', 'Codes of the departments that it goes to'),
  })
  departmentCodes: string[];

  @Column('text')
  @Field(() => String, { description: zhEn('标题', 'Title') })
  title: string;

  @Column('text')
  @Field(() => String, { description: zhEn('完成情况', 'How the work was completed') })
  text: string;

  @Column('text')
  @Field(() => String, { description: zhEn('反馈人(令牌的 sub)', 'Who issued it: the token’s subject') })
  issuer: string;
}
