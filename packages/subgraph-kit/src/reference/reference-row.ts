import { GraphQLDateTime, GraphQLUUID } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { zhEn } from '../schema/descriptions';
import { Source, toSource } from '../schema/source';

/**
 * What every row of reference data has, in the table and in the schema. Rows are never removed: one that its file
 * no longer lists gets `deletedAt` and stays visible to clients that ask for what changed.
 */
@ObjectType()
export abstract class ReferenceRow {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  @Field(() => GraphQLUUID, { description: zhEn('标识(UUIDv7)', 'Identifier, UUIDv7') })
  id: string;

  /** `seed:LINE`, `nbs:CODE` or `import:FILE:LINE`. */
  @Column('text')
  citation: string;

  @Column('timestamptz', { default: () => 'now()' })
  @Field(() => GraphQLDateTime, { description: zhEn('更新时间', 'When this row last changed') })
  updatedAt: Date;

  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: zhEn('撤销时间，有值即已失效', 'When this row was withdrawn; a row with a value is a tombstone'),
  })
  deletedAt: Date | null;

  @Field(() => Source, { description: zhEn('来源', 'Source of this fact') })
  get source(): Source {
    return toSource(this.citation);
  }
}

/** The columns a reference file supplies; the others are the platform's. */
export type ReferenceValues<Row extends ReferenceRow> = Omit<
  { [K in keyof Row as Row[K] extends (...args: never[]) => unknown ? never : K]: Row[K] },
  'id' | 'updatedAt' | 'deletedAt' | 'source'
>;
