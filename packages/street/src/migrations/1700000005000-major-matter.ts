import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Major matters, which the two bodies of the street deliberate on before the committee decides (R01). */
export class MajorMatter1700000005000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE major_matter (${WORK_ROW_COLUMNS},
        state text NOT NULL
          CONSTRAINT major_matter_state CHECK (state IN ('REGISTERED', 'DELIBERATED', 'DECIDED')),
        title text NOT NULL,
        content text NOT NULL,
        decision_id uuid CONSTRAINT major_matter_decision UNIQUE
          CONSTRAINT major_matter_decision_fk REFERENCES committee_decision (id),
        CONSTRAINT major_matter_decided CHECK ((state = 'DECIDED') = (decision_id IS NOT NULL))
      );
      CREATE INDEX major_matter_updated ON major_matter (updated_at, id);
      CREATE INDEX major_matter_state_id ON major_matter (state, id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE major_matter');
  }
}
