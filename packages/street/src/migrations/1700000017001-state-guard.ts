import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A table whose rows go from state to state: its machine as it was when this was written, and what a step changes. */
export interface Guarded {
  readonly table: string;
  readonly first: string;
  /** `FROM>TO`, without those that stay. */
  readonly steps: readonly string[];
  readonly finals: readonly string[];
  /** Columns that a command changes, beside version and time. */
  readonly changing: readonly string[];
  /** Columns that change in a final state too. */
  readonly changingInTheEnd?: readonly string[];
}

/** Frozen. A machine that changes needs another migration; a test compares the two. */
export const GUARDED: readonly Guarded[] = [
  {
    table: 'body_member',
    first: 'NOMINATED',
    steps: [
      'NOMINATED>REVIEWED',
      'NOMINATED>REVIEW_REJECTED',
      'REVIEWED>APPOINTED',
      'NOMINATED>WITHDRAWN',
      'REVIEWED>WITHDRAWN',
      'APPOINTED>ENDED',
    ],
    finals: ['REVIEW_REJECTED', 'WITHDRAWN', 'ENDED'],
    changing: ['state', 'document_number', 'approval_id', 'decision_id', 'appointed_at', 'ended_at'],
  },
  {
    table: 'major_matter',
    first: 'REGISTERED',
    steps: ['REGISTERED>DELIBERATED', 'DELIBERATED>REGISTERED', 'DELIBERATED>DECIDED'],
    finals: ['DECIDED'],
    changing: ['state', 'decision_id'],
  },
  {
    table: 'meeting',
    first: 'CONVOKED',
    steps: ['CONVOKED>OPEN', 'CONVOKED>CANCELLED', 'OPEN>CLOSED'],
    finals: ['CLOSED', 'CANCELLED'],
    changing: ['state', 'opened_at', 'held_on', 'closed_at', 'cancel_reason'],
  },
  {
    table: 'minutes',
    first: 'DRAFT',
    steps: ['DRAFT>ISSUED'],
    finals: ['ISSUED'],
    changing: ['state', 'title', 'number', 'issued_at'],
  },
  {
    table: 'delegation',
    first: 'SUBMITTED',
    steps: [
      'SUBMITTED>OPINION_HEARD',
      'OPINION_HEARD>APPROVED',
      'OPINION_HEARD>REJECTED',
      'APPROVED>DEPLOYED',
      'DEPLOYED>DISPATCHED',
      'DISPATCHED>COMPLETED',
      'SUBMITTED>WITHDRAWN',
      'OPINION_HEARD>WITHDRAWN',
      'APPROVED>WITHDRAWN',
      'DEPLOYED>WITHDRAWN',
    ],
    finals: ['COMPLETED', 'REJECTED', 'WITHDRAWN'],
    changing: ['state', 'opinion', 'opinion_heard_at', 'decision_id', 'deployment', 'deployed_at', 'reason'],
  },
  {
    table: 'work_order',
    first: 'ISSUED',
    steps: [
      'ISSUED>ACCEPTED',
      'ACCEPTED>IN_PROGRESS',
      'IN_PROGRESS>SUBMITTED',
      'SUBMITTED>VERIFIED',
      'VERIFIED>CLOSED',
      'SUBMITTED>IN_PROGRESS',
      'ISSUED>RETURNED',
      'ISSUED>CANCELLED',
      'ACCEPTED>CANCELLED',
      'IN_PROGRESS>CANCELLED',
      'SUBMITTED>CANCELLED',
    ],
    finals: ['CLOSED', 'RETURNED', 'CANCELLED'],
    changing: ['state', 'reason', 'deadline'],
    // A closed order is reported (R13), once.
    changingInTheEnd: ['feedback_report_id'],
  },
  {
    table: 'supervision',
    first: 'OPEN',
    steps: ['OPEN>RESOLVED'],
    finals: ['RESOLVED'],
    changing: ['state', 'resolution', 'resolved_at', 'resolved_by'],
  },
  {
    table: 'weekly_item',
    first: 'PROPOSED',
    steps: ['PROPOSED>PASSED', 'PROPOSED>NOT_PASSED'],
    finals: ['PASSED', 'NOT_PASSED'],
    changing: ['state', 'decided_at', 'remark'],
  },
  {
    table: 'community_assignment',
    first: 'ASSIGNED',
    steps: [
      'ASSIGNED>IN_PROGRESS',
      'ASSIGNED>COMPLETED',
      'IN_PROGRESS>COMPLETED',
      'ASSIGNED>WITHDRAWN',
      'IN_PROGRESS>WITHDRAWN',
    ],
    finals: ['COMPLETED', 'WITHDRAWN'],
    changing: ['state', 'withdrawn_at', 'withdrawal_reason'],
  },
];

