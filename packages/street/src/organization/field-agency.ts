import { ReferenceRow, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity, JoinColumn, ManyToOne, Unique, type Relation } from 'typeorm';
import { Section } from './section';

/**
 * A department's agency inside the street (派出机构). The study lists three of them among the sections and does not
 * say which department each belongs to, so `departmentCode` stays empty until the street states it.
 */
@Entity('field_agency')
@Unique('field_agency_name', ['name'])
@Directive('@shareable')
@ObjectType({ description: zhEn('派出机构', 'Field agency of a department in a street') })
export class FieldAgency extends ReferenceRow {
  @Column('text')
  @Field(() => String, { description: zhEn('机构名称，街道内唯一', 'Name, unique in the street') })
  name: string;

  @Column('text')
  sectionName: string;

  @ManyToOne(() => Section)
  @JoinColumn({
    name: 'section_name',
    referencedColumnName: 'name',
    foreignKeyConstraintName: 'field_agency_section_fk',
  })
  protected readonly sectionRow?: Relation<Section>;

  /** Code of a department of the district's subgraph. */
  @Column('text', { nullable: true })
  departmentCode: string | null;
}
