import type { MigrationInterface, QueryRunner } from 'typeorm';
import { triggersOf, type Guarded } from './1700000017001-state-guard';
import { WORK_ORDER_CORRECTED } from './1700000091010-order-corrections';

/** Frozen, like the machines of the state guard. The person of the register changes with the name. */
export const WORK_ORDER_WITH_PERSON: Guarded = {
  ...WORK_ORDER_CORRECTED,
  changing: [...WORK_ORDER_CORRECTED.changing, 'responsible_person_id'],
};

const guardedBy = (guarded: Guarded): string => `
  DROP TRIGGER work_order_first_state ON work_order;
  DROP TRIGGER work_order_steps ON work_order;
  ${triggersOf(guarded)}`;

/** The responsible person of an order, where that is one of the register, and the base tasks that it cites; earlier ones cite none. */
export class ResponsiblePerson1700000096010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE work_order ADD responsible_person_id uuid
        CONSTRAINT work_order_responsible_person_fk REFERENCES person (id);
      CREATE INDEX work_order_responsible_person ON work_order (responsible_person_id, id);
      ALTER TABLE work_order ADD base_task_codes text[] NOT NULL DEFAULT '{}';
      ALTER TABLE work_order ALTER COLUMN base_task_codes DROP DEFAULT;
      CREATE INDEX work_order_base_task_codes ON work_order USING gin (base_task_codes);
      ${guardedBy(WORK_ORDER_WITH_PERSON)}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${guardedBy(WORK_ORDER_CORRECTED)}
      ALTER TABLE work_order DROP responsible_person_id, DROP base_task_codes;
    `);
  }
}
