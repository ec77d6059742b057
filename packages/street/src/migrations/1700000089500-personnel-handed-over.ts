import type { MigrationInterface, QueryRunner } from 'typeorm';
import { triggersOf, type Guarded } from './1700000017001-state-guard';
import { PERSONNEL_GUARD } from './1700000023001-evaluation';

/** Frozen, like the machines of the state guard. Sending says how the unit was reached, by the department that it has by then. */
export const PERSONNEL_GUARDED: Guarded = {
  ...PERSONNEL_GUARD,
  changing: [...PERSONNEL_GUARD.changing, 'department_code', 'handed_over'],
};

const guardedBy = (guarded: Guarded): string => `
  DROP TRIGGER personnel_suggestion_first_state ON personnel_suggestion;
  DROP TRIGGER personnel_suggestion_steps ON personnel_suggestion;
  ${triggersOf(guarded)}`;

/** How a unit without department was given a personnel suggestion. Earlier suggestions do not say. */
export class PersonnelHandedOver1700000089500 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE personnel_suggestion ADD COLUMN handed_over text CONSTRAINT personnel_suggestion_handed_over
        CHECK (btrim(handed_over) <> '' AND char_length(handed_over) <= 200);
      ${guardedBy(PERSONNEL_GUARDED)}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${guardedBy(PERSONNEL_GUARD)}
      ALTER TABLE personnel_suggestion DROP COLUMN handed_over;
    `);
  }
}
