import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The key points of a year, each with the committee's decision that adopted it (R11). */
export class KeyPoint1700000005003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE key_point (${WORK_ROW_COLUMNS},
        year integer NOT NULL,
        number integer NOT NULL CONSTRAINT key_point_number_from_1 CHECK (number >= 1),
        title text NOT NULL,
        content text NOT NULL,
        decision_id uuid NOT NULL CONSTRAINT key_point_decision_fk REFERENCES committee_decision (id),
        CONSTRAINT key_point_number UNIQUE (year, number)
      );
      CREATE INDEX key_point_updated ON key_point (updated_at, id);
      CREATE INDEX key_point_decision ON key_point (decision_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE key_point');
  }
}