/** Tables without a machine whose rows are corrected, and what a correction changes. */
const CORRECTED = {
  attendance_record: ['attendance', 'reason'],
  minutes_item: ['deleted_at'],
  rule_finding: ['state', 'message', 'resolved_at'],
} as const;

/**
 * Holds the role that serves to the state machines: a row begins in the first state, takes the machine's steps and no
 * others, and changes by a step what the step is about. In a final state it stays as it is. The owner of the tables is
 * exempt, who loads sample data in their final states and could drop the triggers anyway. What a command's own sample rows
 * begin as is not checked: a load would pay for it, and no real row refers to them.
 */
export class StateGuard1700000017001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION is_served(relation oid) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT NOT pg_has_role(relowner, 'MEMBER') FROM pg_catalog.pg_class WHERE pg_class.oid = relation
      $$;

      CREATE FUNCTION guard_state() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      DECLARE
        kept text[] := ARRAY['version', 'updated_at'] || string_to_array(
          TG_ARGV[CASE WHEN OLD.state = ANY (string_to_array(TG_ARGV[2], ' ')) THEN 4 ELSE 3 END], ' ');
      BEGIN
        IF NOT is_served(TG_RELID) THEN
          RETURN NULL;
        END IF;
        IF TG_OP = 'INSERT' THEN
          RAISE EXCEPTION 'a row of % begins as %, not as %', TG_TABLE_NAME, TG_ARGV[0], NEW.state
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF OLD.state <> NEW.state AND OLD.state || '>' || NEW.state <> ALL (string_to_array(TG_ARGV[1], ' ')) THEN
          RAISE EXCEPTION 'no step leads a row of % from % to %', TG_TABLE_NAME, OLD.state, NEW.state
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF to_jsonb(OLD) - kept IS DISTINCT FROM to_jsonb(NEW) - kept THEN
          RAISE EXCEPTION 'a step changes no such column of % in state %', TG_TABLE_NAME, OLD.state
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
      END $$;

      CREATE FUNCTION guard_columns() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      DECLARE
        kept text[] := ARRAY['version', 'updated_at'] || string_to_array(TG_ARGV[0], ' ');
      BEGIN
        IF is_served(TG_RELID) AND to_jsonb(OLD) - kept IS DISTINCT FROM to_jsonb(NEW) - kept THEN
          RAISE EXCEPTION 'a correction changes no such column of %', TG_TABLE_NAME
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
      END $$;
      ${GUARDED.map(triggersOf).join('\n')}
      ${Object.entries(CORRECTED)
        .map(
          ([table, columns]) => `CREATE TRIGGER ${table}_columns AFTER UPDATE ON ${table} FOR EACH ROW
            EXECUTE FUNCTION guard_columns('${columns.join(' ')}');`,
        )
        .join('\n')}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const triggers = GUARDED.flatMap(({ table }) =>
      ['first_state', 'steps'].map((name) => `DROP TRIGGER ${table}_${name} ON ${table};`),
    );
    const corrected = Object.keys(CORRECTED).map((table) => `DROP TRIGGER ${table}_columns ON ${table};`);
    await queryRunner.query(
      `${[...triggers, ...corrected].join('\n')} DROP FUNCTION guard_state(), guard_columns(), is_served(oid);`,
    );
  }
}

/** After the row is written, so that what a constraint says of it is said first. */
export function triggersOf({
  table,
  first,
  steps,
  finals,
  changing,
  changingInTheEnd = [],
}: Guarded): string {
  const list = [[first], steps, finals, changing, changingInTheEnd].map((each) => `'${each.join(' ')}'`);
  return `
    CREATE TRIGGER ${table}_first_state AFTER INSERT ON ${table} FOR EACH ROW
      WHEN (NEW.state <> '${first}' AND NOT NEW.sample) EXECUTE FUNCTION guard_state(${list.join(', ')});
    CREATE TRIGGER ${table}_steps AFTER UPDATE ON ${table} FOR EACH ROW
      EXECUTE FUNCTION guard_state(${list.join(', ')});`;
}
