import { WorkRow } from '@mtg/commands';
import { labelsOf, majorMatterMachine, MajorMatterState } from '@mtg/governance';
import { registerVocabulary, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';

registerVocabulary(
  MajorMatterState,
  'MajorMatterState',
  { zh: '重大事项状态', en: 'State of a major matter (R01)' },
  labelsOf(majorMatterMachine),
);

/** What concerns the development of the area, and so goes through both bodies before the committee decides (R01). */
@Entity('major_matter')
@Directive('@shareable')
@ObjectType({ description: zhEn('重大事项', 'A major matter of the area') })
export class MajorMatter extends WorkRow {
  @Column('text')
  @Field(() => MajorMatterState, { description: zhEn('状态', 'State') })
  state: MajorMatterState;

  @Column('text')
  @Field(() => String, { description: zhEn('标题', 'Title') })
  title: string;

  @Column('text')
  @Field(() => String, { description: zhEn('内容', 'What it is about') })
  content: string;

  @Column('uuid', { nullable: true })
  decisionId: string | null;
}
