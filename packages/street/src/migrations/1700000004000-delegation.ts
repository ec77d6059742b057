import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What departments delegate to the street. */
export class Delegation1700000004000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE delegation (${WORK_ROW_COLUMNS},
        state text NOT NULL CONSTRAINT delegation_state CHECK (state IN ('SUBMITTED', 'OPINION_HEARD', 'APPROVED',
          'DEPLOYED', 'DISPATCHED', 'COMPLETED', 'REJECTED', 'WITHDRAWN')),
        department_code text NOT NULL,
        kind text NOT NULL
          CONSTRAINT delegation_kind CHECK (kind IN ('DELEGATED_MATTER', 'TEMPORARY_BODY', 'DIRECT_TASK')),
        title text NOT NULL,
        content text NOT NULL,
        document_number text NOT NULL,
        document_title text NOT NULL,
        document_date date NOT NULL,
        legal_basis text NOT NULL,
        approval_id uuid,
        opinion text,
        opinion_heard_at timestamptz(3),
        decision_id uuid CONSTRAINT delegation_decision_fk REFERENCES committee_decision (id),
        deployment text,
        deployed_at timestamptz(3),
        reason text,
        CONSTRAINT delegation_approval CHECK (kind = 'DELEGATED_MATTER' OR approval_id IS NOT NULL),
        CONSTRAINT delegation_decided CHECK (decision_id IS NOT NULL
          OR state IN ('SUBMITTED', 'OPINION_HEARD', 'WITHDRAWN')),
        CONSTRAINT delegation_heard CHECK (opinion IS NOT NULL OR state IN ('SUBMITTED', 'WITHDRAWN'))
      );
      CREATE INDEX delegation_updated ON delegation (updated_at, id);
      CREATE INDEX delegation_department ON delegation (department_code, id);
      CREATE INDEX delegation_state_id ON delegation (state, id);

      CREATE TABLE delegation_guidance (${WORK_ROW_COLUMNS},
        delegation_id uuid NOT NULL CONSTRAINT delegation_guidance_delegation_fk REFERENCES delegation (id),
        center_code text,
        community_code text CONSTRAINT delegation_guidance_community_fk REFERENCES community (code),
        text text NOT NULL,
        CONSTRAINT delegation_guidance_addressee CHECK (num_nonnulls(center_code, community_code) = 1)
      );
      CREATE INDEX delegation_guidance_delegation ON delegation_guidance (delegation_id);
      CREATE INDEX delegation_guidance_updated ON delegation_guidance (updated_at, id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE delegation_guidance, delegation');
  }
}
