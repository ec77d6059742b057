import { countRows, type CountsAsked, type Statement } from '@mtg/commands';
import { OPEN_WORK_ORDER_STATES, type WorkOrderState } from '@mtg/governance';
import type { StreetContext } from '../../foundation/street-context';
import { WorkOrder } from '../orders/work-order';
import type { WorkProgress } from './work-progress';

const BY_STATE = {
  issued: 'ISSUED',
  accepted: 'ACCEPTED',
  inProgress: 'IN_PROGRESS',
  submitted: 'SUBMITTED',
  returned: 'RETURNED',
  verified: 'VERIFIED',
  closed: 'CLOSED',
  cancelled: 'CANCELLED',
} as const satisfies Readonly<Record<string, WorkOrderState>>;

type Counts = Pick<WorkProgress, 'orders' | 'overdue' | keyof typeof BY_STATE>;

/** Orders of one project that one key point is the source of, or that have another source. */
export interface CountedOrders extends Counts {
  readonly keyPointId: string | null;
  readonly projectId: string;
  /** Base tasks that the orders cite themselves. */
  readonly baseTaskCodes: readonly string[];
}

/** Key points and projects whose orders are counted. */
interface Of {
  /** Year whose orders count that cite base tasks themselves. */
  readonly citingIn?: { readonly year: number; readonly sample: boolean };
  readonly keyPointIds: readonly string[];
  readonly projectIds: readonly string[];
}

/** Numbers of the orders that the caller reads, by one statement: few groups, whatever the number of orders. */
export const countOrders = (context: StreetContext, of: Of): Promise<readonly CountedOrders[]> =>
  countRows<CountedOrders>(context, WorkOrder, countsOf(of));

const citing = ({ year, sample }: NonNullable<Of['citingIn']>, statement: Statement, row: string): string =>
  `(${row}.base_task_codes <> '{}' AND ${row}.year = ${statement.value(year)} AND ${row}.sample = ${statement.value(sample)})`;

/** The indexes on key point and project give the orders. */
const countsOf = ({ keyPointIds, projectIds, citingIn }: Of): CountsAsked => ({
  by: ['keyPointId', 'projectId', 'baseTaskCodes'],
  where: (statement, row) =>
    `(${row}.key_point_id = ANY (${statement.value(keyPointIds)}::uuid[])
      OR ${row}.project_id = ANY (${statement.value(projectIds)}::uuid[])
      ${citingIn ? `OR ${citing(citingIn, statement, row)}` : ''})`,
  counts: (statement, row) => {
    const today = `(${statement.now()} AT TIME ZONE 'Asia/Shanghai')::date`;
    const isOpen = `${row}.state = ANY (${statement.value(OPEN_WORK_ORDER_STATES)})`;
    return {
      orders: 'count(*)',
      ...Object.fromEntries(
        Object.entries(BY_STATE).map(([name, state]) => [
          name,
          `count(*) FILTER (WHERE ${row}.state = '${state}')`,
        ]),
      ),
      overdue: `count(*) FILTER (WHERE ${isOpen} AND ${row}.deadline < ${today})`,
    };
  },
});

const NAMES = ['orders', 'overdue', ...Object.keys(BY_STATE)] as readonly (keyof Counts)[];

/** Sums of counts, and the share that is closed. */
export function summed(counted: readonly CountedOrders[]): Counts & Pick<WorkProgress, 'closedShare'> {
  const sums = Object.fromEntries(
    NAMES.map((name) => [name, counted.reduce((sum, counts) => sum + counts[name], 0)]),
    // Each name has its sum.
  ) as unknown as Counts;
  const wanted = sums.orders - sums.cancelled;
  return { ...sums, closedShare: wanted === 0 ? null : (100 * sums.closed) / wanted };
}
