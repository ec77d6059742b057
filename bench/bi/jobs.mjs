/** Waits of small requests while a job makes a large file in the same program. */
import { setTimeout as sleep } from 'node:timers/promises';
import { startServer } from './start-server.mjs';
import { milliseconds, say } from './table.mjs';

const SMALL = 'work_orders.csv?limit=1&select=street,number';
const EVERY_MS = 20;
const ALONE = 100;
const FORMATS = ['csv', 'parquet', 'arrow', 'xlsx'];

export async function measureJobs(warehouse) {
  const lines = [];
  const server = await startServer(warehouse);
  try {
    await server.download(SMALL);
    const alone = await waits(server, (count) => count < ALONE);
    for (const format of FORMATS) {
      say(`job: ${format}`);
      // A sheet has about a million rows.
      const job = await post(server, {
        dataset: 'work_orders',
        format,
        filter: format === 'xlsx' ? "street eq 'DAYU'" : undefined,
      });
      await server.usage();
      let state;
      const took = await milliseconds(async () => {
        const during = await waits(
          server,
          async () => (state = await stateOf(server, job)) !== 'DONE' && state !== 'FAILED',
        );
        lines.push({
          what: `小请求，任务 ${format} · small requests, job ${format}`,
          measured: told(during),
          peer: `没有任务 · without: ${told(alone)}`,
        });
      });
      if (state !== 'DONE') throw new Error(`the job is ${state}`);
      const { peak, blocked } = await server.usage();
      lines.push({
        what: `任务 ${format} · job ${format}`,
        measured: `${(took / 1000).toFixed(1)} s, 事件循环延迟 · event loop delayed p99 ${Math.round(blocked.p99)} ms, ${Math.round(blocked.most)} ms`,
        peer: `${Math.round(peak / 1e6)} MB`,
      });
    }
  } finally {
    await server.stop();
  }
  return lines;
}

async function waits(server, goesOn) {
  const found = [];
  while (await goesOn(found.length)) {
    found.push(await milliseconds(() => server.download(SMALL)));
    await sleep(EVERY_MS);
  }
  return found.toSorted((a, b) => a - b);
}

const told = (waited) => {
  const at = (share) => `${Math.round(waited[Math.floor((waited.length - 1) * share)])} ms`;
  return `p50 ${at(0.5)}, p99 ${at(0.99)}, ${at(1)}`;
};

async function post({ address }, body) {
  const answer = await fetch(`${address}/bi/jobs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.status !== 202) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()).id;
}

async function stateOf({ address }, id) {
  return (await (await fetch(`${address}/bi/jobs/${id}`)).json()).state;
}
