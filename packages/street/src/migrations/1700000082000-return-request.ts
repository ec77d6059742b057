import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { GUARDED, triggersOf, type Guarded } from './1700000017001-state-guard';

/** Frozen, like the machines of the migration that made the guard; a test compares the two. */
export const WORK_ORDER_GUARDED: Guarded = {
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
    'ACCEPTED>RETURNED',
    'IN_PROGRESS>RETURNED',
    'RETURNED>ISSUED',
    'RETURNED>ACCEPTED',
    'RETURNED>IN_PROGRESS',
    'ISSUED>CANCELLED',
    'ACCEPTED>CANCELLED',
    'IN_PROGRESS>CANCELLED',
    'SUBMITTED>CANCELLED',
    'RETURNED>CANCELLED',
  ],
  finals: ['CLOSED', 'CANCELLED'],
  changing: ['state', 'reason', 'deadline', 'center_code', 'responsible_person'],
  changingInTheEnd: ['feedback_report_id'],
};
export const RETURN_REQUEST_GUARDED: Guarded = {
  table: 'return_request',
  first: 'PENDING',
  steps: ['PENDING>REASSIGNED', 'PENDING>REFUSED', 'PENDING>LAPSED'],
  finals: ['REASSIGNED', 'REFUSED', 'LAPSED'],
  changing: ['state', 'new_center_code', 'new_responsible_person', 'answer', 'decided_at', 'decided_by'],
};

const listed = (states: readonly string[]): string => states.map((state) => `'${state}'`).join(', ');
const OPEN = ['ISSUED', 'ACCEPTED', 'IN_PROGRESS', 'SUBMITTED'];
const STAYING = ['requestExtension', 'grantExtension', 'refuseExtension'];
const DECIDING = ['requestReturn', 'reassignWorkOrder', 'refuseReturn', ...STAYING];

/** What the serving role is held to, with states and steps as they are from now on, or were before. */
const guards = (open: readonly string[], staying: readonly string[], { steps, finals }: Guarded): string => {
  const order = (condition: string): string =>
    `EXISTS (SELECT FROM work_order AS held WHERE held.id = NEW.work_order_id AND held.deleted_at IS NULL AND ${condition})`;
  const other = (condition: string): string =>
    `EXISTS (SELECT FROM work_order_event AS other
      WHERE other.work_order_id = NEW.work_order_id AND other.id <> NEW.id AND ${condition})`;
  const noPartIn = (states: readonly string[]): string =>
    `NOT EXISTS (SELECT FROM work_order AS part WHERE part.parent_id = NEW.id AND part.deleted_at IS NULL
      AND part.state IN (${listed(states)}))`;
  const fruitless = finals.filter((state) => state !== 'CLOSED');
  return [
    guard(
      'work_order_event_in_time',
      `${order('held.state = NEW.to_state AND held.updated_at = NEW.created_at')} AND CASE
        WHEN NEW.from_state IS NULL THEN NOT ${other('true')}
        WHEN NEW.from_state = NEW.to_state THEN
          NEW.command IN (${listed(staying)}) AND NEW.to_state NOT IN (${listed(finals)})
          OR NEW.command = 'issueFeedbackReport' AND ${order('held.feedback_report_id IS NOT NULL')}
            AND NOT ${other(`other.command = 'issueFeedbackReport'`)}
        ELSE NEW.from_state || '>' || NEW.to_state IN (${listed(steps)})
          AND ${other('other.to_state = NEW.from_state')}
          AND (NEW.to_state NOT IN (${listed(finals)}) OR NOT ${other('other.to_state = NEW.to_state')})
        END`,
      'the order has not taken this step',
    ),
    guard('supervision_in_time', order(`held.state IN (${listed(open)})`), 'R12: the order is not open'),
    guard('work_order_parts_verified', noPartIn(open), 'a sub-order is not verified'),
    guard('work_order_parts_closed', noPartIn([...open, 'VERIFIED']), 'a sub-order is not closed'),
    guard(
      'delegation_reported',
      `(SELECT coalesce(bool_or(parent_id IS NULL) AND bool_and(feedback_report_id IS NOT NULL), false)
        FROM work_order WHERE delegation_id = NEW.id AND deleted_at IS NULL AND state NOT IN (${listed(fruitless)}))`,
      'R10: an order of it is not reported',
    ),
  ].join('\n');
};

