import { peopleOf } from '../../support/actors';
import { byStreet, inOrder, TODAY, type Databases, type Question, type Row } from './question';

const YEAR = `extract(year FROM ${TODAY})`;
const KEY_POINTS = `(SELECT * FROM key_point WHERE sample AND year = ${YEAR})`;
const PROJECTS = `(SELECT * FROM project WHERE sample AND year <= ${YEAR} AND extract(year FROM deadline) >= ${YEAR})`;

const STATES = [
  'ISSUED',
  'ACCEPTED',
  'IN_PROGRESS',
  'SUBMITTED',
  'RETURNED',
  'VERIFIED',
  'CLOSED',
  'CANCELLED',
];
const NAMES = [
  'issued',
  'accepted',
  'inProgress',
  'submitted',
  'returned',
  'verified',
  'closed',
  'cancelled',
];

/** Numbers of the orders for which a condition holds, each order by itself, as SQL. */
const countsWhere = (condition: string): string => `
  (SELECT json_build_object('orders', count(*), ${STATES.map(
    (state, index) => `'${NAMES[index] ?? ''}', count(*) FILTER (WHERE o.state = '${state}')`,
  ).join(', ')},
    'overdue', count(*) FILTER (WHERE o.state NOT IN ('VERIFIED', 'CLOSED', 'CANCELLED') AND o.deadline < ${TODAY}),
    'closedShare', round(100.0 * count(*) FILTER (WHERE o.state = 'CLOSED')
      / nullif(count(*) FILTER (WHERE o.state <> 'CANCELLED'), 0), 6))
  FROM work_order o WHERE o.sample AND o.deleted_at IS NULL AND (${condition})) AS counts`;

const ofTask = (rows: string) => `(SELECT id FROM ${rows} its WHERE task.code = ANY (its.base_task_codes))`;

const EXPECTED: Readonly<Record<string, string>> = {
  keyPointProgress: `SELECT k.number::text, k.title, k.base_task_codes AS tasks, ${countsWhere('o.key_point_id = k.id')}
    FROM ${KEY_POINTS} k`,
  projectProgress: `SELECT p.number, p.title, p.base_task_codes AS tasks, ${countsWhere('o.project_id = p.id')}
    FROM ${PROJECTS} p`,
  baseTaskProgress: `SELECT task.code AS number, NULL AS title, ARRAY[task.code] AS tasks,
      ${countsWhere(`o.key_point_id IN ${ofTask(KEY_POINTS)} OR o.project_id IN ${ofTask(PROJECTS)}`)}
    FROM (SELECT DISTINCT unnest(base_task_codes) AS code FROM (
      SELECT base_task_codes FROM ${KEY_POINTS} k UNION ALL SELECT base_task_codes FROM ${PROJECTS} p) its) task`,
};

/** Names of base tasks, which the district has. */
async function namesOf({ ofDistrict }: Databases): Promise<ReadonlyMap<unknown, unknown>> {
  const rows = await ofDistrict('SELECT code, name FROM base_task WHERE deleted_at IS NULL');
  return new Map(rows.map(({ code, name }) => [code, name]));
}

type Streets = readonly ({ readonly name: string } & Readonly<Record<string, Row[]>>)[];

const shown = ({ number, title, baseTaskCodes, baseTask, closedShare, ...counts }: Row): Row => ({
  number,
  title,
  tasks: baseTaskCodes,
  name: Object(baseTask).name ?? null,
  ...Object.fromEntries(['orders', 'overdue', ...NAMES].map((name) => [name, counts[name]])),
  closedShare: closedShare === null ? null : Number(Number(closedShare).toFixed(6)),
});

const { office } = peopleOf('DAYU');

export const progressQuestions: readonly Question[] = [
  {
    file: '09-progress.graphql',
    as: office,
    answer: ({ streets }: { streets: Streets }) =>
      Object.fromEntries(
        Object.keys(EXPECTED).map((field) => [
          field,
          inOrder(byStreet(streets, (street) => (street[field] ?? []).map(shown))),
        ]),
      ),
    expected: async (databases) => {
      const names = await namesOf(databases);
      const known = Object.entries(EXPECTED).map(async ([field, sql]) => {
        const rows = await databases.ofStreets(sql);
        return [
          field,
          inOrder(
            rows.map(({ street, number, title, tasks, counts }) => {
              const row = { number, title, baseTaskCodes: tasks, baseTask: { name: names.get(number) } };
              return { street, ...shown({ ...row, ...Object(counts) }) };
            }),
          ),
        ];
      });
      return Object.fromEntries(await Promise.all(known));
    },
  },
];
