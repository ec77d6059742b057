import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Supervisions of overdue orders: of each order one at most is open (R12). */
export class Supervision1700000006003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE supervision (${WORK_ROW_COLUMNS},
        work_order_id uuid NOT NULL CONSTRAINT supervision_work_order_fk REFERENCES work_order (id),
        state text NOT NULL CONSTRAINT supervision_state CHECK (state IN ('OPEN', 'RESOLVED')),
        missed_deadline date NOT NULL,
        resolution text,
        resolved_at timestamptz(3),
        resolved_by text,
        CONSTRAINT supervision_resolved CHECK (num_nonnulls(resolved_at, resolved_by)
          = CASE state WHEN 'RESOLVED' THEN 2 ELSE 0 END AND (resolution IS NULL OR state = 'RESOLVED'))
      );
      CREATE UNIQUE INDEX supervision_one_open ON supervision (work_order_id)
        WHERE state = 'OPEN' AND deleted_at IS NULL;
      CREATE INDEX supervision_work_order ON supervision (work_order_id, id);
      CREATE INDEX supervision_updated ON supervision (updated_at, id);
      CREATE INDEX supervision_state_id ON supervision (state, id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE supervision');
  }
}
