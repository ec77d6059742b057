import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { triggersOf, type Guarded } from './1700000017001-state-guard';

/** Frozen, like the machines of the migration that made the guard; a test compares the two. */
export const SUPPORT_ISSUE_GUARDED: Guarded = {
  table: 'support_issue',
  first: 'RAISED',
  steps: ['RAISED>TAKEN_UP', 'TAKEN_UP>SOLVED', 'SOLVED>CONFIRMED', 'SOLVED>TAKEN_UP'],
  finals: ['CONFIRMED'],
  changing: [
    'state',
    'taken_up_at',
    'body_code',
    'meeting_id',
    'work_order_id',
    'solved_on',
    'solution',
    'confirmed_at',
    'objection',
  ],
};

/** Prominent problems of communities, and what units contribute to their solution (R28). */
export class SupportIssue1700000021002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE support_issue (${WORK_ROW_COLUMNS},
        state text NOT NULL CONSTRAINT support_issue_state
          CHECK (state IN ('RAISED', 'TAKEN_UP', 'SOLVED', 'CONFIRMED')),
        kind text NOT NULL CONSTRAINT support_issue_kind
          CHECK (kind IN ('INFRASTRUCTURE', 'GREENING', 'SANITATION', 'PARKING', 'SHOPPING', 'OTHER')),
        center_code text NOT NULL CONSTRAINT support_issue_center CHECK (btrim(center_code) <> ''),
        community_code text NOT NULL CONSTRAINT support_issue_community_fk REFERENCES community (code),
        title text NOT NULL CONSTRAINT support_issue_title CHECK (btrim(title) <> ''),
        raised_on date NOT NULL,
        visit_id uuid CONSTRAINT support_issue_visit_fk REFERENCES community_visit (id),
        sentiment_log_id uuid CONSTRAINT support_issue_sentiment_log_fk REFERENCES sentiment_log (id),
        ledger_entry_id uuid CONSTRAINT support_issue_ledger_entry_fk REFERENCES ledger_entry (id),
        taken_up_at timestamptz(3),
        body_code text,
        meeting_id uuid CONSTRAINT support_issue_meeting_fk REFERENCES meeting (id),
        work_order_id uuid CONSTRAINT support_issue_work_order_fk REFERENCES work_order (id),
        solved_on date,
        solution text,
        confirmed_at timestamptz(3),
        objection text,
        CONSTRAINT support_issue_taken_up CHECK (num_nonnulls(body_code, meeting_id)
          = CASE WHEN state = 'RAISED' THEN 0 ELSE 1 END AND (taken_up_at IS NULL) = (state = 'RAISED')),
        CONSTRAINT support_issue_solved CHECK ((solved_on IS NOT NULL) = (state IN ('SOLVED', 'CONFIRMED'))
          AND (solved_on IS NULL OR solution IS NOT NULL)),
        CONSTRAINT support_issue_term CHECK (solved_on >= raised_on),
        CONSTRAINT support_issue_confirmed CHECK ((confirmed_at IS NOT NULL) = (state = 'CONFIRMED'))
      );
      CREATE INDEX support_issue_updated ON support_issue (updated_at, id);
      CREATE INDEX support_issue_center ON support_issue (center_code, id);
      CREATE INDEX support_issue_community ON support_issue (community_code, id);
      CREATE INDEX support_issue_raised_on ON support_issue (raised_on, kind, state, id);
      CREATE INDEX support_issue_solved_on ON support_issue (solved_on, id);
      CREATE INDEX support_issue_visit ON support_issue (visit_id, id);
      CREATE INDEX support_issue_sentiment_log ON support_issue (sentiment_log_id, id);
      CREATE INDEX support_issue_ledger_entry ON support_issue (ledger_entry_id, id);
      CREATE INDEX support_issue_body ON support_issue (body_code, id);
      CREATE INDEX support_issue_meeting ON support_issue (meeting_id, id);
      CREATE INDEX support_issue_work_order ON support_issue (work_order_id, id);

      CREATE TABLE support_contribution (${WORK_ROW_COLUMNS},
        support_issue_id uuid NOT NULL CONSTRAINT support_contribution_support_issue_fk REFERENCES support_issue (id),
        unit text NOT NULL CONSTRAINT support_contribution_unit CHECK (btrim(unit) <> ''),
        department_code text,
        contribution text NOT NULL CONSTRAINT support_contribution_contribution CHECK (btrim(contribution) <> '')
      );
      CREATE INDEX support_contribution_updated ON support_contribution (updated_at, id);
      CREATE INDEX support_contribution_support_issue ON support_contribution (support_issue_id, id);
      CREATE INDEX support_contribution_department ON support_contribution (department_code, id);
      CREATE TRIGGER support_contribution_immutable BEFORE UPDATE ON support_contribution FOR EACH ROW
        WHEN (NOT OLD.sample) EXECUTE FUNCTION keep_dispatch_record();
      ${triggersOf(SUPPORT_ISSUE_GUARDED)}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE support_contribution, support_issue');
  }
}
