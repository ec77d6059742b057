import { DateTime, UUID } from '../schema/scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';
import { zhEn } from '../schema/descriptions';
import { Source, toSource } from '../schema/source';

/**
 * Columns of every row of reference data, in the table and in the schema. Rows are never removed: one that its file
 * no longer lists gets `deletedAt` and stays visible to clients that ask for what changed.
 */
@ObjectType()
export abstract class ReferenceRow {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  @Field(() => UUID, { description: zhEn('标识(UUIDv7)', 'Identifier, UUIDv7') })
  id: string;

  /** `seed:LINE`, `nbs:CODE`, `npm:PACKAGE@VERSION` or `import:FILE:LINE`. */
  @Column('text')
  citation: string;

  @Column('timestamptz', { default: () => 'now()' })
  @Field(() => DateTime, { description: zhEn('更新时间', 'Time of the last change') })
  updatedAt: Date;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTime, {
    nullable: true,
    description: zhEn('撤销时间，有值即已失效', 'Time of withdrawal. Null while the row is valid'),
  })
  deletedAt: Date | null;

  @Field(() => Source, { description: zhEn('来源', 'Source of this fact') })
  get source(): Source {
    return toSource(this.citation);
  }
}

/** `K` when the property can be assigned, `never` when it is a getter or readonly. */
type Writable<T, K extends keyof T> =
  (<X>() => X extends { [P in K]: T[K] } ? 1 : 2) extends <X>() => X extends { -readonly [P in K]: T[K] }
    ? 1
    : 2
    ? K
    : never;

/** The columns that a reference file supplies: not those of the platform, and nothing that is computed. */
export type ReferenceValues<Row extends ReferenceRow> = {
  [K in keyof Row as K extends 'id' | 'updatedAt' | 'deletedAt' ? never : Writable<Row, K>]: Row[K];
};
