import { deepStrictEqual } from 'node:assert';

/** Requests that have the code compiled before anything counts. */
const WARM_UP_MS = 1500;

/** @throws AssertionError when the two do not say the same, or nothing */
export async function compareAnswers(asked, [own, peer]) {
  const [ownRows, peerRows] = [
    asked.own.rows(await own.client.data()),
    asked.peer.rows(await peer.client.data()),
  ];
  deepStrictEqual(ownRows, peerRows, `${asked.name}: the answers differ`);
  if ((ownRows.nodes ?? ownRows).length === 0) throw new Error(`${asked.name}: the answer is empty`);
  own.client.close();
  peer.client.close();
}

/** Asks both in turn. @returns for each what a request took of its processor, and how long clients waited */
export async function measure(contenders, rounds, milliseconds) {
  const sums = contenders.map(() => ({ processor: 0, took: [] }));
  for (const { client } of contenders) await client.keepAsking(WARM_UP_MS);
  for (let round = 0; round < rounds; round++) {
    for (const [index, { server, client }] of contenders.entries()) {
      const before = await server.processorTime();
      const took = await client.keepAsking(milliseconds);
      sums[index].processor += (await server.processorTime()) - before;
      sums[index].took.push(...took);
    }
  }
  for (const { client } of contenders) client.close();
  return sums.map(({ processor, took }) => {
    const ordered = took.toSorted((a, b) => a - b);
    const quantile = (share) => ordered[Math.floor(ordered.length * share)];
    return { processor: processor / took.length, p50: quantile(0.5), p95: quantile(0.95) };
  });
}

const ratio = (own, peer) => `${(own / peer).toFixed(2)} ×`.padStart(10);
const both = (own, peer) => `${own.toFixed(2)} / ${peer.toFixed(2)}`.padStart(17);

const COLUMNS = ['processor', 'p50', 'p95'];

/** Of the table: ratios first, then milliseconds of each. */
export const HEADINGS = [
  'connections',
  ...COLUMNS.map((name) => name.padStart(10)),
  ...COLUMNS.map((name) => `${name} ms`.padStart(17)),
  '   case (ms: own / PostGraphile)',
].join('');

/** Formats the measurements of one case with a number of connections. */
export const line = (what, connections, [own, peer]) =>
  [
    String(connections).padStart(11),
    ...COLUMNS.map((key) => ratio(own[key], peer[key])),
    ...COLUMNS.map((key) => both(own[key], peer[key])),
    `   ${what}`,
  ].join('');
