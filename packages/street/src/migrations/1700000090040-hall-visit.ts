import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days in the service hall, one a person and day. */
export class HallVisit1700000090040 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE hall_visit (${WORK_ROW_COLUMNS},
        day date NOT NULL,
        center_code text NOT NULL CONSTRAINT hall_visit_center CHECK (btrim(center_code) <> ''),
        staff_subject text NOT NULL CONSTRAINT hall_visit_staff CHECK (btrim(staff_subject) <> ''),
        CONSTRAINT hall_visit_not_in_future CHECK (day <= (created_at AT TIME ZONE 'Asia/Shanghai')::date),
        CONSTRAINT hall_visit_once UNIQUE (staff_subject, day, sample)
      );
      CREATE INDEX hall_visit_updated ON hall_visit (updated_at, id);
      CREATE INDEX hall_visit_center ON hall_visit (center_code, id);
      CREATE INDEX hall_visit_day ON hall_visit (day, id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE hall_visit');
  }
}
