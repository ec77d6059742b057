import { LocalDate, ReferenceRow, zhEn } from '@mtg/subgraph-kit';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Unique } from 'typeorm';

/** Something the study says of the district or of the reform as a whole, as of that source. */
@Entity('district_fact')
@Unique('district_fact_code', ['code'])
@ObjectType({ description: zhEn('区情', 'Fact about the district, as stated by its source') })
export class DistrictFact extends ReferenceRow {
  @Column('text')
  @Field(() => ID, { description: zhEn('代码', 'Code of the fact') })
  code: string;

  @Column('text')
  @Field(() => String, { description: zhEn('名称', 'Name in Chinese') })
  name: string;

  @Column('text')
  @Field(() => String, { description: zhEn('英文名称', 'Name in English') })
  nameEn: string;

  @Column('text')
  @Field(() => String, { description: zhEn('原文表述', 'Wording of the source') })
  text: string;

  @Column('double precision', { nullable: true })
  @Field(() => Float, { nullable: true, description: zhEn('数值', 'Numeric value, in `unit`') })
  number: number | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: zhEn('单位', 'Unit of the number') })
  unit: string | null;

  @Column('date', { nullable: true })
  @Field(() => LocalDate, {
    nullable: true,
    description: zhEn('截至日期，来源未注明时为空', 'Date of the value. Null if the source gives none'),
  })
  asOf: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: zhEn('时点说明', 'Note on the time of the value, if the source does not date it'),
  })
  asOfNote: string | null;
}
