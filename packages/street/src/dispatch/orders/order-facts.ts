import { column, type DerivedColumn, type Expression } from '@mtg/commands';
import { FRUITLESS_WORK_ORDER_STATES, OPEN_WORK_ORDER_STATES, type WorkOrderState } from '@mtg/governance';

const listed = (states: readonly WorkOrderState[]): string => states.map((state) => `'${state}'`).join(', ');

/** When a command was last given for an order; the feedback report comes long after and is another command. */
const lastGiven =
  (command: string): Expression =>
  (row) =>
    `(SELECT max(event.created_at) FROM work_order_event event
      WHERE event.work_order_id = ${row}.id AND event.command = '${command}')`;

const originalDeadline: Expression = (row) =>
  `coalesce((SELECT event.old_deadline FROM work_order_event event
    WHERE event.work_order_id = ${row}.id AND event.old_deadline IS NOT NULL ORDER BY event.id LIMIT 1), ${row}.deadline)`;

const reportedAt: Expression = (row) =>
  `(SELECT report.created_at FROM feedback_report report WHERE report.id = ${row}.feedback_report_id)`;

const isOpen: Expression = (row) => `(${row}.state IN (${listed(OPEN_WORK_ORDER_STATES)}))`;

/** Days are those of Asia/Shanghai. */
const dayOf = (instant: string): string => `(${instant} AT TIME ZONE 'Asia/Shanghai')::date`;

const submittedAt = lastGiven('submitWorkOrder');

const onTime: Expression = (row, now) =>
  `(SELECT CASE WHEN ${row}.state IN (${listed(FRUITLESS_WORK_ORDER_STATES)}) THEN NULL
    WHEN times.submitted IS NOT NULL THEN ${dayOf('times.submitted')} <= times.due
    WHEN times.due < ${dayOf(now())} THEN false END
    FROM (SELECT ${submittedAt(row, now)} AS submitted, ${originalDeadline(row, now)} AS due) times)`;

/** What follows from an order and its history. */
export const orderFacts: Readonly<Record<string, DerivedColumn>> = {
  issuedAt: column.derived(
    column.instant('下发时间', 'When it was dispatched'),
    (row) => `${row}.created_at`,
  ),
  acceptedAt: column.derived(
    column.optional(column.instant('签收时间，最近一次', 'When it was last accepted; null until then')),
    lastGiven('acceptWorkOrder'),
  ),
  submittedAt: column.derived(
    column.optional(
      column.instant(
        '提交核验时间，最近一次',
        'When it was last submitted for verification; null until then',
      ),
    ),
    submittedAt,
  ),
  verifiedAt: column.derived(
    column.optional(column.instant('核验时间', 'When it was verified; null until then')),
    lastGiven('verifyWorkOrder'),
  ),
  closedAt: column.derived(
    column.optional(
      column.instant(
        '办结时间(集中反馈不改变它)',
        'When it was closed; the feedback report does not change it. Null until then',
      ),
    ),
    lastGiven('closeWorkOrder'),
  ),
  reportedAt: column.derived(
    column.optional(
      column.instant('集中反馈时间', 'When a feedback report covered it (R13); null until then'),
    ),
    reportedAt,
  ),
  originalDeadline: column.derived(
    column.day('原定完成时限', 'Deadline when it was dispatched, before any extension'),
    originalDeadline,
  ),
  extended: column.derived(
    column.yesOrNo('是否延期', 'Whether the deadline was extended'),
    (row, now) => `(${row}.deadline <> ${originalDeadline(row, now)})`,
  ),
  isOpen: column.derived(
    column.yesOrNo('是否在办(从已派单到待核验)', 'Whether it is open: dispatched and not yet verified'),
    isOpen,
  ),
  overdue: column.derived(
    column.yesOrNo(
      '是否超期：在办且已过现行时限(北京时间)',
      'Whether it is overdue: open after the deadline in force, by the day in Asia/Shanghai',
    ),
    (row, now) => `(${isOpen(row, now)} AND ${row}.deadline < ${dayOf(now())})`,
  ),
  onTime: column.derived(
    column.optional(
      column.yesOrNo(
        '是否按时：最近一次提交核验的日期不晚于原定时限(北京时间)；已过原定时限而未提交为否，尚在时限内未提交、已退单或已取消为空',
        'On time: last submitted for verification on or before the original deadline, by the day in Asia/Shanghai. False when that day passed without it; null before, and for orders that were returned or cancelled',
      ),
    ),
    onTime,
  ),
};
