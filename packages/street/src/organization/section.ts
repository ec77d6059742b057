import { ReferenceRow, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity, Unique } from 'typeorm';
import { RefersToCenter, type CenterRow } from './row-of-center';

/** A section (科室): keeps its establishment, and is integrated into one center (seed:97–106). */
@Entity('section')
@Unique('section_name', ['name'])
@Directive('@shareable')
@ObjectType({ description: zhEn('科室', 'Section of the street office') })
export class Section extends ReferenceRow {
  @Column('text')
  @Field(() => String, { description: zhEn('科室名称，街道内唯一', 'Name, unique in the street') })
  name: string;

  @Column('text')
  centerCode: string;

  @RefersToCenter('section_center_fk')
  protected readonly centerRow?: CenterRow;
}
