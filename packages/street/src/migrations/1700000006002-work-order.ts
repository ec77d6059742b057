import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = `('ISSUED', 'ACCEPTED', 'IN_PROGRESS', 'SUBMITTED', 'VERIFIED', 'CLOSED', 'RETURNED', 'CANCELLED')`;

/**
 * Orders with their history and evidence. An order has one source and what R11 asks for; it stands in one report (R13),
 * and only once it is closed. Steps that were taken stay as they were recorded.
 */
export class WorkOrder1700000006002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE work_order (${WORK_ROW_COLUMNS},
        number text NOT NULL CONSTRAINT work_order_number UNIQUE,
        year integer NOT NULL,
        sequence integer NOT NULL CONSTRAINT work_order_sequence_from_1 CHECK (sequence >= 1),
        state text NOT NULL CONSTRAINT work_order_state CHECK (state IN ${STATES}),
        title text NOT NULL,
        content text NOT NULL,
        source text NOT NULL,
        key_point_id uuid CONSTRAINT work_order_key_point_fk REFERENCES key_point (id),
        delegation_id uuid CONSTRAINT work_order_delegation_fk REFERENCES delegation (id),
        minutes_item_id uuid CONSTRAINT work_order_minutes_item_fk REFERENCES minutes_item (id),
        project_id uuid NOT NULL CONSTRAINT work_order_project_fk REFERENCES project (id),
        center_code text NOT NULL,
        responsible_person text NOT NULL CONSTRAINT work_order_responsible_person CHECK (responsible_person <> ''),
        deadline date NOT NULL,
        parent_id uuid CONSTRAINT work_order_parent_fk REFERENCES work_order (id),
        issuer text NOT NULL,
        reason text,
        feedback_report_id uuid CONSTRAINT work_order_feedback_report_fk REFERENCES feedback_report (id),
        CONSTRAINT work_order_year_sequence UNIQUE (year, sequence),
        CONSTRAINT work_order_one_source CHECK (num_nonnulls(key_point_id, delegation_id, minutes_item_id) = 1),
        CONSTRAINT work_order_source CHECK (source = CASE
          WHEN key_point_id IS NOT NULL THEN 'KEY_POINT'
          WHEN delegation_id IS NOT NULL THEN 'DELEGATION'
          ELSE 'MINUTES_ITEM' END),
        CONSTRAINT work_order_part_of_another CHECK (parent_id <> id),
        CONSTRAINT work_order_reason CHECK (reason IS NOT NULL OR state NOT IN ('RETURNED', 'CANCELLED')),
        CONSTRAINT work_order_reported_when_closed CHECK (feedback_report_id IS NULL OR state = 'CLOSED')
      );
      CREATE INDEX work_order_updated ON work_order (updated_at, id);
      CREATE INDEX work_order_state_id ON work_order (state, id);
      CREATE INDEX work_order_center ON work_order (center_code, id);
      CREATE INDEX work_order_project ON work_order (project_id, id);
      CREATE INDEX work_order_source_id ON work_order (source, id);
      CREATE INDEX work_order_deadline ON work_order (deadline, id);
      CREATE INDEX work_order_open_deadline ON work_order (deadline)
        WHERE state IN ('ISSUED', 'ACCEPTED', 'IN_PROGRESS', 'SUBMITTED');
      CREATE INDEX work_order_key_point ON work_order (key_point_id) WHERE key_point_id IS NOT NULL;
      CREATE INDEX work_order_delegation ON work_order (delegation_id) WHERE delegation_id IS NOT NULL;
      CREATE INDEX work_order_minutes_item ON work_order (minutes_item_id) WHERE minutes_item_id IS NOT NULL;
      CREATE INDEX work_order_parent ON work_order (parent_id) WHERE parent_id IS NOT NULL;
      CREATE INDEX work_order_feedback_report ON work_order (feedback_report_id)
        WHERE feedback_report_id IS NOT NULL;

      CREATE FUNCTION keep_feedback_of_order() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the order % is reported already', OLD.number
          USING ERRCODE = 'integrity_constraint_violation';
      END $$;
      CREATE TRIGGER work_order_reported_once BEFORE UPDATE ON work_order FOR EACH ROW
        WHEN (OLD.feedback_report_id IS NOT NULL AND NEW.feedback_report_id IS DISTINCT FROM OLD.feedback_report_id)
        EXECUTE FUNCTION keep_feedback_of_order();

      CREATE TABLE work_order_event (${WORK_ROW_COLUMNS},
        work_order_id uuid NOT NULL CONSTRAINT work_order_event_work_order_fk REFERENCES work_order (id),
        command text NOT NULL,
        from_state text CONSTRAINT work_order_event_from_state CHECK (from_state IN ${STATES}),
        to_state text NOT NULL CONSTRAINT work_order_event_to_state CHECK (to_state IN ${STATES}),
        actor text NOT NULL,
        role text NOT NULL,
        reason text,
        old_deadline date,
        new_deadline date,
        CONSTRAINT work_order_event_later CHECK (num_nonnulls(old_deadline, new_deadline) <> 1
          AND (old_deadline IS NULL OR new_deadline > old_deadline)),
        CONSTRAINT work_order_event_reason CHECK (reason IS NOT NULL
          OR command NOT IN ('returnWorkOrder', 'extendWorkOrder', 'cancelWorkOrder'))
      );
      CREATE INDEX work_order_event_work_order ON work_order_event (work_order_id, id);
      CREATE INDEX work_order_event_updated ON work_order_event (updated_at, id);
      CREATE TRIGGER work_order_event_immutable BEFORE UPDATE OR DELETE ON work_order_event
        FOR EACH ROW EXECUTE FUNCTION keep_dispatch_record();

      CREATE TABLE evidence (${WORK_ROW_COLUMNS},
        work_order_id uuid NOT NULL CONSTRAINT evidence_work_order_fk REFERENCES work_order (id),
        title text NOT NULL,
        uri text NOT NULL,
        media_type text NOT NULL,
        sha256 text NOT NULL CONSTRAINT evidence_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        note text,
        author text NOT NULL
      );
      CREATE INDEX evidence_work_order ON evidence (work_order_id, id);
      CREATE INDEX evidence_updated ON evidence (updated_at, id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TABLE evidence, work_order_event, work_order; DROP FUNCTION keep_feedback_of_order()',
    );
  }
}
