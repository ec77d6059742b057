import { ReferenceRow, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, Unique, type Relation } from 'typeorm';
import { RefersToCenter, type CenterRow } from './row-of-center';
import { PostHolder, PostKind } from './post-kind';
import { Section } from './section';

/**
 * A post of director or deputy director, held with another office (seed:108). The study names offices, not persons;
 * so does this.
 */
@Entity('post')
@Unique('post_code', ['code'])
@Index('post_one_director', ['centerCode'], {
  unique: true,
  where: `kind = 'DIRECTOR' AND deleted_at IS NULL`,
})
@Check('post_kind', `kind IN ('DIRECTOR', 'DEPUTY_DIRECTOR')`)
@Check('post_holder', `holder IN ('STREET_LEADER', 'SECTION_HEAD', 'FIELD_AGENCY_HEAD')`)
@Check('post_deputy_has_section', `(kind = 'DIRECTOR') = (section_name IS NULL)`)
@Directive('@shareable')
@ObjectType({ description: zhEn('中心职位', 'Post of director or deputy director of a center') })
export class Post extends ReferenceRow {
  @Column('text')
  @Field(() => ID, { description: zhEn('职位代码，街道内唯一', 'Code of the post, unique in the street') })
  code: string;

  @Column('text')
  @Field(() => PostKind, { description: zhEn('职位种类', 'Kind of post') })
  kind: PostKind;

  @Column('text')
  @Field(() => PostHolder, { description: zhEn('由谁兼任', 'Office that holds the post ex officio') })
  holder: PostHolder;

  @Column('text')
  centerCode: string;

  @RefersToCenter('post_center_fk')
  protected readonly centerRow?: CenterRow;

  @Column('text', { nullable: true })
  sectionName: string | null;

  @ManyToOne(() => Section, { nullable: true })
  @JoinColumn({
    name: 'section_name',
    referencedColumnName: 'name',
    foreignKeyConstraintName: 'post_section_fk',
  })
  protected readonly sectionRow?: Relation<Section>;
}