const guard = (name: string, holds: string, otherwise: string): string => `
  CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  BEGIN
    IF is_served(TG_RELID) AND (${holds}) IS NOT TRUE THEN
      RAISE EXCEPTION '% %: ${otherwise}', TG_TABLE_NAME, NEW.id USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
  END $$;`;

const stateTriggers = (guarded: Guarded): string => `
  DROP TRIGGER work_order_first_state ON work_order;
  DROP TRIGGER work_order_steps ON work_order;
  ${triggersOf(guarded)}`;

const reasons = (commands: readonly string[]): string => `
  ALTER TABLE work_order_event DROP CONSTRAINT work_order_event_reason;
  ALTER TABLE work_order_event ADD CONSTRAINT work_order_event_reason
    CHECK (reason IS NOT NULL OR command NOT IN (${listed(commands)}));`;

const openIndex = (open: readonly string[]): string => `
  DROP INDEX work_order_open_deadline;
  CREATE INDEX work_order_open_deadline ON work_order (deadline) WHERE state IN (${listed(open)});`;

const EARLIER = ['returnWorkOrder', 'extendWorkOrder', 'cancelWorkOrder'];

/**
 * Requests of centers to return orders. An order that a center returned earlier is one whose return is requested: it is
 * open again until 综合管理中心 decides.
 */
export class ReturnRequest1700000082000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE return_request (${WORK_ROW_COLUMNS},
        work_order_id uuid NOT NULL CONSTRAINT return_request_work_order_fk REFERENCES work_order (id),
        state text NOT NULL
          CONSTRAINT return_request_state CHECK (state IN ('PENDING', 'REASSIGNED', 'REFUSED', 'LAPSED')),
        center_code text NOT NULL CONSTRAINT return_request_center CHECK (btrim(center_code) <> ''),
        responsible_person text NOT NULL,
        order_state text NOT NULL
          CONSTRAINT return_request_order_state CHECK (order_state IN ('ISSUED', 'ACCEPTED', 'IN_PROGRESS')),
        reason text NOT NULL CONSTRAINT return_request_reason CHECK (btrim(reason) <> ''),
        applicant text NOT NULL,
        new_center_code text,
        new_responsible_person text CONSTRAINT return_request_new_person CHECK (btrim(new_responsible_person) <> ''),
        answer text,
        decided_at timestamptz(3),
        decided_by text,
        CONSTRAINT return_request_decided
          CHECK (num_nonnulls(decided_at, decided_by) = CASE state WHEN 'PENDING' THEN 0 ELSE 2 END),
        CONSTRAINT return_request_reassigned CHECK (num_nonnulls(new_center_code, new_responsible_person)
          = CASE state WHEN 'REASSIGNED' THEN 2 ELSE 0 END AND new_center_code IS DISTINCT FROM center_code),
        CONSTRAINT return_request_answer CHECK (answer IS NOT NULL OR state IN ('PENDING', 'LAPSED'))
      );
      CREATE INDEX return_request_updated ON return_request (updated_at, id);
      CREATE INDEX return_request_work_order ON return_request (work_order_id, id);
      CREATE UNIQUE INDEX return_request_one_pending ON return_request (work_order_id) WHERE state = 'PENDING';
      ${triggersOf(RETURN_REQUEST_GUARDED)}

      INSERT INTO return_request
        (created_at, updated_at, sample, work_order_id, state, center_code, responsible_person, order_state, reason, applicant)
      SELECT event.created_at, event.created_at, work_order.sample, work_order.id, 'PENDING', center_code,
        responsible_person, 'ISSUED', coalesce(nullif(btrim(work_order.reason), ''), '—'), event.actor
      FROM work_order JOIN LATERAL (SELECT created_at, actor FROM work_order_event
        WHERE work_order_id = work_order.id AND to_state = 'RETURNED' ORDER BY id DESC LIMIT 1) AS event ON true
      WHERE state = 'RETURNED' AND deleted_at IS NULL;

      ${stateTriggers(WORK_ORDER_GUARDED)}
      ${guards([...OPEN, 'RETURNED'], STAYING, WORK_ORDER_GUARDED)}
      ${reasons([...EARLIER, ...DECIDING])}
      ${openIndex([...OPEN, 'RETURNED'])}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const before = GUARDED.find(({ table }) => table === 'work_order') ?? WORK_ORDER_GUARDED;
    await queryRunner.query(`
      DROP TABLE return_request;
      ${stateTriggers(before)}
      ${guards(OPEN, ['extendWorkOrder'], before)}
      ${reasons(EARLIER)}
      ${openIndex(OPEN)}
    `);
  }
}
