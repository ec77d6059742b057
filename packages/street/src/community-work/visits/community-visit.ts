import { WorkRow } from '@mtg/commands';
import { VISIT_FORM_LABELS, VisitForm } from '@mtg/governance';
import { LocalDate, registerVocabulary, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

registerVocabulary(
  VisitForm,
  'VisitForm',
  { zh: '进社区的形式', en: 'Form of going into a community (R24)' },
  VISIT_FORM_LABELS,
);

/**
 * A visit as a fact: who was where, when and how. What was heard there is in tables of its own, which fewer people read
 * and no export touches.
 */
@Entity('community_visit')
@Directive('@shareable')
@ObjectType({ description: zhEn('进社区(走访)', 'A visit of center staff to a community') })
export class CommunityVisit extends WorkRow {
  @Column('date')
  @Field(() => LocalDate, { description: zhEn('日期', 'The day of the visit') })
  day: string;

  @Column('text')
  @Field(() => VisitForm, { description: zhEn('形式', 'Its form') })
  form: VisitForm;

  @Column('text')
  @Field(() => ID, { description: zhEn('社区代码', 'Code of the community') })
  communityCode: string;

  @Column('text')
  @Field(() => ID, { description: zhEn('中心代码', 'Code of the center') })
  centerCode: string;

  @Column('text')
  @Field(() => String, {
    description: zhEn('走访人员(令牌的 sub)', 'Who went, by the subject of the token that recorded it'),
  })
  staffSubject: string;

  @Column('uuid', { nullable: true })
  planId: string | null;

  @Column('uuid', { nullable: true })
  assignmentId: string | null;

  @Column('uuid')
  recordId: string;
}
