import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What weekly meetings send to communities. The keys of several columns keep R22 and R23 below any program: a batch
 * belongs to a closed weekly meeting, which has one, and an assignment to an item that this same meeting has passed.
 */
export class CommunityAssignment1700000007001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE meeting ADD CONSTRAINT meeting_kind_and_state UNIQUE (id, kind, state);

      CREATE TABLE assignment_batch (${WORK_ROW_COLUMNS},
        number text NOT NULL CONSTRAINT assignment_batch_number UNIQUE,
        year integer NOT NULL,
        sequence integer NOT NULL CONSTRAINT assignment_batch_sequence_from_1 CHECK (sequence >= 1),
        meeting_id uuid NOT NULL CONSTRAINT assignment_batch_one_a_meeting UNIQUE,
        meeting_kind text NOT NULL DEFAULT 'WEEKLY'
          CONSTRAINT assignment_batch_weekly CHECK (meeting_kind = 'WEEKLY'),
        meeting_state text NOT NULL DEFAULT 'CLOSED'
          CONSTRAINT assignment_batch_after_meeting CHECK (meeting_state = 'CLOSED'),
        issued_at timestamptz(3) NOT NULL,
        issuer text NOT NULL,
        CONSTRAINT assignment_batch_year_sequence UNIQUE (year, sequence),
        CONSTRAINT assignment_batch_of_meeting UNIQUE (id, meeting_id),
        CONSTRAINT assignment_batch_meeting_fk FOREIGN KEY (meeting_id, meeting_kind, meeting_state)
          REFERENCES meeting (id, kind, state)
      );
      CREATE INDEX assignment_batch_updated ON assignment_batch (updated_at, id);

      CREATE TABLE community_assignment (${WORK_ROW_COLUMNS},
        state text NOT NULL
          CONSTRAINT community_assignment_state CHECK (state IN ('ASSIGNED', 'IN_PROGRESS', 'COMPLETED')),
        batch_id uuid NOT NULL,
        meeting_id uuid NOT NULL,
        weekly_item_id uuid NOT NULL,
        item_state text NOT NULL DEFAULT 'PASSED'
          CONSTRAINT community_assignment_passed CHECK (item_state = 'PASSED'),
        community_code text NOT NULL
          CONSTRAINT community_assignment_community_fk REFERENCES community (code),
        goal text NOT NULL,
        content text NOT NULL,
        form text NOT NULL,
        training text NOT NULL,
        instructor text NOT NULL,
        deadline date,
        CONSTRAINT community_assignment_batch_fk FOREIGN KEY (batch_id, meeting_id)
          REFERENCES assignment_batch (id, meeting_id),
        CONSTRAINT community_assignment_item_fk FOREIGN KEY (weekly_item_id, meeting_id, item_state)
          REFERENCES weekly_item (id, meeting_id, state),
        CONSTRAINT community_assignment_once UNIQUE (weekly_item_id, community_code),
        CONSTRAINT community_assignment_to_community UNIQUE (id, community_code),
        CONSTRAINT community_assignment_five_requisites CHECK (btrim(goal) <> '' AND btrim(content) <> ''
          AND btrim(form) <> '' AND btrim(training) <> '' AND btrim(instructor) <> '')
      );
      CREATE INDEX community_assignment_updated ON community_assignment (updated_at, id);
      CREATE INDEX community_assignment_batch ON community_assignment (batch_id);
      CREATE INDEX community_assignment_community ON community_assignment (community_code, id);
      CREATE INDEX community_assignment_state_id ON community_assignment (state, id);
      CREATE INDEX community_assignment_deadline ON community_assignment (deadline, id);

      CREATE TABLE progress_report (${WORK_ROW_COLUMNS},
        assignment_id uuid NOT NULL,
        community_code text NOT NULL,
        text text NOT NULL,
        completed boolean NOT NULL,
        reporter text NOT NULL,
        CONSTRAINT progress_report_assignment_fk FOREIGN KEY (assignment_id, community_code)
          REFERENCES community_assignment (id, community_code)
      );
      CREATE INDEX progress_report_updated ON progress_report (updated_at, id);
      CREATE INDEX progress_report_assignment ON progress_report (assignment_id);
      CREATE INDEX progress_report_community ON progress_report (community_code, id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE progress_report, community_assignment, assignment_batch;
      ALTER TABLE meeting DROP CONSTRAINT meeting_kind_and_state;
    `);
  }
}
