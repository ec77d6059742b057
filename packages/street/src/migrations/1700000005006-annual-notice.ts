import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the street tells all its members every year (R04), and what deputies do in it (R16). */
export class AnnualNotice1700000005006 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE annual_notice (${WORK_ROW_COLUMNS},
        year integer NOT NULL,
        title text NOT NULL,
        content text NOT NULL,
        addressees text[] NOT NULL CONSTRAINT annual_notice_addressed CHECK (cardinality(addressees) > 0),
        issued_on date NOT NULL,
        meeting_id uuid CONSTRAINT annual_notice_meeting_fk REFERENCES meeting (id)
      );
      CREATE INDEX annual_notice_updated ON annual_notice (updated_at, id);
      CREATE INDEX annual_notice_year ON annual_notice (year, id);
      CREATE INDEX annual_notice_meeting ON annual_notice (meeting_id);

      CREATE TABLE deputy_activity (${WORK_ROW_COLUMNS},
        person_name text NOT NULL,
        capacity text NOT NULL,
        day date NOT NULL,
        activity text NOT NULL,
        effect text
      );
      CREATE INDEX deputy_activity_updated ON deputy_activity (updated_at, id);
      CREATE INDEX deputy_activity_day ON deputy_activity (day, id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE deputy_activity, annual_notice');
  }
}
