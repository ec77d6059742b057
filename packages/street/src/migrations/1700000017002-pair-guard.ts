import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A condition on a row and another, by the rule that forbids the pair otherwise. */
interface Pair {
  readonly table: string;
  readonly name: string;
  /** When it is asked: of new rows that are no sample data, of any change, or of rows that come to another state. */
  readonly on: 'INSERT' | 'UPDATE' | 'STATE';
  /** States that it is asked for; all without it. */
  readonly states?: readonly string[];
  /** SQL over `NEW`, true when the pair is in order. */
  readonly holds: string;
  readonly otherwise: string;
}

/** Of each body the last record of a matter counts, and it must carry an opinion that the body has consulted on. */
const BOTH_FORMED = `(SELECT count(*) FROM (
    SELECT DISTINCT ON (body) consulted, opinion FROM preliminary_opinion
    WHERE major_matter_id = NEW.id AND deleted_at IS NULL ORDER BY body, id DESC) AS last
  WHERE last.consulted AND btrim(coalesce(last.opinion, '')) <> '') = 2`;
const decision = (subject: string, condition = 'true'): string =>
  `EXISTS (SELECT FROM committee_decision AS decision
    WHERE decision.id = NEW.decision_id AND decision.subject = '${subject}' AND ${condition})`;
const meetingIs = (condition: string): string =>
  `EXISTS (SELECT FROM meeting WHERE meeting.id = NEW.meeting_id AND ${condition})`;
const noPartIn = (...states: readonly string[]): string =>
  `NOT EXISTS (SELECT FROM work_order AS part WHERE part.parent_id = NEW.id AND part.deleted_at IS NULL
    AND part.state IN (${states.map((state) => `'${state}'`).join(', ')}))`;
const OPEN = ['ISSUED', 'ACCEPTED', 'IN_PROGRESS', 'SUBMITTED'];

const PAIRS: readonly Pair[] = [
  {
    table: 'major_matter',
    name: 'both_bodies',
    on: 'STATE',
    states: ['DELIBERATED', 'DECIDED'],
    holds: BOTH_FORMED,
    otherwise: 'R01: both bodies form an opinion first',
  },
  {
    table: 'major_matter',
    name: 'decision',
    on: 'STATE',
    states: ['DECIDED'],
    holds: decision('MAJOR_MATTER'),
    otherwise: 'R01: the decision is about another subject',
  },
  ...['attendance_record', 'member_report', 'street_notice', 'center_report'].map((table): Pair => ({
    table,
    name: 'in_open_meeting',
    on: 'INSERT',
    holds: meetingIs(`state = 'OPEN' AND NOT meeting.sample`),
    otherwise: 'it is recorded while the meeting is open',
  })),
  {
    table: 'attendance_record',
    name: 'corrected_in_open_meeting',
    on: 'UPDATE',
    holds: meetingIs(`state = 'OPEN'`),
    otherwise: 'it is corrected while the meeting is open',
  },
  {
    table: 'minutes',
    name: 'after_meeting',
    on: 'STATE',
    states: ['ISSUED'],
    holds: meetingIs(`state = 'CLOSED'`),
    otherwise: 'R06: minutes are issued after their meeting',
  },
  {
    table: 'key_point',
    name: 'adopted',
    on: 'INSERT',
    holds: decision('KEY_POINT', `decision.outcome = 'APPROVED' AND NOT decision.sample`),
    otherwise: 'R11: the committee adopts a key point',
  },
  {
    table: 'body_member',
    name: 'decision',
    on: 'STATE',
    states: ['APPOINTED'],
    holds: `NEW.decision_id IS NULL OR ${decision('APPOINTMENT', `decision.outcome = 'APPROVED'`)}`,
    otherwise: 'R32: the committee has not approved the appointment',
  },
  {
    table: 'delegation',
    name: 'decision',
    on: 'STATE',
    states: ['APPROVED', 'REJECTED'],
    holds: decision('DELEGATION', 'decision.outcome = NEW.state'),
    otherwise: 'R10: the committee has not decided so',
  },
  {
    table: 'delegation',
    name: 'reported',
    on: 'STATE',
    states: ['COMPLETED'],
    holds: `(SELECT coalesce(bool_or(parent_id IS NULL) AND bool_and(feedback_report_id IS NOT NULL), false)
      FROM work_order WHERE delegation_id = NEW.id AND deleted_at IS NULL AND state NOT IN ('RETURNED', 'CANCELLED'))`,
    otherwise: 'R10: an order of it is not reported',
  },
  {
    table: 'work_order',
    name: 'of_deployed_delegation',
    on: 'INSERT',
    holds: `NEW.delegation_id IS NULL OR EXISTS (SELECT FROM delegation WHERE delegation.id = NEW.delegation_id
      AND delegation.state IN ('DEPLOYED', 'DISPATCHED') AND NOT delegation.sample)`,
    otherwise: 'R10: the delegation is not deployed',
  },
  {
    table: 'work_order',
    name: 'of_issued_minutes',
    on: 'INSERT',
    holds: `NEW.minutes_item_id IS NULL OR EXISTS (SELECT FROM minutes_item AS item JOIN minutes
      ON minutes.id = item.minutes_id WHERE item.id = NEW.minutes_item_id AND item.deleted_at IS NULL
      AND minutes.state = 'ISSUED' AND NOT minutes.sample)`,
    otherwise: 'R06: the minutes are not issued',
  },
  {
    table: 'work_order',
    name: 'parts_verified',
    on: 'STATE',
    states: ['VERIFIED'],
    holds: noPartIn(...OPEN),
    otherwise: 'a sub-order is not verified',
  },
  {
    table: 'work_order',
    name: 'parts_closed',
    on: 'STATE',
    states: ['CLOSED'],
    holds: noPartIn(...OPEN, 'VERIFIED'),
    otherwise: 'a sub-order is not closed',
  },
  {
    table: 'work_order',
    name: 'verified',
    on: 'STATE',
    states: ['CLOSED'],
    holds: `EXISTS (SELECT FROM work_order_event AS event WHERE event.work_order_id = NEW.id
      AND event.command = 'verifyWorkOrder' AND event.to_state = 'VERIFIED')`,
    otherwise: 'R12: nobody has verified it',
  },
  {
    table: 'weekly_item',
    name: 'before_meeting_ends',
    on: 'INSERT',
    holds: meetingIs(`kind = 'WEEKLY' AND state IN ('CONVOKED', 'OPEN') AND NOT meeting.sample`),
    otherwise: 'R22: it is put to a weekly meeting that is not over',
  },
  {
    table: 'weekly_item',
    name: 'in_open_meeting',
    on: 'STATE',
    holds: meetingIs(`kind = 'WEEKLY' AND state = 'OPEN'`),
    otherwise: 'R22: it is decided while its weekly meeting is open',
  },
  {
    table: 'community_assignment',
    name: 'of_real_item',
    on: 'INSERT',
    holds: 'EXISTS (SELECT FROM weekly_item AS item WHERE item.id = NEW.weekly_item_id AND NOT item.sample)',
    otherwise: 'R22: the item is sample data',
  },
];

