import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { triggersOf, type Guarded } from './1700000017001-state-guard';

const text = (table: string, column: string): string =>
  `${column} text NOT NULL CONSTRAINT ${table}_${column} CHECK (btrim(${column}) <> '')`;

const addedOnly = (table: string): string => `
  CREATE TRIGGER ${table}_immutable BEFORE UPDATE OR DELETE ON ${table}
    FOR EACH ROW EXECUTE FUNCTION keep_dispatch_record();`;

const LINKS = `
  CREATE TABLE unit_link (${WORK_ROW_COLUMNS},
    ${text('unit_link', 'unit')},
    department_code text NOT NULL CONSTRAINT unit_link_department CHECK (btrim(department_code) <> ''),
    ended_at timestamptz(3)
  );
  CREATE INDEX unit_link_updated ON unit_link (updated_at, id);
  CREATE INDEX unit_link_department ON unit_link (department_code, id);
  -- A unit belongs to one department at a time.
  CREATE UNIQUE INDEX unit_link_one ON unit_link (comparison_form(unit), sample) WHERE ended_at IS NULL AND deleted_at IS NULL;
  CREATE TRIGGER unit_link_columns AFTER UPDATE ON unit_link FOR EACH ROW EXECUTE FUNCTION guard_columns('ended_at');
`;

const DEPARTMENTS = `
  CREATE TABLE department_report (${WORK_ROW_COLUMNS},
    year int NOT NULL,
    ${text('department_report', 'title')},
    ${text('department_report', 'content')},
    handed_in_on date NOT NULL,
    CONSTRAINT department_report_not_in_future
      CHECK (handed_in_on <= (created_at AT TIME ZONE 'Asia/Shanghai')::date)
  );
  CREATE INDEX department_report_updated ON department_report (updated_at, id);
  CREATE INDEX department_report_handed_in_on ON department_report (handed_in_on, id);
  ${addedOnly('department_report')}

  CREATE TABLE department_report_entry (${WORK_ROW_COLUMNS},
    report_id uuid NOT NULL CONSTRAINT department_report_entry_report_fk REFERENCES department_report (id),
    department_code text NOT NULL CONSTRAINT department_report_entry_department CHECK (btrim(department_code) <> ''),
    given int NOT NULL,
    given_by_minutes int NOT NULL,
    done int NOT NULL,
    late int NOT NULL,
    meetings int NOT NULL,
    attended int NOT NULL,
    reports int NOT NULL,
    words text,
    answer text,
    answered_at timestamptz(3),
    CONSTRAINT department_report_entry_figures CHECK (given_by_minutes BETWEEN 0 AND given AND done BETWEEN 0 AND given
      AND late BETWEEN 0 AND given AND attended BETWEEN 0 AND meetings AND reports >= 0),
    CONSTRAINT department_report_entry_answered CHECK ((answer IS NULL) = (answered_at IS NULL))
  );
  CREATE INDEX department_report_entry_updated ON department_report_entry (updated_at, id);
  CREATE UNIQUE INDEX department_report_entry_one ON department_report_entry (report_id, department_code);
  CREATE INDEX department_report_entry_report ON department_report_entry (report_id, id);
  CREATE INDEX department_report_entry_department ON department_report_entry (department_code, id);
  CREATE TRIGGER department_report_entry_columns AFTER UPDATE ON department_report_entry
    FOR EACH ROW EXECUTE FUNCTION guard_columns('answer answered_at');

  CREATE TABLE counted_order (${WORK_ROW_COLUMNS},
    entry_id uuid NOT NULL CONSTRAINT counted_order_entry_fk REFERENCES department_report_entry (id),
    work_order_id uuid NOT NULL CONSTRAINT counted_order_work_order_fk REFERENCES work_order (id)
  );
  CREATE INDEX counted_order_updated ON counted_order (updated_at, id);
  CREATE INDEX counted_order_entry ON counted_order (entry_id, id);
  CREATE INDEX counted_order_work_order ON counted_order (work_order_id, id);
  ${addedOnly('counted_order')}
`;

