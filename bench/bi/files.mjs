/** Files of all work orders, against a bare COPY of the same view by psql. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startServer } from './start-server.mjs';
import { inTurn, say } from './table.mjs';

const NARROW =
  'select=street,id,number,state,center_code,deadline,closed_at,on_time,days_to_close,project_number,version,position';
/** A sheet has about a million rows. */
const ONE_STREET = `filter=${encodeURIComponent("street eq 'DAYU'")}`;

const FILES = [
  { name: 'CSV', file: 'work_orders.csv', wanted: '≤ 1.3 ×' },
  { name: 'JSON Lines', file: 'work_orders.jsonl' },
  {
    name: 'Parquet, 55 列 · columns',
    file: 'work_orders.parquet',
    wanted: '≥ 250 000 行/秒·核 · rows/s a core',
  },
  {
    name: 'Parquet, 12 列 · columns',
    file: `work_orders.parquet?${NARROW}`,
    wanted: '≥ 250 000 行/秒·核 · rows/s a core',
  },
  { name: 'Arrow, 55 列 · columns', file: 'work_orders.arrow' },
  { name: 'Arrow, 12 列 · columns', file: `work_orders.arrow?${NARROW}` },
  { name: 'Excel, 一个街道 · one street', file: `work_orders.xlsx?${ONE_STREET}`, isOfOne: true, rounds: 1 },
];

export async function measureFiles(warehouse, rounds) {
  const lines = [];
  for (const { name, file, wanted, isOfOne = false, rounds: own = rounds } of FILES) {
    say(name);
    const view = isOfOne ? `bi.work_orders WHERE street = 'DAYU'` : 'bi.work_orders';
    const rows = await warehouse.count(view);
    const server = await startServer(warehouse);
    try {
      await server.download('work_orders.csv?limit=1000');
      const before = await server.usage();
      const {
        ratio,
        own: took,
        peer,
      } = await inTurn(
        own,
        () => server.download(file),
        () => bareCopy(warehouse, view),
      );
      const { cpu, peak, blocked } = await server.usage();
      const seconds = (cpu - before.cpu) / own;
      lines.push({
        what: `${name}, ${rows} 行 · rows`,
        measured: `${ratio.toFixed(2)} × (${(took / 1000).toFixed(1)} s), ${Math.round(rows / seconds)} 行/秒·核 · rows/s a core`,
        peer: `psql COPY CSV (${(peer / 1000).toFixed(1)} s)`,
        wanted,
      });
      lines.push({
        what: `${name}: 内存峰值 · peak memory`,
        measured: `${Math.round(peak / 1e6)} MB`,
        peer: `空闲 · idle ${Math.round(before.peak / 1e6)} MB`,
        wanted: '< 250 MB',
      });
      lines.push({
        what: `${name}: 事件循环延迟 · event loop delayed`,
        measured: `p99 ${Math.round(blocked.p99)} ms, ${Math.round(blocked.most)} ms`,
      });
    } finally {
      await server.stop();
    }
  }
  return lines;
}

/** The rows as CSV, by PostgreSQL's own client. */
async function bareCopy({ part }, view) {
  const statement = `COPY (SELECT * FROM ${view}) TO STDOUT WITH (FORMAT csv)`;
  const psql = spawn('psql', ['-qXc', statement, part('insight').ownerDatabaseUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  psql.stdout.resume();
  const [code] = await once(psql, 'close');
  if (code !== 0) throw new Error(`psql ended with ${code}`);
}
