import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { triggersOf, type Guarded } from './1700000017001-state-guard';

/** Frozen, like the machines of the migration that made the guard; a test compares the two. */
export const DIFFICULTY_GUARDED: Guarded = {
  table: 'difficulty',
  first: 'OPEN',
  steps: ['OPEN>SOLVED'],
  finals: ['SOLVED'],
  changing: [
    'state',
    'center_code',
    'responsible_person',
    'progress',
    'solution',
    'solved_on',
    'solved_at',
    'solved_by',
  ],
};

/** What a monthly report has beside the parts of a weekly one; `difficulties` is text of earlier reports. */
const parts = (monthly: string): string => `
  ALTER TABLE center_report DROP CONSTRAINT center_report_parts;
  ALTER TABLE center_report ADD CONSTRAINT center_report_parts
    CHECK (num_nonnulls(this_week, next_week, community_matters) = 3
      AND num_nonnulls(progress, difficulties, next_month) = 0
      OR ${monthly}
      AND num_nonnulls(this_week, next_week, community_matters) = 0);`;

/** Difficulties of monthly reports, one by one (R20). What earlier reports say of them in words stays. */
export class Difficulty1700000080000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${parts('num_nonnulls(progress, next_month) = 2')}

      CREATE TABLE difficulty (${WORK_ROW_COLUMNS},
        report_id uuid NOT NULL CONSTRAINT difficulty_report_fk REFERENCES center_report (id),
        state text NOT NULL CONSTRAINT difficulty_state CHECK (state IN ('OPEN', 'SOLVED')),
        center_code text NOT NULL CONSTRAINT difficulty_center CHECK (btrim(center_code) <> ''),
        responsible_person text CONSTRAINT difficulty_responsible_person CHECK (btrim(responsible_person) <> ''),
        content text NOT NULL CONSTRAINT difficulty_content CHECK (btrim(content) <> ''),
        raised_on date NOT NULL,
        progress text,
        solution text,
        solved_on date,
        solved_at timestamptz(3),
        solved_by text,
        CONSTRAINT difficulty_solved
          CHECK (num_nonnulls(solution, solved_on, solved_at, solved_by) = CASE state WHEN 'SOLVED' THEN 4 ELSE 0 END),
        CONSTRAINT difficulty_term CHECK (solved_on >= raised_on),
        CONSTRAINT difficulty_solved_in_past CHECK (solved_on <= (solved_at AT TIME ZONE 'Asia/Shanghai')::date)
      );
      CREATE INDEX difficulty_updated ON difficulty (updated_at, id);
      CREATE INDEX difficulty_report ON difficulty (report_id, id);
      CREATE INDEX difficulty_center ON difficulty (center_code, id);
      CREATE INDEX difficulty_raised_on ON difficulty (raised_on, id);
      CREATE INDEX difficulty_solved_on ON difficulty (solved_on, id);
      CREATE INDEX difficulty_solved_by ON difficulty (solved_by, id);
      CREATE INDEX difficulty_open ON difficulty (center_code, raised_on) WHERE state = 'OPEN';
      ${triggersOf(DIFFICULTY_GUARDED)}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      UPDATE center_report SET difficulties = coalesce(
        (SELECT string_agg(content, E'\\n' ORDER BY difficulty.id) FROM difficulty WHERE report_id = center_report.id), '无')
        WHERE progress IS NOT NULL AND difficulties IS NULL;
      DROP TABLE difficulty;
      ${parts('num_nonnulls(progress, difficulties, next_month) = 3')}
    `);
  }
}
