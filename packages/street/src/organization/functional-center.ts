import { CenterType, ReferenceRow, Source, toSource, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Unique } from 'typeorm';
import { Center } from './center';

/** One of the seven (rule R34). The table backs the rule: seven numbers, seven types, each once. */
@Entity('functional_center')
@Unique('functional_center_code', ['code'])
// Deferred, so that a new version of the file may let two centers change places.
@Unique('functional_center_number', ['number'], { deferrable: 'INITIALLY DEFERRED' })
@Check('functional_center_number_1_to_7', 'number BETWEEN 1 AND 7')
@Check('functional_center_code_is_type', 'code = type')
@Check(
  'functional_center_type',
  `type IN (${Object.values(CenterType)
    .map((type) => `'${type}'`)
    .join(', ')})`,
)
@Directive('@shareable')
@ObjectType({ implements: Center, description: zhEn('职能中心', 'Functional center, one of seven') })
export class FunctionalCenter extends ReferenceRow {
  @Column('text')
  code: string;

  @Column('int')
  @Field(() => Int, { description: zhEn('序号(1-7)', 'Number, 1–7') })
  number: number;

  @Column('text')
  @Field(() => CenterType, { description: zhEn('中心类型', 'Type, one of seven') })
  type: CenterType;

  @Column('text')
  name: string;

  @Column('text', { array: true })
  aliases: string[];

  @Column('text', { nullable: true })
  aliasCitation: string | null;

  @Column('text')
  functionText: string;

  @Field(() => Source, { nullable: true, description: zhEn('别名来源', 'Source of the aliases') })
  get aliasSource(): Source | null {
    return this.aliasCitation === null ? null : toSource(this.aliasCitation);
  }
}
