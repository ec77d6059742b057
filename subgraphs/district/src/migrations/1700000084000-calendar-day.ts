import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Public holidays and make-up working days. */
export class CalendarDay1700000084000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE calendar_day (
        id uuid NOT NULL DEFAULT uuidv7() PRIMARY KEY,
        citation text NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        deleted_at timestamptz,
        day text NOT NULL CONSTRAINT calendar_day_day UNIQUE
          CONSTRAINT calendar_day_is_day CHECK (day = to_char(day::date, 'YYYY-MM-DD')),
        kind text NOT NULL CONSTRAINT calendar_day_kind CHECK (kind IN ('HOLIDAY', 'WORKED')),
        name text NOT NULL
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE calendar_day');
  }
}
