import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings of all kinds, and what is recorded in them. */
export class Meeting1700000005001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE meeting (${WORK_ROW_COLUMNS},
        kind text NOT NULL CONSTRAINT meeting_kind
          CHECK (kind IN ('JOINT', 'SPECIAL', 'ANNUAL_RETREAT', 'MONTHLY_PROGRESS', 'WEEKLY')),
        state text NOT NULL
          CONSTRAINT meeting_state CHECK (state IN ('CONVOKED', 'OPEN', 'CLOSED', 'CANCELLED')),
        number text NOT NULL CONSTRAINT meeting_number UNIQUE,
        year integer NOT NULL,
        sequence integer NOT NULL CONSTRAINT meeting_sequence_from_1 CHECK (sequence >= 1),
        title text NOT NULL,
        place text,
        scheduled_at timestamptz(3) NOT NULL,
        opened_at timestamptz(3),
        closed_at timestamptz(3),
        held_on date,
        convener_role text NOT NULL,
        convener text NOT NULL,
        trigger_kind text CONSTRAINT meeting_trigger_kind
          CHECK (trigger_kind IN ('MEMBER_REQUEST', 'MAJOR_MATTER', 'URGENT_MATTER')),
        requested_by text,
        major_matter_id uuid CONSTRAINT meeting_major_matter_fk REFERENCES major_matter (id),
        urgency text,
        cancel_reason text,
        CONSTRAINT meeting_year_sequence UNIQUE (kind, year, sequence),
        CONSTRAINT meeting_trigger CHECK (CASE WHEN kind = 'SPECIAL' THEN CASE trigger_kind
          WHEN 'MEMBER_REQUEST' THEN requested_by IS NOT NULL
          WHEN 'MAJOR_MATTER' THEN major_matter_id IS NOT NULL
          WHEN 'URGENT_MATTER' THEN urgency IS NOT NULL
          ELSE false END ELSE num_nonnulls(trigger_kind, requested_by, major_matter_id, urgency) = 0 END),
        CONSTRAINT meeting_weekly_convener CHECK (kind <> 'WEEKLY' OR convener_role = 'DISPATCHER'),
        CONSTRAINT meeting_opened CHECK ((state IN ('OPEN', 'CLOSED')) = (opened_at IS NOT NULL)),
        CONSTRAINT meeting_held CHECK ((opened_at IS NULL) = (held_on IS NULL)),
        CONSTRAINT meeting_closed CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL)),
        CONSTRAINT meeting_cancelled CHECK ((state = 'CANCELLED') = (cancel_reason IS NOT NULL))
      );
      CREATE INDEX meeting_updated ON meeting (updated_at, id);
      CREATE INDEX meeting_kind_id ON meeting (kind, id);
      CREATE INDEX meeting_state_id ON meeting (state, id);
      CREATE INDEX meeting_held_on ON meeting (held_on, id);
      CREATE INDEX meeting_major_matter ON meeting (major_matter_id);

      CREATE TABLE agenda_item (${WORK_ROW_COLUMNS},
        meeting_id uuid NOT NULL CONSTRAINT agenda_item_meeting_fk REFERENCES meeting (id),
        number integer NOT NULL CONSTRAINT agenda_item_number_from_1 CHECK (number >= 1),
        title text NOT NULL,
        note text,
        major_matter_id uuid CONSTRAINT agenda_item_major_matter_fk REFERENCES major_matter (id),
        CONSTRAINT agenda_item_number UNIQUE (meeting_id, number)
      );
      CREATE INDEX agenda_item_updated ON agenda_item (updated_at, id);
      CREATE INDEX agenda_item_major_matter ON agenda_item (major_matter_id);

      CREATE TABLE attendance_record (${WORK_ROW_COLUMNS},
        meeting_id uuid NOT NULL CONSTRAINT attendance_record_meeting_fk REFERENCES meeting (id),
        unit text,
        center_code text,
        attendance text NOT NULL
          CONSTRAINT attendance_record_attendance CHECK (attendance IN ('PRESENT', 'ABSENT')),
        reason text,
        CONSTRAINT attendance_record_whose CHECK (num_nonnulls(unit, center_code) = 1),
        CONSTRAINT attendance_record_reason CHECK (attendance = 'PRESENT' OR reason IS NOT NULL),
        CONSTRAINT attendance_record_unit UNIQUE (meeting_id, unit),
        CONSTRAINT attendance_record_center UNIQUE (meeting_id, center_code)
      );
      CREATE INDEX attendance_record_updated ON attendance_record (updated_at, id);

      CREATE TABLE member_report (${WORK_ROW_COLUMNS},
        meeting_id uuid NOT NULL CONSTRAINT member_report_meeting_fk REFERENCES meeting (id),
        unit text NOT NULL,
        content text NOT NULL,
        CONSTRAINT member_report_unit UNIQUE (meeting_id, unit)
      );
      CREATE INDEX member_report_updated ON member_report (updated_at, id);

      CREATE TABLE street_notice (${WORK_ROW_COLUMNS},
        meeting_id uuid NOT NULL CONSTRAINT street_notice_meeting_fk REFERENCES meeting (id),
        content text NOT NULL,
        requirements text,
        suggestions text
      );
      CREATE INDEX street_notice_updated ON street_notice (updated_at, id);
      CREATE INDEX street_notice_meeting ON street_notice (meeting_id);

      CREATE TABLE center_report (${WORK_ROW_COLUMNS},
        meeting_id uuid NOT NULL CONSTRAINT center_report_meeting_fk REFERENCES meeting (id),
        center_code text NOT NULL,
        this_week text,
        next_week text,
        community_matters text,
        progress text,
        difficulties text,
        next_month text,
        CONSTRAINT center_report_center UNIQUE (meeting_id, center_code),
        CONSTRAINT center_report_parts CHECK (num_nonnulls(this_week, next_week, community_matters) = 3
          AND num_nonnulls(progress, difficulties, next_month) = 0
          OR num_nonnulls(progress, difficulties, next_month) = 3
          AND num_nonnulls(this_week, next_week, community_matters) = 0)
      );
      CREATE INDEX center_report_updated ON center_report (updated_at, id);
      CREATE INDEX center_report_center_id ON center_report (center_code, id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TABLE center_report, street_notice, member_report, attendance_record, agenda_item, meeting',
    );
  }
}
