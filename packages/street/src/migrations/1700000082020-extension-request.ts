import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { triggersOf, type Guarded } from './1700000017001-state-guard';

/** Frozen, like the machines of the migration that made the guard; a test compares the two. */
export const EXTENSION_REQUEST_GUARDED: Guarded = {
  table: 'extension_request',
  first: 'PENDING',
  steps: ['PENDING>GRANTED', 'PENDING>REFUSED', 'PENDING>LAPSED'],
  finals: ['GRANTED', 'REFUSED', 'LAPSED'],
  changing: ['state', 'granted_deadline', 'answer', 'decided_at', 'decided_by'],
};

/** Requests of centers for more time (R11). Extensions that were given before stand in the history of their orders. */
export class ExtensionRequest1700000082020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE extension_request (${WORK_ROW_COLUMNS},
        work_order_id uuid NOT NULL CONSTRAINT extension_request_work_order_fk REFERENCES work_order (id),
        state text NOT NULL
          CONSTRAINT extension_request_state CHECK (state IN ('PENDING', 'GRANTED', 'REFUSED', 'LAPSED')),
        present_deadline date NOT NULL,
        wanted_deadline date NOT NULL,
        granted_deadline date,
        reason text NOT NULL CONSTRAINT extension_request_reason CHECK (btrim(reason) <> ''),
        applicant text NOT NULL,
        answer text,
        decided_at timestamptz(3),
        decided_by text,
        CONSTRAINT extension_request_later
          CHECK (wanted_deadline > present_deadline AND granted_deadline > present_deadline IS NOT FALSE),
        CONSTRAINT extension_request_granted CHECK ((granted_deadline IS NOT NULL) = (state = 'GRANTED')),
        CONSTRAINT extension_request_decided
          CHECK (num_nonnulls(decided_at, decided_by) = CASE state WHEN 'PENDING' THEN 0 ELSE 2 END),
        CONSTRAINT extension_request_refused CHECK (answer IS NOT NULL OR state <> 'REFUSED')
      );
      CREATE INDEX extension_request_updated ON extension_request (updated_at, id);
      CREATE INDEX extension_request_work_order ON extension_request (work_order_id, id);
      CREATE UNIQUE INDEX extension_request_one_pending ON extension_request (work_order_id)
        WHERE state = 'PENDING';
      ${triggersOf(EXTENSION_REQUEST_GUARDED)}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE extension_request');
  }
}