const PERSONNEL = `
  CREATE TABLE member_performance_report (${WORK_ROW_COLUMNS},
    year int NOT NULL,
    member_id uuid NOT NULL CONSTRAINT member_performance_report_member_fk REFERENCES body_member (id),
    department_code text NOT NULL
      CONSTRAINT member_performance_report_department CHECK (btrim(department_code) <> ''),
    attended int NOT NULL,
    absent int NOT NULL,
    reports int NOT NULL,
    ${text('member_performance_report', 'performance')},
    appraisal_result_id uuid
  );
  CREATE INDEX member_performance_report_updated ON member_performance_report (updated_at, id);
  CREATE INDEX member_performance_report_member ON member_performance_report (member_id, id);
  CREATE INDEX member_performance_report_department ON member_performance_report (department_code, id);
  CREATE INDEX member_performance_report_appraisal_result ON member_performance_report (appraisal_result_id, id);
  ${addedOnly('member_performance_report')}

  CREATE TABLE personnel_suggestion (${WORK_ROW_COLUMNS},
    state text NOT NULL CONSTRAINT personnel_suggestion_state
      CHECK (state IN ('DRAFTED', 'SIGNED', 'SENT', 'ANSWERED')),
    member_id uuid NOT NULL CONSTRAINT personnel_suggestion_member_fk REFERENCES body_member (id),
    department_code text,
    ${text('personnel_suggestion', 'text')},
    signatory text,
    signed_at timestamptz(3),
    sent_at timestamptz(3),
    answer text,
    answered_at timestamptz(3),
    -- A named signatory signs before anything is sent (R15).
    CONSTRAINT personnel_suggestion_signed CHECK (state = 'DRAFTED' OR (btrim(signatory) <> '' AND signed_at IS NOT NULL)),
    CONSTRAINT personnel_suggestion_sent CHECK (state NOT IN ('SENT', 'ANSWERED') OR sent_at IS NOT NULL),
    CONSTRAINT personnel_suggestion_answered CHECK ((state = 'ANSWERED') = (answer IS NOT NULL))
  );
  CREATE INDEX personnel_suggestion_updated ON personnel_suggestion (updated_at, id);
  CREATE INDEX personnel_suggestion_member ON personnel_suggestion (member_id, id);
  CREATE INDEX personnel_suggestion_department ON personnel_suggestion (department_code, id);

  CREATE TABLE personnel_evidence (${WORK_ROW_COLUMNS},
    suggestion_id uuid NOT NULL CONSTRAINT personnel_evidence_suggestion_fk REFERENCES personnel_suggestion (id),
    kind text NOT NULL CONSTRAINT personnel_evidence_kind CHECK (kind IN ('ATTENDANCE', 'MEMBER_REPORT', 'WORK_ORDER')),
    attendance_record_id uuid CONSTRAINT personnel_evidence_attendance_record_fk REFERENCES attendance_record (id),
    member_report_id uuid CONSTRAINT personnel_evidence_member_report_fk REFERENCES member_report (id),
    work_order_id uuid CONSTRAINT personnel_evidence_work_order_fk REFERENCES work_order (id),
    CONSTRAINT personnel_evidence_one CHECK (
      (kind = 'ATTENDANCE') = (attendance_record_id IS NOT NULL)
      AND (kind = 'MEMBER_REPORT') = (member_report_id IS NOT NULL)
      AND (kind = 'WORK_ORDER') = (work_order_id IS NOT NULL))
  );
  CREATE INDEX personnel_evidence_updated ON personnel_evidence (updated_at, id);
  CREATE INDEX personnel_evidence_suggestion ON personnel_evidence (suggestion_id, id);
  CREATE INDEX personnel_evidence_attendance_record ON personnel_evidence (attendance_record_id, id);
  CREATE INDEX personnel_evidence_member_report ON personnel_evidence (member_report_id, id);
  CREATE INDEX personnel_evidence_work_order ON personnel_evidence (work_order_id, id);
  ${addedOnly('personnel_evidence')}
`;

const DEPUTIES = `
  ALTER TABLE deputy_activity ADD COLUMN member_id uuid
    CONSTRAINT deputy_activity_member_fk REFERENCES body_member (id);
  CREATE INDEX deputy_activity_member ON deputy_activity (member_id, id);

  CREATE TABLE deputy_report (${WORK_ROW_COLUMNS},
    year int NOT NULL,
    ${text('deputy_report', 'title')},
    ${text('deputy_report', 'content')},
    recipients text[] NOT NULL CONSTRAINT deputy_report_recipients
      CHECK (recipients @> ARRAY['PEOPLES_CONGRESS', 'CPPCC', 'ORGANIZATION_DEPARTMENT']
        AND recipients <@ ARRAY['PEOPLES_CONGRESS', 'CPPCC', 'ORGANIZATION_DEPARTMENT']),
    issued_on date NOT NULL
  );
  CREATE INDEX deputy_report_updated ON deputy_report (updated_at, id);
  CREATE INDEX deputy_report_issued_on ON deputy_report (issued_on, id);
  CREATE UNIQUE INDEX deputy_report_one ON deputy_report (year, sample) WHERE deleted_at IS NULL;
  ${addedOnly('deputy_report')}

  CREATE TABLE deputy_report_activity (${WORK_ROW_COLUMNS},
    report_id uuid NOT NULL CONSTRAINT deputy_report_activity_report_fk REFERENCES deputy_report (id),
    activity_id uuid NOT NULL CONSTRAINT deputy_report_activity_activity_fk REFERENCES deputy_activity (id)
  );
  CREATE INDEX deputy_report_activity_updated ON deputy_report_activity (updated_at, id);
  CREATE INDEX deputy_report_activity_report ON deputy_report_activity (report_id, id);
  CREATE INDEX deputy_report_activity_activity ON deputy_report_activity (activity_id, id);
  ${addedOnly('deputy_report_activity')}
`;

/** Frozen, like the machines of the state guard. */
export const PERSONNEL_GUARD: Guarded = {
  table: 'personnel_suggestion',
  first: 'DRAFTED',
  steps: ['DRAFTED>SIGNED', 'SIGNED>SENT', 'SENT>ANSWERED'],
  finals: ['ANSWERED'],
  changing: ['state', 'signatory', 'signed_at', 'sent_at', 'answer', 'answered_at'],
};

/** The street's evaluation of departments and members, and its reports on deputies (R14–R16). */
export class Evaluation1700000023001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statements of [LINKS, DEPARTMENTS, PERSONNEL, triggersOf(PERSONNEL_GUARD), DEPUTIES]) {
      // oxlint-disable-next-line no-await-in-loop
      await queryRunner.query(statements);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE deputy_report_activity, deputy_report, personnel_evidence, personnel_suggestion,
        member_performance_report, counted_order, department_report_entry, department_report, unit_link;
      ALTER TABLE deputy_activity DROP COLUMN member_id;
    `);
  }
}
