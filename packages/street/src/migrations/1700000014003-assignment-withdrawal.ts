import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A task for a community can be withdrawn, saying why; an order that came to nothing takes its open tasks along. */
export class AssignmentWithdrawal1700000014003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE community_assignment
        ADD COLUMN withdrawn_at timestamptz(3),
        ADD COLUMN withdrawal_reason text,
        DROP CONSTRAINT community_assignment_state,
        ADD CONSTRAINT community_assignment_state
          CHECK (state IN ('ASSIGNED', 'IN_PROGRESS', 'COMPLETED', 'WITHDRAWN')),
        ADD CONSTRAINT community_assignment_withdrawn
          CHECK (num_nonnulls(withdrawn_at, withdrawal_reason) = CASE state WHEN 'WITHDRAWN' THEN 2 ELSE 0 END);
    `);
  }

  /** @throws a check violation while tasks are withdrawn: the state before had no word for it */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE community_assignment
        DROP COLUMN withdrawal_reason,
        DROP COLUMN withdrawn_at,
        DROP CONSTRAINT community_assignment_state,
        ADD CONSTRAINT community_assignment_state CHECK (state IN ('ASSIGNED', 'IN_PROGRESS', 'COMPLETED'));
    `);
  }
}
