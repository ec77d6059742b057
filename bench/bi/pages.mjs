/** The first page of a dataset, and one deep in it, by the schema and by OData. */
import { columnNamed, parseOrder, totalOrder, writeCursor } from '../../packages/dataset-query/dist/index.js';
import { DATASETS } from '../../subgraphs/insight/dist/datasets.js';
import { analyst } from './ask.mjs';
import { inTurn, say } from './table.mjs';

const SIZE = 100;
const DEEP = 10_000;
const ORDERS = [
  { order: 'street', graph: 'STREET', direction: 'ASC' },
  { order: 'deadline', graph: 'DEADLINE', direction: 'ASC' },
  { order: 'closed_at desc', graph: 'CLOSED_AT', direction: 'DESC' },
  { order: 'number', graph: 'NUMBER', direction: 'ASC' },
];
const QUERY = `query ($order: InsightColumn!, $direction: OrderDirection!, $after: String) { insight {
  workOrders(orderBy: [{ column: $order, direction: $direction }], first: ${SIZE}, after: $after)
    { nodes { id number state centerName projectTitle deadline closedAt onTime } pageInfo { endCursor } } } }`;

export async function measurePages(warehouse, rounds) {
  const dataset = DATASETS.find(({ name }) => name === 'work_orders');
  const { odata, graph } = await analyst(warehouse);
  const rows = await warehouse.count('bi.work_orders');
  const page = Math.min(DEEP, Math.floor(rows / SIZE) - 1);
  const lines = [];
  for (const { order, graph: column, direction } of ORDERS) {
    say(order);
    const ways = {
      GraphQL: (after) => graph(QUERY, { order: column, direction, after }),
      OData: (after) =>
        odata(
          `work_orders?$orderby=${order}&$select=number,state,center_name,project_title,deadline,closed_at,on_time${after ? `&$skiptoken=${after}` : ''}`,
          { prefer: `odata.maxpagesize=${SIZE}` },
        ),
    };
    for (const [way, read] of Object.entries(ways)) {
      const cursor = await cursorBefore(warehouse, dataset, order, page, way === 'OData');
      await read(cursor);
      await read();
      const { own, peer, ratio } = await inTurn(
        rounds * 5,
        () => read(cursor),
        () => read(),
      );
      lines.push({
        what: `${way}, ${order}: 第 ${page} 页 · page ${page}`,
        measured: `${ratio.toFixed(2)} × (${own.toFixed(0)} ms)`,
        peer: `第 1 页 · page 1 (${peer.toFixed(0)} ms)`,
        wanted: '≈ 1 ×',
      });
    }
  }
  return lines;
}

/** The cursor of the row before a page. @param absentIsLeast as OData has it */
async function cursorBefore({ client }, dataset, order, page, absentIsLeast) {
  const asked = parseOrder(dataset, order);
  const terms = totalOrder(
    dataset,
    absentIsLeast ? asked.map((term) => ({ ...term, absentIsLeast })) : asked,
  );
  const names = terms.map(({ column }) => columnNamed(dataset, column.name, 'order').name);
  const sort = terms.map(
    ({ column, descending, absentIsLeast: isLeast = false }) =>
      `${column.name}${descending ? ' DESC' : ''} NULLS ${descending === isLeast ? 'LAST' : 'FIRST'}`,
  );
  const { rows } = await client.query({
    text: `SELECT ${names.map((name) => `${name}::text`).join(', ')} FROM (SELECT ${names.join(', ')} FROM bi.work_orders
      ORDER BY ${sort.join(', ')} OFFSET ${page * SIZE - 1} LIMIT 1) AS row`,
    rowMode: 'array',
  });
  return writeCursor(dataset.name, terms, rows[0]);
}
