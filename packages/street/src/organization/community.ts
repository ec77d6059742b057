import { ReferenceRow, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, JoinColumn, ManyToOne, Unique, type Relation } from 'typeorm';
import { shortNameOf } from './short-name';
import { StreetRow } from './street-row';

/** A community with its residents' committee. The table itself refuses one of another street. */
@Entity('community')
@Unique('community_code', ['code'])
@Check('community_code_12_digits', `code ~ '^[0-9]{12}$'`)
@Check('community_code_in_street', 'left(code, 9) = street_division_code')
@Directive('@shareable')
@ObjectType({ description: zhEn('社区', 'Community with its residents’ committee') })
export class Community extends ReferenceRow {
  @Column('text')
  @Field(() => ID, { description: zhEn('统计用区划代码(12位)', 'Statistical division code, 12 digits') })
  code: string;

  @Column('text')
  @Field(() => String, {
    description: zhEn('社区居委会（村委会）名称', 'Full name of the residents’ or villagers’ committee'),
  })
  name: string;

  @Column('text')
  streetDivisionCode: string;

  @ManyToOne(() => StreetRow)
  @JoinColumn({
    name: 'street_division_code',
    referencedColumnName: 'divisionCode',
    foreignKeyConstraintName: 'community_street_fk',
  })
  protected readonly streetRow?: Relation<StreetRow>;

  @Field(() => String, {
    description: zhEn('简称，如 龙门新区一区、韭园村', 'Short name, without 社区居委会 or 村委会'),
  })
  get shortName(): string {
    return shortNameOf(this.name);
  }
}
