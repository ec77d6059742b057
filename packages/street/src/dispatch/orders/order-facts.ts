import { column, fact, type DerivedColumn } from '@mtg/commands';
import { FRUITLESS_WORK_ORDER_STATES, OPEN_WORK_ORDER_STATES, type WorkOrderState } from '@mtg/governance';

const listed = (states: readonly WorkOrderState[]): string => states.map((state) => `'${state}'`).join(', ');

/** Days are those of Asia/Shanghai. */
const dayOf = (instant: string): string => `(${instant} AT TIME ZONE 'Asia/Shanghai')::date`;

const ofHistory = (...columns: readonly string[]) => ({
  reads: [
    { table: 'work_order_event', columns: ['work_order_id', ...columns] },
    { table: 'work_order', columns: ['id', 'deadline'] },
  ],
  touchedBy: [{ table: 'work_order_event', column: 'work_order_id' }],
});

/** When a command was last given for an order; the feedback report comes long after and is another command. */
const lastGiven = (command: string) => ({
  ...ofHistory('command', 'created_at'),
  sql: (row: string) =>
    `(SELECT max(event.created_at) FROM work_order_event event
      WHERE event.work_order_id = ${row}.id AND event.command = '${command}')`,
});

const isOpen = (row: string): string => `(${row}.state IN (${listed(OPEN_WORK_ORDER_STATES)}))`;

/** Facts that take the history of the order. */
const history = {
  acceptedAt: fact.stored(
    column.optional(column.instant('接单时间，最近一次', 'Time of the last acceptance. Null until then')),
    lastGiven('acceptWorkOrder'),
  ),
  submittedAt: fact.stored(
    column.optional(
      column.instant(
        '提交验收时间，最近一次',
        'Time of the last submission for verification. Null until then',
      ),
    ),
    lastGiven('submitWorkOrder'),
  ),
  verifiedAt: fact.stored(
    column.optional(column.instant('验收时间', 'Time of verification. Null until then')),
    lastGiven('verifyWorkOrder'),
  ),
  closedAt: fact.stored(
    column.optional(
      column.instant(
        '办结时间(集中反馈不改变它)',
        'Time of closing. Not changed by the feedback report. Null until then',
      ),
    ),
    lastGiven('closeWorkOrder'),
  ),
  reportedAt: fact.stored(
    column.optional(
      column.instant('集中反馈时间', 'Time of the feedback report that covers it (R13). Null until then'),
    ),
    {
      sql: (row) =>
        `(SELECT CASE WHEN report.issued_on < ${dayOf('report.created_at')}
            THEN report.issued_on::timestamp AT TIME ZONE 'Asia/Shanghai' ELSE report.created_at END
          FROM feedback_report report WHERE report.id = ${row}.feedback_report_id)`,
      reads: [
        { table: 'feedback_report', columns: ['id', 'created_at', 'issued_on'] },
        { table: 'work_order', columns: ['feedback_report_id'] },
      ],
      // A report is never changed, and the order names it.
      touchedBy: [],
    },
  ),
  originalDeadline: fact.stored(column.day('原定完成时限', 'Deadline at dispatch, before any extension'), {
    ...ofHistory('id', 'old_deadline'),
    sql: (row) =>
      `coalesce((SELECT event.old_deadline FROM work_order_event event
    WHERE event.work_order_id = ${row}.id AND event.old_deadline IS NOT NULL ORDER BY event.id LIMIT 1), ${row}.deadline)`,
  }),
};

/** Facts derived from an order and its history, in the order of the schema. */
export const orderFacts: Readonly<Record<string, DerivedColumn>> = {
  issuedAt: fact.following(column.instant('下发时间', 'Time of dispatch'), history, {
    from: ['createdAt'],
    sql: (row) => `${row}.created_at`,
  }),
  ...history,
  extended: fact.following(column.yesOrNo('是否延期', 'Whether the deadline was extended'), history, {
    from: ['deadline', 'originalDeadline'],
    sql: (row) => `(${row}.deadline <> ${row}.original_deadline)`,
  }),
  isOpen: fact.following(
    column.yesOrNo(
      '是否在办(已派发，尚未验收)',
      'Whether the order is open: dispatched and not yet verified',
    ),
    history,
    { from: ['state'], sql: isOpen },
  ),
  overdue: fact.following(
    column.yesOrNo(
      '是否逾期：在办且已过现行时限(北京时间)。按时提交而过时限未验收的派单，既按时又逾期',
      'Overdue: whether the order is still open after the current deadline (Asia/Shanghai). An order submitted on time and still unverified after its deadline is also on time',
    ),
    history,
    {
      from: ['state', 'deadline'],
      sql: (row, now) => `(${isOpen(row)} AND ${row}.deadline < ${dayOf(now())})`,
    },
  ),
  onTime: fact.following(
    column.optional(
      column.yesOrNo(
        '是否按时：最近一次提交验收的日期是否不晚于原定时限(北京时间)，已过原定时限而未提交为否，尚在时限内未提交或已取消为空。按时提交而过时限未验收的派单，既按时又逾期',
        'On time: whether the last submission was on or before the original deadline (Asia/Shanghai), false once that day has passed without one, null before then and for cancelled orders. An order submitted on time and still unverified after its deadline is also overdue',
      ),
    ),
    history,
    {
      from: ['state', 'submittedAt', 'originalDeadline'],
      sql: (row, now) =>
        `(CASE WHEN ${row}.state IN (${listed(FRUITLESS_WORK_ORDER_STATES)}) THEN NULL
    WHEN ${row}.submitted_at IS NOT NULL THEN ${dayOf(`${row}.submitted_at`)} <= ${row}.original_deadline
    WHEN ${row}.original_deadline < ${dayOf(now())} THEN false END)`,
    },
  ),
  recordedLate: fact.following(
    column.yesOrNo(
      '是否补录(由文件导入的以往派单)',
      'Whether it was recorded late, by an import of past years',
    ),
    history,
    { from: ['importedAt'], sql: (row) => `(${row}.imported_at IS NOT NULL)` },
  ),
};
