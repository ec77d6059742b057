import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { triggersOf, type Guarded } from './1700000017001-state-guard';

/** Frozen, like the machines of the migration that made the guard; a test compares the two. */
export const CONSULTATION_GUARDED: Guarded = {
  table: 'consultation',
  first: 'RECORDED',
  steps: ['RECORDED>CONFIRMED'],
  finals: ['CONFIRMED'],
  changing: ['state', 'confirmed_at', 'confirmed_by'],
};

/** Links of centers with departments, their consultations, and mechanisms of joint action (R18). */
export class Consultation1700000020010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE department_link (${WORK_ROW_COLUMNS},
        center_code text NOT NULL CONSTRAINT department_link_center CHECK (btrim(center_code) <> ''),
        department_code text NOT NULL CONSTRAINT department_link_department CHECK (btrim(department_code) <> ''),
        matters text NOT NULL CONSTRAINT department_link_matters CHECK (btrim(matters) <> ''),
        since date NOT NULL,
        until date,
        end_reason text,
        CONSTRAINT department_link_span CHECK (since <= until),
        CONSTRAINT department_link_ended CHECK ((until IS NULL) = (end_reason IS NULL))
      );
      CREATE INDEX department_link_updated ON department_link (updated_at, id);
      CREATE INDEX department_link_center ON department_link (center_code, id);
      CREATE INDEX department_link_department ON department_link (department_code, id);
      CREATE INDEX department_link_since ON department_link (since, id);
      CREATE INDEX department_link_until ON department_link (until, id);
      -- Two are linked once at a time.
      CREATE UNIQUE INDEX department_link_once ON department_link (center_code, department_code, sample)
        WHERE until IS NULL;
      CREATE TRIGGER department_link_columns AFTER UPDATE ON department_link
        FOR EACH ROW EXECUTE FUNCTION guard_columns('until end_reason');

      CREATE TABLE consultation (${WORK_ROW_COLUMNS},
        link_id uuid NOT NULL CONSTRAINT consultation_link_fk REFERENCES department_link (id),
        center_code text NOT NULL CONSTRAINT consultation_center CHECK (btrim(center_code) <> ''),
        department_code text NOT NULL CONSTRAINT consultation_department CHECK (btrim(department_code) <> ''),
        state text NOT NULL CONSTRAINT consultation_state CHECK (state IN ('RECORDED', 'CONFIRMED')),
        month text NOT NULL,
        consulted_on date NOT NULL,
        participants text[] NOT NULL CONSTRAINT consultation_participants CHECK (cardinality(participants) > 0),
        matters text NOT NULL CONSTRAINT consultation_matters CHECK (btrim(matters) <> ''),
        recorder text NOT NULL CONSTRAINT consultation_recorder CHECK (btrim(recorder) <> ''),
        confirmed_at timestamptz(3),
        confirmed_by text,
        CONSTRAINT consultation_month CHECK (month ~ '^[1-9][0-9]{3}-(0[1-9]|1[0-2])$'),
        CONSTRAINT consultation_month_of_day CHECK (
          month = lpad(extract(year FROM consulted_on)::text, 4, '0') || '-' || lpad(extract(month FROM consulted_on)::text, 2, '0')
        ),
        CONSTRAINT consultation_in_past CHECK (consulted_on <= (created_at AT TIME ZONE 'Asia/Shanghai')::date),
        CONSTRAINT consultation_confirmed
          CHECK (num_nonnulls(confirmed_at, confirmed_by) = CASE state WHEN 'CONFIRMED' THEN 2 ELSE 0 END)
      );
      CREATE INDEX consultation_updated ON consultation (updated_at, id);
      CREATE INDEX consultation_link ON consultation (link_id, id);
      CREATE INDEX consultation_center ON consultation (center_code, id);
      CREATE INDEX consultation_department ON consultation (department_code, id);
      CREATE INDEX consultation_month_of_two ON consultation (month, center_code, department_code);
      CREATE INDEX consultation_consulted_on ON consultation (consulted_on, id);
      CREATE INDEX consultation_recorder ON consultation (recorder, id);
      CREATE INDEX consultation_confirmed_by ON consultation (confirmed_by, id);
      ${triggersOf(CONSULTATION_GUARDED)}

      CREATE TABLE consultation_conclusion (${WORK_ROW_COLUMNS},
        consultation_id uuid NOT NULL CONSTRAINT consultation_conclusion_consultation_fk REFERENCES consultation (id),
        number int NOT NULL CONSTRAINT consultation_conclusion_number_from_1 CHECK (number >= 1),
        content text NOT NULL CONSTRAINT consultation_conclusion_content CHECK (btrim(content) <> ''),
        weekly_item_id uuid CONSTRAINT consultation_conclusion_weekly_item_fk REFERENCES weekly_item (id),
        minutes_item_id uuid CONSTRAINT consultation_conclusion_minutes_item_fk REFERENCES minutes_item (id),
        followed_up_at timestamptz(3),
        CONSTRAINT consultation_conclusion_followed_up
          CHECK (num_nonnulls(weekly_item_id, minutes_item_id) = CASE WHEN followed_up_at IS NULL THEN 0 ELSE 1 END)
      );
      CREATE INDEX consultation_conclusion_updated ON consultation_conclusion (updated_at, id);
      CREATE UNIQUE INDEX consultation_conclusion_number ON consultation_conclusion (consultation_id, number);
      CREATE INDEX consultation_conclusion_consultation ON consultation_conclusion (consultation_id, id);
      CREATE INDEX consultation_conclusion_weekly_item ON consultation_conclusion (weekly_item_id, id);
      CREATE INDEX consultation_conclusion_minutes_item ON consultation_conclusion (minutes_item_id, id);
      CREATE TRIGGER consultation_conclusion_columns AFTER UPDATE ON consultation_conclusion
        FOR EACH ROW EXECUTE FUNCTION guard_columns('weekly_item_id minutes_item_id followed_up_at');

      CREATE TABLE consultation_comment (${WORK_ROW_COLUMNS},
        consultation_id uuid NOT NULL CONSTRAINT consultation_comment_consultation_fk REFERENCES consultation (id),
        text text NOT NULL CONSTRAINT consultation_comment_text CHECK (btrim(text) <> ''),
        author_role text NOT NULL CONSTRAINT consultation_comment_author_role CHECK (btrim(author_role) <> ''),
        author text NOT NULL CONSTRAINT consultation_comment_author CHECK (btrim(author) <> '')
      );
      CREATE INDEX consultation_comment_updated ON consultation_comment (updated_at, id);
      CREATE INDEX consultation_comment_consultation ON consultation_comment (consultation_id, id);
      CREATE INDEX consultation_comment_author ON consultation_comment (author, id);
      CREATE TRIGGER consultation_comment_immutable BEFORE UPDATE OR DELETE ON consultation_comment
        FOR EACH ROW EXECUTE FUNCTION keep_dispatch_record();

      CREATE TABLE joint_action (${WORK_ROW_COLUMNS},
        title text NOT NULL CONSTRAINT joint_action_title CHECK (btrim(title) <> ''),
        procedure text NOT NULL CONSTRAINT joint_action_procedure CHECK (btrim(procedure) <> ''),
        center_codes text[] NOT NULL CONSTRAINT joint_action_centers CHECK (cardinality(center_codes) > 0),
        department_codes text[] NOT NULL CONSTRAINT joint_action_departments CHECK (cardinality(department_codes) > 0),
        agreed_on date NOT NULL,
        until date,
        CONSTRAINT joint_action_span CHECK (agreed_on <= until)
      );
      CREATE INDEX joint_action_updated ON joint_action (updated_at, id);
      CREATE INDEX joint_action_center_codes ON joint_action USING gin (center_codes);
      CREATE INDEX joint_action_department_codes ON joint_action USING gin (department_codes);
      CREATE INDEX joint_action_agreed_on ON joint_action (agreed_on, id);
      CREATE INDEX joint_action_until ON joint_action (until, id);
      CREATE TRIGGER joint_action_columns AFTER UPDATE ON joint_action
        FOR EACH ROW EXECUTE FUNCTION guard_columns('until');

      CREATE TABLE joint_action_call (${WORK_ROW_COLUMNS},
        joint_action_id uuid NOT NULL CONSTRAINT joint_action_call_joint_action_fk REFERENCES joint_action (id),
        number int NOT NULL CONSTRAINT joint_action_call_number_from_1 CHECK (number >= 1),
        caller_center text,
        caller_department text,
        callee_center text,
        callee_department text,
        content text NOT NULL CONSTRAINT joint_action_call_content CHECK (btrim(content) <> ''),
        CONSTRAINT joint_action_call_caller CHECK (num_nonnulls(caller_center, caller_department) = 1),
        CONSTRAINT joint_action_call_callee CHECK (num_nonnulls(callee_center, callee_department) = 1)
      );
      CREATE INDEX joint_action_call_updated ON joint_action_call (updated_at, id);
      CREATE UNIQUE INDEX joint_action_call_number ON joint_action_call (joint_action_id, number);
      CREATE INDEX joint_action_call_joint_action ON joint_action_call (joint_action_id, id);
      CREATE INDEX joint_action_call_caller_center ON joint_action_call (caller_center, id);
      CREATE INDEX joint_action_call_caller_department ON joint_action_call (caller_department, id);
      CREATE INDEX joint_action_call_callee_center ON joint_action_call (callee_center, id);
      CREATE INDEX joint_action_call_callee_department ON joint_action_call (callee_department, id);
      CREATE TRIGGER joint_action_call_immutable BEFORE UPDATE OR DELETE ON joint_action_call
        FOR EACH ROW EXECUTE FUNCTION keep_dispatch_record();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `DROP TABLE joint_action_call, joint_action, consultation_comment, consultation_conclusion, consultation, department_link`,
    );
  }
}
