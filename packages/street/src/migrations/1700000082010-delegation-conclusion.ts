import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { GUARDED, triggersOf, type Guarded } from './1700000017001-state-guard';

const before = GUARDED.find(({ table }) => table === 'delegation');
if (!before) throw new Error('delegations have no guard');

/** Frozen, like the machines of the migration that made the guard; a test compares the two. */
export const DELEGATION_GUARDED: Guarded = {
  ...before,
  steps: [...before.steps, 'COMPLETED>CONFIRMED', 'COMPLETED>DISPATCHED'],
  finals: ['CONFIRMED', 'REJECTED', 'WITHDRAWN'],
};

const states = (guarded: Guarded, ...further: readonly string[]): string => `
  ALTER TABLE delegation DROP CONSTRAINT delegation_state;
  ALTER TABLE delegation ADD CONSTRAINT delegation_state CHECK (state IN ('SUBMITTED', 'OPINION_HEARD', 'APPROVED',
    'DEPLOYED', 'DISPATCHED', 'COMPLETED', 'REJECTED', 'WITHDRAWN'${further.map((state) => `, '${state}'`).join('')}));
  DROP TRIGGER delegation_first_state ON delegation;
  DROP TRIGGER delegation_steps ON delegation;
  ${triggersOf(guarded)}`;

/** The end of a delegation: 综合管理中心 concludes it, and the department confirms or objects (R10). */
export class DelegationConclusion1700000082010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE delegation_conclusion (${WORK_ROW_COLUMNS},
        delegation_id uuid NOT NULL CONSTRAINT delegation_conclusion_delegation_fk REFERENCES delegation (id),
        step text NOT NULL
          CONSTRAINT delegation_conclusion_step CHECK (step IN ('CONCLUDED', 'CONFIRMED', 'OBJECTED')),
        text text CONSTRAINT delegation_conclusion_text CHECK (btrim(text) <> ''),
        author text NOT NULL,
        CONSTRAINT delegation_conclusion_said CHECK (text IS NOT NULL OR step = 'CONFIRMED')
      );
      CREATE INDEX delegation_conclusion_updated ON delegation_conclusion (updated_at, id);
      CREATE INDEX delegation_conclusion_delegation ON delegation_conclusion (delegation_id, id);
      CREATE TRIGGER delegation_conclusion_immutable BEFORE UPDATE OR DELETE ON delegation_conclusion
        FOR EACH ROW EXECUTE FUNCTION keep_dispatch_record();
      ${states(DELEGATION_GUARDED, 'CONFIRMED')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE delegation_conclusion;
      UPDATE delegation SET state = 'COMPLETED' WHERE state = 'CONFIRMED';
      ${states(before ?? DELEGATION_GUARDED)}
    `);
  }
}
