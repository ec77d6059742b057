import type { MigrationInterface, QueryRunner } from 'typeorm';
import { GUARDED, triggersOf, type Guarded } from './1700000017001-state-guard';
import { DIFFICULTY_GUARDED } from './1700000080000-difficulty';
import { MAJOR_MATTER_GUARDED } from './1700000088500-opinion-verdict';
import { columnsGuardSql, correctionTableSql, onRecordSql } from './corrections';

const WORDS: Readonly<Record<string, readonly string[]>> = {
  agenda_item: ['title', 'note'],
  member_report: ['content'],
  street_notice: ['content', 'requirements', 'suggestions'],
};
const MEETING = ['title', 'place', 'scheduled_at'];

const before = GUARDED.find(({ table }) => table === 'meeting');
if (!before) throw new Error('meetings have no guard');

/** Frozen, like the machines of the state guard. A meeting that is over is corrected, too. */
export const MEETING_CORRECTED: Guarded = {
  ...before,
  changing: [...before.changing, ...MEETING],
  changingInTheEnd: [...MEETING, 'held_on'],
};

/** A matter is corrected until it is decided. */
export const MAJOR_MATTER_CORRECTED: Guarded = {
  ...MAJOR_MATTER_GUARDED,
  changing: [...MAJOR_MATTER_GUARDED.changing, 'title', 'content'],
};

/** Difficulties follow the day of their meeting. */
export const DIFFICULTY_CORRECTED: Guarded = {
  ...DIFFICULTY_GUARDED,
  changing: [...DIFFICULTY_GUARDED.changing, 'raised_on'],
  changingInTheEnd: ['raised_on'],
};

const guardedBy = (guarded: Guarded): string => `
  DROP TRIGGER ${guarded.table}_first_state ON ${guarded.table};
  DROP TRIGGER ${guarded.table}_steps ON ${guarded.table};
  ${triggersOf(guarded)}`;

const IN_OPEN_MEETING = `EXISTS (SELECT FROM meeting WHERE meeting.id = NEW.meeting_id AND state = 'OPEN')`;

/** Corrections of meetings and of what is recorded in them. Attendance is recorded again while the meeting is open. */
export class RecordsOfMeetingsCorrections1700000094000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${['meeting', 'attendance_record', 'major_matter', ...Object.keys(WORDS)].map(correctionTableSql).join('\n')}
      ${Object.entries(WORDS)
        .map(([table, columns]) => columnsGuardSql(table, columns) + onRecordSql(table, columns))
        .join('\n')}
      ${[MEETING_CORRECTED, MAJOR_MATTER_CORRECTED, DIFFICULTY_CORRECTED].map(guardedBy).join('\n')}
      ${onRecordSql('meeting', MEETING)}
      ${onRecordSql('major_matter', ['title', 'content'])}
      CREATE CONSTRAINT TRIGGER meeting_day_on_record AFTER UPDATE ON meeting DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (OLD.held_on IS NOT NULL) EXECUTE FUNCTION guard_corrected('meeting_correction', 'held_on');

      DROP TRIGGER attendance_record_corrected_in_open_meeting ON attendance_record;
      CREATE OR REPLACE FUNCTION attendance_record_corrected_in_open_meeting() RETURNS trigger LANGUAGE plpgsql
        SET search_path FROM CURRENT AS $$
      BEGIN
        IF is_served(TG_RELID) AND NOT (${IN_OPEN_MEETING} OR EXISTS (SELECT FROM attendance_record_correction
          WHERE corrected_id = NEW.id AND made_version = NEW.version)) THEN
          RAISE EXCEPTION '% %: it is corrected on record once the meeting is over', TG_TABLE_NAME, NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER attendance_record_corrected_in_open_meeting AFTER UPDATE ON attendance_record
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION attendance_record_corrected_in_open_meeting();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const words = Object.keys(WORDS).map(
      (table) => `DROP TRIGGER ${table}_on_record ON ${table}; DROP TRIGGER ${table}_columns ON ${table};
        DROP TABLE ${table}_correction;`,
    );
    await queryRunner.query(`
      DROP TRIGGER attendance_record_corrected_in_open_meeting ON attendance_record;
      CREATE OR REPLACE FUNCTION attendance_record_corrected_in_open_meeting() RETURNS trigger LANGUAGE plpgsql
        SET search_path FROM CURRENT AS $$
      BEGIN
        IF is_served(TG_RELID) AND NOT (${IN_OPEN_MEETING}) THEN
          RAISE EXCEPTION '% %: it is corrected while the meeting is open', TG_TABLE_NAME, NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER attendance_record_corrected_in_open_meeting AFTER UPDATE ON attendance_record FOR EACH ROW
        EXECUTE FUNCTION attendance_record_corrected_in_open_meeting();
      DROP TRIGGER meeting_day_on_record ON meeting;
      DROP TRIGGER meeting_on_record ON meeting;
      DROP TRIGGER major_matter_on_record ON major_matter;
      ${[before ?? MEETING_CORRECTED, MAJOR_MATTER_GUARDED, DIFFICULTY_GUARDED].map(guardedBy).join('\n')}
      ${words.join('\n')}
      DROP TABLE meeting_correction, attendance_record_correction, major_matter_correction;
    `);
  }
}
