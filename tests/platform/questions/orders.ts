import { officer, peopleOf } from '../../support/actors';
import { byStreet, inOrder, TODAY, type Listed, type Question, type Row } from './question';

const { office, analyst, auditor } = peopleOf('DAYU');

/** Time of the last event of an order that a command left, as SQL. */
const lastly = (command: string): string =>
  `(SELECT max(e.created_at) FROM work_order_event e WHERE e.work_order_id = w.id AND e.command = '${command}')`;

/** Orders of the sample, with the deadline by which statistics go. */
const ORDERS = `(SELECT w.*, coalesce((SELECT e.old_deadline FROM work_order_event e WHERE e.work_order_id = w.id
    AND e.old_deadline IS NOT NULL ORDER BY e.created_at, e.id LIMIT 1), w.deadline) AS original,
    (${lastly('submitWorkOrder')} AT TIME ZONE 'Asia/Shanghai')::date AS submitted_on,
    ${lastly('closeWorkOrder')} AS closed_at
  FROM work_order w WHERE w.sample AND w.deleted_at IS NULL) o`;

const OVERDUE = `o.state NOT IN ('VERIFIED', 'CLOSED', 'CANCELLED') AND o.deadline < ${TODAY}`;
const UNREPORTED = `o.state = 'CLOSED' AND o.feedback_report_id IS NULL`;
const ON_TIME = `o.state <> 'CANCELLED' AND o.submitted_on <= o.original`;
const DECIDED = `o.state <> 'CANCELLED' AND (o.submitted_on IS NOT NULL OR o.original < ${TODAY})`;

/** Rows on a page: a third one is reached. */
const PAGE = 3;

/** The one center beside the seven. */
const LOCAL = '石门营新区服务中心';

/** Rows by one text and then another, as databases order them that compare bytes. */
const by = (rows: readonly Row[], ...names: readonly string[]): readonly Row[] =>
  rows.toSorted((one, other) => {
    const differing = names.find((name) => one[name] !== other[name]);
    return differing !== undefined && String(one[differing]) < String(other[differing]) ? -1 : 1;
  });

/** A page with something on it. */
const pageOf = (rows: readonly Row[], skip: number, first: number) => ({
  total: rows.length,
  page: rows.slice(skip, skip + first),
});

interface Delegated {
  readonly delegations: Listed;
}

export const orderQuestions: readonly Question[] = [
  {
    file: '02-overdue-orders.graphql',
    as: auditor,
    variables: async () => ({ first: PAGE, skip: 2 * PAGE }),
    answer: ({ insight }: { insight: { workOrders: Listed } }) => ({
      total: insight.workOrders.totalCount,
      page: insight.workOrders.nodes.map(({ streetName, number, deadline }) => ({
        street: streetName,
        number,
        deadline,
      })),
    }),
    expected: async ({ ofStreets }) =>
      pageOf(
        by(
          await ofStreets(`SELECT o.number, o.deadline::text FROM ${ORDERS} WHERE ${OVERDUE}`),
          'deadline',
          'number',
        ),
        2 * PAGE,
        PAGE,
      ),
  },
  {
    file: '03-on-time-rate.graphql',
    as: analyst,
    answer: ({ insight }: { insight: { workOrdersAggregate: { nodes: readonly Row[] } } }) =>
      inOrder(insight.workOrdersAggregate.nodes.map(({ keys, values }) => ({ keys, values }))),
    expected: async ({ ofStreets }) =>
      inOrder(
        (
          await ofStreets(
            `SELECT coalesce(c.name, '${LOCAL}') AS name, date_trunc('month', o.original)::date::text AS month, count(*)::int AS orders,
               (100.0 * count(*) FILTER (WHERE ${ON_TIME}) / nullif(count(*) FILTER (WHERE ${DECIDED}), 0))::float8 AS rate
             FROM ${ORDERS} LEFT JOIN functional_center c ON c.code = o.center_code GROUP BY 1, 2`,
          )
        ).map(({ street, name, month, rate, orders }) => ({
          keys: [street, name, month],
          values: [rate, orders],
        })),
      ),
  },
  {
    file: '04-delegations.graphql',
    as: officer('JUSTICE'),
    variables: async () => ({ department: 'JUSTICE' }),
    answer: ({ streets }: { streets: readonly ({ name: string } & Delegated)[] }) =>
      inOrder(
        byStreet(streets, ({ delegations }) =>
          delegations.nodes.map(({ documentNumber, state, workOrders, conclusions }) => ({
            document: documentNumber,
            state,
            orders: (workOrders as Row[]).map(({ number, state: now }) => `${String(number)} ${String(now)}`),
            steps: (conclusions as Row[]).map(({ step }) => step),
          })),
        ),
      ),
    expected: async ({ ofStreets }) =>
      inOrder(
        await ofStreets(
          `SELECT d.document_number AS document, d.state,
             ARRAY(SELECT w.number || ' ' || w.state FROM work_order w WHERE w.delegation_id = d.id ORDER BY w.id) AS orders,
             ARRAY(SELECT c.step::text FROM delegation_conclusion c WHERE c.delegation_id = d.id ORDER BY c.id) AS steps
           FROM delegation d WHERE d.department_code = 'JUSTICE' AND d.sample AND d.deleted_at IS NULL`,
        ),
      ),
  },
  {
    file: '06-unreported-orders.graphql',
    as: office,
    variables: async () => ({ first: PAGE, skip: 0 }),
    answer: ({ insight }: { insight: { workOrders: Listed } }) => ({
      total: insight.workOrders.totalCount,
      page: insight.workOrders.nodes.map(({ streetName, number, closedAt }) => ({
        street: streetName,
        number,
        closed: closedAt,
      })),
    }),
    expected: async ({ ofStreets }) =>
      pageOf(
        by(
          await ofStreets(
            `SELECT o.number, to_char(o.closed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS closed
             FROM ${ORDERS} WHERE ${UNREPORTED}`,
          ),
          'closed',
          'number',
        ),
        0,
        PAGE,
      ),
  },
];
