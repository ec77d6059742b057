import { WorkRow } from '@mtg/commands';
import { CONVEYED_ISSUER_LABELS, CONVEYED_KIND_LABELS, ConveyedIssuer, ConveyedKind } from '@mtg/governance';
import { LocalDate, registerVocabulary, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

registerVocabulary(
  ConveyedIssuer,
  'ConveyedIssuer',
  { zh: '会议或文件的来源', en: 'Whose meetings and documents are conveyed (R26)' },
  CONVEYED_ISSUER_LABELS,
);
registerVocabulary(
  ConveyedKind,
  'ConveyedKind',
  { zh: '传达的种类', en: 'What is conveyed (R26)' },
  CONVEYED_KIND_LABELS,
);

/** A meeting or document whose spirit a center has conveyed to a community (R26). */
@Entity('conveyed_document')
@Directive('@shareable')
@ObjectType({ description: zhEn('传达的会议和文件精神', 'A meeting or document conveyed to a community') })
export class ConveyedDocument extends WorkRow {
  @Column('text')
  @Field(() => ConveyedIssuer, { description: zhEn('来源', 'Whose it is') })
  issuer: ConveyedIssuer;

  @Column('text')
  @Field(() => ConveyedKind, { description: zhEn('种类', 'A meeting or a document') })
  kind: ConveyedKind;

  @Column('text')
  @Field(() => String, { description: zhEn('标题', 'Title') })
  title: string;

  @Column('text')
  @Field(() => String, { description: zhEn('工作重点', 'The priorities of work that were made clear') })
  priorities: string;

  @Column('text')
  @Field(() => ID, { description: zhEn('社区代码', 'Code of the community') })
  communityCode: string;

  @Column('text')
  @Field(() => ID, { description: zhEn('中心代码', 'Code of the center that conveyed it') })
  centerCode: string;

  @Column('date')
  @Field(() => LocalDate, { description: zhEn('传达日期', 'The day it was conveyed') })
  conveyedOn: string;
}
