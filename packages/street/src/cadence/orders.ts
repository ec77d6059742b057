import { localDay, OPEN_WORK_ORDER_STATES, overdueBefore, r12, r13, type LocalDay } from '@mtg/governance';
import { endOf, examined, type Asked, type Examined } from './examined';
import { CONVENER } from './meetings';
import type { Periods } from './periods';

interface OverdueOrder {
  readonly number: string;
  readonly deadline: LocalDay;
  readonly state: string;
  readonly open: number;
  /** Its supervisions, open and resolved. */
  readonly supervisions: readonly { readonly id: string; readonly at: string; readonly missed: LocalDay }[];
}

interface ClosedOrder {
  readonly id: string;
  readonly number: string;
  readonly closed_at: Date;
  readonly reported_at: Date | null;
  readonly reported_on: LocalDay | null;
}

/** Judges the supervision of overdue orders and the feedback on closed ones, month by month (R12, R13). */
export async function examineOrders(asked: Asked, { months, first }: Periods): Promise<readonly Examined[]> {
  const overdue = await overdueOrders(asked, first);
  const closed = await closedOrders(asked, first);
  const subject = asked.profile.identity.code;
  return months.flatMap((month) => {
    const dueOn = endOf(month);
    const duty = { period: month, subject, centerCode: CONVENER, dueOn };
    const late = overdue.filter(({ supervisions, deadline }) =>
      [deadline, ...supervisions.map(({ missed }) => missed)].some((day) => day.startsWith(month)),
    );
    const done = closed.filter(({ closed_at: at }) => localDay(at).startsWith(month));
    return [
      examined(asked, {
        ...duty,
        rule: 'R12',
        counted: late.flatMap(({ supervisions }) =>
          supervisions.map(({ id, at, missed }) => ({ id, on: missed, recordedOn: localDay(new Date(at)) })),
        ),
        excuse:
          late.length > 0
            ? undefined
            : { zh: '该月没有逾期的派单', en: 'No work order became overdue in the month' },
        check: () =>
          r12.check({
            today: asked.today,
            orders: late.map(({ number, deadline, state, open }) => ({
              number,
              deadline,
              state,
              openSupervisions: open,
            })),
          }),
      }),
      examined(asked, {
        ...duty,
        rule: 'R13',
        counted: done.flatMap(reportedOrder),
        excuse:
          done.length > 0
            ? undefined
            : { zh: '该月没有办结的派单', en: 'No work order was closed in the month' },
        check: (reported, today) =>
          r13.check({
            month,
            today,
            closedOrders: done.map(({ number }) => number),
            reportedOrders: reported.map(({ number }) => number),
          }),
      }),
    ];
  });
}

/** An order counts by the day of its report (R13). */
const reportedOrder = ({ id, number, reported_at: at, reported_on: on }: ClosedOrder) =>
  at === null || on === null ? [] : [{ id, number, on, recordedOn: localDay(at) }];

/** Orders that were open after a deadline, by their supervisions, and those that are and have none. */
function overdueOrders(
  { manager, sample, today, profile, ofDistrict }: Asked,
  first: LocalDay,
): Promise<OverdueOrder[]> {
  const calendar = profile.deadlinesByWorkingDays === true ? ofDistrict.calendar : undefined;
  return manager.query(
    `SELECT work_order.number, deadline::text AS deadline, work_order.state,
       count(supervision.id) FILTER (WHERE supervision.state = 'OPEN')::int AS open,
       coalesce(jsonb_agg(jsonb_build_object('id', supervision.id, 'at', supervision.created_at,
         'missed', supervision.missed_deadline) ORDER BY supervision.id)
         FILTER (WHERE supervision.id IS NOT NULL), '[]') AS supervisions
     FROM work_order LEFT JOIN supervision ON supervision.work_order_id = work_order.id
       AND supervision.deleted_at IS NULL
     WHERE work_order.sample = $1 AND work_order.deleted_at IS NULL
       AND (supervision.missed_deadline >= $2 OR (deadline >= $2 AND deadline < $3 AND work_order.state = ANY ($4)))
     GROUP BY work_order.id ORDER BY work_order.number`,
    [sample, first, overdueBefore(today, calendar), OPEN_WORK_ORDER_STATES],
  );
}

const closedOrders = ({ manager, sample }: Asked, first: LocalDay): Promise<ClosedOrder[]> =>
  manager.query(
    `SELECT work_order.id, work_order.number, closed.at AS closed_at, feedback_report.created_at AS reported_at,
       feedback_report.issued_on::text AS reported_on
     FROM work_order
     JOIN LATERAL (SELECT max(created_at) AS at FROM work_order_event
       WHERE work_order_id = work_order.id AND command = 'closeWorkOrder') closed ON closed.at >= $2
     LEFT JOIN feedback_report ON feedback_report.id = work_order.feedback_report_id
     WHERE work_order.sample = $1 AND work_order.state = 'CLOSED' AND work_order.deleted_at IS NULL
     ORDER BY work_order.number`,
    [sample, first],
  );
