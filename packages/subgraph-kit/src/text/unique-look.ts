import type { QueryRunner } from 'typeorm';

interface UniqueLook {
  /** Name of the index. */
  readonly name: string;
  readonly table: string;
  /** Columns and expressions, e.g. `comparison_form(number), sample`. */
  readonly on: string;
  /** Rows that it is about. */
  readonly where: string;
}

/**
 * Makes a unique index that rows stored before may break: of those that look the same, the oldest is in it and the others are
 * left out by their ids. So the migration never fails on them, they stay as they are, and no new one joins them. The comment on
 * the index says how many there were.
 */
export async function createUniqueLook(
  queryRunner: QueryRunner,
  { name, table, on, where }: UniqueLook,
): Promise<void> {
  await queryRunner.query(`LOCK TABLE ${table} IN SHARE MODE`);
  const doubled: readonly { id: string }[] = await queryRunner.query(
    `SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY ${on} ORDER BY id) AS place FROM ${table} WHERE ${where})
     AS looks WHERE place > 1 ORDER BY id`,
  );
  const leftOut = doubled.map(({ id }) => id).join(',');
  const members = leftOut === '' ? where : `(${where}) AND id <> ALL ('{${leftOut}}'::uuid[])`;
  await queryRunner.query(
    `CREATE UNIQUE INDEX ${name} ON ${table} (${on}) NULLS NOT DISTINCT WHERE ${members}`,
  );
  if (leftOut === '') return;
  await queryRunner.query(
    `COMMENT ON INDEX ${name} IS '未列入的行（此前登记，看来与更早的行相同）: ${doubled.length} · rows left out, stored before and looking the same as an older one: ${doubled.length}'`,
  );
}
