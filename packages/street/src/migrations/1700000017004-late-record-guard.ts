import type { MigrationInterface, QueryRunner } from 'typeorm';

const FINALS = `('CLOSED', 'RETURNED', 'CANCELLED')`;
const STEPS = `('ISSUED>ACCEPTED', 'ACCEPTED>IN_PROGRESS', 'IN_PROGRESS>SUBMITTED', 'SUBMITTED>VERIFIED', 'VERIFIED>CLOSED',
  'SUBMITTED>IN_PROGRESS', 'ISSUED>RETURNED', 'ISSUED>CANCELLED', 'ACCEPTED>CANCELLED', 'IN_PROGRESS>CANCELLED',
  'SUBMITTED>CANCELLED')`;
const orderIs = (condition: string): string =>
  `EXISTS (SELECT FROM work_order AS held WHERE held.id = NEW.work_order_id AND held.deleted_at IS NULL AND ${condition})`;
const otherEvent = (condition: string): string =>
  `EXISTS (SELECT FROM work_order_event AS other
    WHERE other.work_order_id = NEW.work_order_id AND other.id <> NEW.id AND ${condition})`;

/** What must hold of a row that is added, by its table. */
const RECORDS = [
  {
    table: 'work_order_event',
    // The order is changed before its step is recorded, at the same time.
    holds: `${orderIs('held.state = NEW.to_state AND held.updated_at = NEW.created_at')} AND CASE
      WHEN NEW.from_state IS NULL THEN NOT ${otherEvent('true')}
      WHEN NEW.from_state = NEW.to_state THEN
        NEW.command = 'extendWorkOrder' AND NEW.to_state NOT IN ${FINALS}
        OR NEW.command = 'issueFeedbackReport' AND ${orderIs('held.feedback_report_id IS NOT NULL')}
          AND NOT ${otherEvent(`other.command = 'issueFeedbackReport'`)}
      ELSE NEW.from_state || '>' || NEW.to_state IN ${STEPS}
        AND ${otherEvent('other.to_state = NEW.from_state')}
        AND (NEW.to_state NOT IN ${FINALS} OR NOT ${otherEvent('other.to_state = NEW.to_state')})
      END`,
    otherwise: 'the order has not taken this step',
  },
  {
    table: 'supervision',
    holds: orderIs(`held.state IN ('ISSUED', 'ACCEPTED', 'IN_PROGRESS', 'SUBMITTED')`),
    otherwise: 'R12: the order is not open',
  },
  {
    table: 'evidence',
    holds: orderIs(`held.state = 'IN_PROGRESS'`),
    otherwise: 'the order is not in progress',
  },
  {
    table: 'agenda_item',
    holds: `EXISTS (SELECT FROM meeting WHERE meeting.id = NEW.meeting_id AND meeting.state = 'CONVOKED')`,
    otherwise: 'an agenda is given when the meeting is called',
  },
  {
    table: 'progress_report',
    holds: `EXISTS (SELECT FROM community_assignment AS task WHERE task.id = NEW.assignment_id
        AND task.state = CASE WHEN NEW.completed THEN 'COMPLETED' ELSE 'IN_PROGRESS' END
        AND task.updated_at = NEW.created_at)
      AND NOT EXISTS (SELECT FROM progress_report AS other
        WHERE other.assignment_id = NEW.assignment_id AND other.completed AND other.id <> NEW.id)`,
    otherwise: 'the task is completed, or has not got so far',
  },
] as const;

/**
 * Holds the role that serves to adding records while what they belong to is where a command would find it: what is final
 * gets none. The owner is exempt, and so are sample rows, so that a load does not pay for it.
 */
export class LateRecordGuard1700000017004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      RECORDS.map(
        ({ table, holds, otherwise }) => `
          CREATE FUNCTION ${table}_in_time() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
          BEGIN
            IF is_served(TG_RELID) AND (${holds}) IS NOT TRUE THEN
              RAISE EXCEPTION '% %: ${otherwise}', TG_TABLE_NAME, NEW.id
                USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            RETURN NULL;
          END $$;
          CREATE TRIGGER ${table}_in_time AFTER INSERT ON ${table} FOR EACH ROW
            WHEN (NOT NEW.sample) EXECUTE FUNCTION ${table}_in_time();`,
      ).join('\n'),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      RECORDS.map(
        ({ table }) => `DROP TRIGGER ${table}_in_time ON ${table}; DROP FUNCTION ${table}_in_time();`,
      ).join('\n'),
    );
  }
}
