import { DateTime, UUID, zhEn } from '@mtg/subgraph-kit';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, PrimaryColumn } from 'typeorm';

/** Columns of every row that a command writes. Rows are never removed. `deletedAt` makes one a tombstone. */
@ObjectType()
export abstract class WorkRow {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  @Field(() => UUID, { description: zhEn('标识(UUIDv7)', 'Identifier, UUIDv7') })
  id: string;

  @Column('int', { default: 1 })
  @Field(() => Int, {
    description: zhEn(
      '版本，每次改动加1',
      'Version, increased by one with each change. To be passed as `expectedVersion`',
    ),
  })
  version: number;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: zhEn('登记时间', 'Time of recording') })
  createdAt: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  @Field(() => DateTime, { description: zhEn('更新时间', 'Time of the last change') })
  updatedAt: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  @Field(() => DateTime, {
    nullable: true,
    description: zhEn('撤销时间，有值即已失效', 'Time of withdrawal. Null while the row is valid'),
  })
  deletedAt: Date | null;

  @Column('boolean', { default: false })
  @Field(() => Boolean, {
    description: zhEn('是否样例数据(非真实)', 'Whether the row is sample data, not real data'),
  })
  sample: boolean;
}

/** The columns that a command supplies; the others are the platform's. */
export type WorkValues<Row extends WorkRow> = Omit<
  { [K in keyof Row as Row[K] extends (...args: never[]) => unknown ? never : K]: Row[K] },
  keyof WorkRow
>;
