import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Duties of the rules over time, and their judgements. */
export class Judgement1700000084000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE judgement (${WORK_ROW_COLUMNS},
        rule text NOT NULL CONSTRAINT judgement_rule CHECK (rule ~ '^R[0-9]{2}$'),
        period text NOT NULL,
        subject text NOT NULL,
        center_code text,
        due_on date NOT NULL,
        remind_on date NOT NULL,
        status text NOT NULL CONSTRAINT judgement_status CHECK (status IN ('DUE', 'MET', 'OVERDUE', 'EXCUSED')),
        verdict text CONSTRAINT judgement_verdict CHECK (verdict IN ('KEPT', 'BROKEN', 'NOT_JUDGED')),
        late boolean NOT NULL,
        reason text,
        counted int NOT NULL,
        counted_days text[] NOT NULL,
        fact_ids text[] NOT NULL,
        CONSTRAINT judgement_once UNIQUE (rule, period, subject, sample),
        CONSTRAINT judgement_consistent CHECK (CASE verdict
          WHEN 'KEPT' THEN status = 'MET' WHEN 'BROKEN' THEN status = 'OVERDUE' AND reason IS NOT NULL
          WHEN 'NOT_JUDGED' THEN status = 'EXCUSED' AND reason IS NOT NULL ELSE status <> 'OVERDUE' END)
      );
      CREATE INDEX judgement_updated ON judgement (updated_at, id);
      CREATE INDEX judgement_period ON judgement (period, id);
      CREATE INDEX judgement_due ON judgement (status, due_on, id);
      CREATE TRIGGER judgement_columns AFTER UPDATE ON judgement FOR EACH ROW EXECUTE FUNCTION
        guard_columns('center_code due_on remind_on status verdict late reason counted counted_days fact_ids');
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE judgement');
  }
}
