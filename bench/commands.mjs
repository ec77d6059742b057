/**
 * How many commands one street carries out, as a ratio to bare transactions that insert the same rows into the same
 * database, in the same run:
 *
 *   npm run build && node bench/commands.mjs [--clients 1,8] [--rounds N] [--seconds N]
 *
 * It starts 大峪街道 and the district with databases of their own, and removes them. A client submits one delegation after
 * another, each with a key of its own; commands of a street run one after another. A bare transaction inserts a
 * delegation, its audit entry and the record of its key, over as many connections as there are clients. Both take turns;
 * the median counts.
 */
import { Agent } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Pool } from 'pg';
import { mintToken, readSigningKey } from '../packages/identity/dist/index.js';
import { DEVELOPMENT_IDENTITY } from '../packages/platform/dist/index.js';
import { bareInserts } from './bare-inserts.mjs';
import { commandsTo, GIVER } from './delegations.mjs';
import { serve } from './served.mjs';
import { withParts } from './street.mjs';

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h', default: false },
    clients: { type: 'string', default: '1,8' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '1' },
    profiles: { type: 'string' },
  },
});
if (values.help) {
  console.log(`用法 · Usage: node bench/commands.mjs [options]

一个街道每秒执行的操作数与写入同样各行的单纯事务之比，约一分钟
commands per second of one street, against bare transactions that insert the same rows, about a minute

  --clients LIST      并发客户端数 · clients at once (default: 1,8)
  --rounds N          轮数 · rounds of each (default: 5)
  --seconds N         每轮秒数 · seconds of a round (default: 1)
  --profiles DIR      把街道的 CPU 剖析写入此目录 · writes a CPU profile of the street there`);
  process.exit(0);
}

const PROGRAM = fileURLToPath(new URL('../subgraphs/dayu/dist/main.js', import.meta.url));
async function compare({ directory, part }) {
  const terms = { ...DEVELOPMENT_IDENTITY, expiresInSeconds: 3600 };
  const token = await mintToken(readSigningKey(directory), GIVER, terms);
  const { databaseUrl, ownerDatabaseUrl } = part('dayu');
  const street = await serve({
    program: PROGRAM,
    environment: {
      DATABASE_URL: databaseUrl,
      DATABASE_OWNER_URL: ownerDatabaseUrl,
      DISTRICT_URL: part('district').url,
      OIDC_ISSUER: DEVELOPMENT_IDENTITY.issuer,
      OIDC_AUDIENCE: DEVELOPMENT_IDENTITY.audience,
      JWKS_URL: `${part('identity').url}/jwks.json`,
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_FORMAT: 'json',
      // Nothing of its own while it is measured.
      SWEEP_SECONDS: '86400',
    },
    profiles: values.profiles,
  });
  const pool = new Pool({ connectionString: ownerDatabaseUrl, max: 8 });
  // An error of a connection shows at the statement, too.
  pool.on('error', () => undefined);
  const agent = new Agent({ keepAlive: true });
  const give = commandsTo(street.url, token, agent);
  try {
    await give();
    const insert = await bareInserts(pool);
    console.log('clients   commands/s   transactions/s   ratio   processor ms/command');
    for (const clients of values.clients.split(',').map(Number)) {
      const line = await contest(street, { give, insert }, clients);
      console.log(line);
    }
  } finally {
    agent.destroy();
    await pool.end();
    await street.stop();
  }
}

async function contest(street, { give, insert }, clients) {
  const commands = { run: give, rates: [], processor: [] };
  const inserts = { run: insert, rates: [], processor: [] };
  for (const { run } of [commands, inserts]) await round(run, clients); // warm-up
  for (let at = 0; at < Number(values.rounds); at++) {
    for (const { run, rates, processor } of [commands, inserts]) {
      const before = await street.processorTime();
      const { done, seconds } = await round(run, clients);
      rates.push(done / seconds);
      processor.push(((await street.processorTime()) - before) / done);
    }
  }
  const [own, bare] = [median(commands.rates), median(inserts.rates)];
  return [
    String(clients).padStart(7),
    own.toFixed(0).padStart(13),
    bare.toFixed(0).padStart(17),
    (own / bare).toFixed(3).padStart(8),
    median(commands.processor).toFixed(2).padStart(23),
  ].join('');
}

/** Each client does one after another for as long as a round lasts. */
async function round(run, clients) {
  const start = performance.now();
  const end = start + 1000 * Number(values.seconds);
  let done = 0;
  const loop = async () => {
    while (performance.now() < end) {
      await run();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, loop));
  return { done, seconds: (performance.now() - start) / 1000 };
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

await withParts(['dayu', 'district'], compare);
