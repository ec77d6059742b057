import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers that people choose, each with the columns that it was unique in. */
const NUMBERS = [
  { table: 'committee_decision', name: 'committee_decision_number', columns: 'number' },
  { table: 'minutes', name: 'minutes_number', columns: 'number' },
  { table: 'key_point', name: 'key_point_number', columns: 'year, number' },
] as const;

/** A number that somebody gave to sample data while learning is free for real work; each is unique among its own kind. */
export class SampleNumbers1700000010003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(NUMBERS.map((each) => rebuilt(each, `${each.columns}, sample`)).join('\n'));
  }

  /** @throws a unique violation while sample data have a number that others have too: remove the sample data first */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(NUMBERS.map((each) => rebuilt(each, each.columns)).join('\n'));
  }
}

const rebuilt = ({ table, name }: (typeof NUMBERS)[number], columns: string): string =>
  `ALTER TABLE ${table} DROP CONSTRAINT ${name}, ADD CONSTRAINT ${name} UNIQUE (${columns});`;
