/** Groups through the schema, against the same SQL by hand over the copied tables. */
import { analyst } from './ask.mjs';
import { inTurn, say } from './table.mjs';

const ON_TIME = `CASE WHEN state = 'CANCELLED' THEN NULL
  WHEN submitted_at IS NOT NULL THEN (submitted_at AT TIME ZONE 'Asia/Shanghai')::date <= original_deadline
  WHEN original_deadline < (now() AT TIME ZONE 'Asia/Shanghai')::date THEN false END`;
const MONTH = `date_trunc('month', closed_at AT TIME ZONE 'Asia/Shanghai')::date`;

/** @param {readonly string[]} streets */
const over = (streets, table, columns) =>
  `(${streets.map((street) => `SELECT '${street.toUpperCase()}' AS street, ${columns} FROM ${street}.${table}`).join(' UNION ALL ')}) AS row`;

const CASES = [
  {
    name: '数量 · count',
    query: '{ insight { workOrdersAggregate { nodes { values } } } }',
    sql: (streets) =>
      `SELECT count(*) FILTER (WHERE deleted_at IS NULL) FROM ${over(streets, 'work_order', 'deleted_at')}`,
  },
  {
    name: '各街道、状态的数量 · count per street and state',
    query: `{ insight { workOrdersAggregate(groupBy: [{ column: STREET }, { column: STATE }]) { nodes { keys values } } } }`,
    sql: (streets) => `SELECT street, state, count(*) FILTER (WHERE deleted_at IS NULL)
      FROM ${over(streets, 'work_order', 'state, deleted_at')} GROUP BY 1, 2 ORDER BY 1, 2 LIMIT 10001`,
  },
  {
    name: '各街道、中心、月的按时率 · on-time rate per street, center and month',
    query: `{ insight { workOrdersAggregate(groupBy: [{ column: STREET }, { column: CENTER_CODE }, { column: CLOSED_AT, grain: MONTH }],
      measures: [ON_TIME_RATE]) { nodes { keys values } } } }`,
    sql: (streets) => `SELECT street, center_code, ${MONTH},
        100.0 * count(*) FILTER (WHERE deleted_at IS NULL AND on_time) / nullif(count(*) FILTER (WHERE deleted_at IS NULL AND on_time IS NOT NULL), 0)
      FROM ${over(streets, 'work_order', `center_code, closed_at, deleted_at, ${ON_TIME} AS on_time`)} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3 LIMIT 10001`,
  },
];

export async function measureAggregates(warehouse, rounds) {
  const { graph } = await analyst(warehouse);
  const lines = [];
  for (const { name, query, sql } of CASES) {
    say(name);
    const statement = sql(warehouse.streets);
    const groups = async () => (await graph(query)).workOrdersAggregate.nodes.length;
    const byHand = async () => (await warehouse.client.query(statement)).rowCount;
    if ((await groups()) !== (await byHand())) throw new Error(`${name}: not the same groups`);
    const { own, peer } = await inTurn(rounds * 5, groups, byHand);
    lines.push({
      what: name,
      measured: `${own.toFixed(0)} ms = ${((own - 5) / peer).toFixed(2)} × + 5 ms`,
      peer: `SQL (${peer.toFixed(0)} ms)`,
      wanted: '≤ 1.1 × + 5 ms',
    });
  }
  return lines;
}