/** A state that is not in the history of its row was come to past the commands. */
const HISTORIES = [
  {
    table: 'work_order',
    holds: `EXISTS (SELECT FROM work_order_event AS event WHERE event.work_order_id = NEW.id
      AND event.from_state = OLD.state AND event.to_state = NEW.state AND event.created_at = NEW.updated_at)`,
  },
  {
    table: 'body_member',
    holds: `EXISTS (SELECT FROM appointment_step AS step WHERE step.member_id = NEW.id AND step.state = NEW.state
      AND step.created_at = NEW.updated_at)`,
  },
] as const;

/**
 * Keeps below any program what rules forbid of two rows together, where the keys of several columns do not do so already.
 * Asked of the role that serves; the owner is exempt, as from the steps.
 */
export class PairGuard1700000017002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const pairs = PAIRS.map((pair) => {
      const { table, name, on, states, holds, otherwise } = pair;
      const inState = states ? ` AND NEW.state IN (${states.map((state) => `'${state}'`).join(', ')})` : '';
      const event = {
        INSERT: `AFTER INSERT ON ${table} FOR EACH ROW WHEN (NOT NEW.sample)`,
        UPDATE: `AFTER UPDATE ON ${table} FOR EACH ROW`,
        STATE: `AFTER UPDATE ON ${table} FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state${inState})`,
      }[on];
      return `${functionOf(`${table}_${name}`, holds, otherwise)}
        CREATE TRIGGER ${table}_${name} ${event} EXECUTE FUNCTION ${table}_${name}();`;
    });
    const histories = HISTORIES.map(
      ({ table, holds }) => `${functionOf(`${table}_history`, holds, 'its history lacks the step')}
        CREATE CONSTRAINT TRIGGER ${table}_history AFTER UPDATE ON ${table} DEFERRABLE INITIALLY DEFERRED
          FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION ${table}_history();`,
    );
    await queryRunner.query([...pairs, ...histories].join('\n'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const names = [...PAIRS, ...HISTORIES.map(({ table }) => ({ table, name: 'history' }))];
    await queryRunner.query(
      names
        .map(
          ({ table, name }) => `DROP TRIGGER ${table}_${name} ON ${table}; DROP FUNCTION ${table}_${name}();`,
        )
        .join('\n'),
    );
  }
}

const functionOf = (name: string, holds: string, otherwise: string): string => `
  CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  BEGIN
    IF is_served(TG_RELID) AND NOT (${holds}) THEN
      RAISE EXCEPTION '% %: ${otherwise}', TG_TABLE_NAME, NEW.id USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
  END $$;`;
