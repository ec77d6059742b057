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

/** Facts derived from an order and its history. */
export const orderFacts: Readonly<Record<string, DerivedColumn>> = {
  issuedAt: column.derived(column.instant('下发时间', 'Time of dispatch'), (row) => `${row}.created_at`),
  acceptedAt: column.derived(
    column.optional(column.instant('接单时间，最近一次', 'Time of the last acceptance. Null until then')),
    lastGiven('acceptWorkOrder'),
  ),
  submittedAt: column.derived(
    column.optional(
      column.instant(
        '提交验收时间，最近一次',
        'Time of the last submission for verification. Null until then',
      ),
    ),
    submittedAt,
  ),
  verifiedAt: column.derived(
    column.optional(column.instant('验收时间', 'Time of verification. Null until then')),
    lastGiven('verifyWorkOrder'),
  ),
  closedAt: column.derived(
    column.optional(
      column.instant(
        '办结时间(集中反馈不改变它)',
        'Time of closing. Not changed by the feedback report. Null until then',
      ),
    ),
    lastGiven('closeWorkOrder'),
  ),
  reportedAt: column.derived(
    column.optional(
      column.instant('集中反馈时间', 'Time of the feedback report that covers it (R13). Null until then'),
    ),
    reportedAt,
  ),
  originalDeadline: column.derived(
    column.day('原定完成时限', 'Deadline at dispatch, before any extension'),
    originalDeadline,
  ),
  extended: column.derived(
    column.yesOrNo('是否延期', 'Whether the deadline was extended'),
    (row, now) => `(${row}.deadline <> ${originalDeadline(row, now)})`,
  ),
  isOpen: column.derived(
    column.yesOrNo(
      '是否在办(已派发，尚未验收)',
      'Whether the order is open: dispatched and not yet verified',
    ),
    isOpen,
  ),
  overdue: column.derived(
    column.yesOrNo(
      '是否逾期：在办且已过现行时限(北京时间)。按时提交而过时限未验收的派单，既按时又逾期',
      'Overdue: whether the order is still open after the current deadline (Asia/Shanghai). An order submitted on time and still unverified after its deadline is also on time',
    ),
    (row, now) => `(${isOpen(row, now)} AND ${row}.deadline < ${dayOf(now())})`,
  ),
  onTime: column.derived(
    column.optional(
      column.yesOrNo(
        '是否按时：最近一次提交验收的日期是否不晚于原定时限(北京时间)，已过原定时限而未提交为否，尚在时限内未提交、已退回或已取消为空。按时提交而过时限未验收的派单，既按时又逾期',
        'On time: whether the last submission was on or before the original deadline (Asia/Shanghai), false once that day has passed without one, null before then and for returned and cancelled orders. An order submitted on time and still unverified after its deadline is also overdue',
      ),
    ),
    onTime,
  ),
};
