/**
 * How many commands one street carries out, as a ratio to bare transactions of one INSERT each on the same database, in
 * the same run:
 *
 *   npm run build && node bench/commands.mjs
 *
 * It starts 大峪街道 alone with a database of its own, and removes both. Clients give commands at once; the street takes
 * them in turn. The bare transactions come one after another over one connection. Both in turn; the median counts.
 */
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { mintToken, readSigningKey } from '../packages/identity/dist/index.js';
import { DEVELOPMENT_IDENTITY } from '../packages/platform/dist/index.js';
import { withStreet } from './street.mjs';

const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h', default: false } } });
if (values.help) {
  console.log(
    '用法 · Usage: node bench/commands.mjs\n\n一个街道每秒办理的命令数与单纯插入事务之比，约一分钟 · commands of one street against bare inserts, about a minute',
  );
  process.exit(0);
}

const ROUNDS = 5;
const ROUND_MS = 2000;
const CLIENTS = 8;

await withStreet('dayu', compare);

async function compare({ url, ownerDatabaseUrl, directory }) {
  const actor = { subject: 'bench', role: 'DEPARTMENT_OFFICER', department: 'JUSTICE' };
  const token = await mintToken(readSigningKey(directory), actor, {
    ...DEVELOPMENT_IDENTITY,
    expiresInSeconds: 3600,
  });
  const client = new Client({ connectionString: ownerDatabaseUrl });
  // An error of the connection shows at the statement, too.
  client.on('error', () => undefined);
  await client.connect();
  await client.query('CREATE TABLE bench (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text text)');

  let number = 0;
  const command = async () => {
    number += 1;
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'idempotency-key': `bench-${number}`,
      },
      body: JSON.stringify({
        query:
          'mutation ($input: SubmitDelegationInput!) { dayu { submitDelegation(input: $input) { delegation { id } } } }',
        variables: { input: inputOf(number) },
      }),
    });
    const { errors } = await response.json();
    if (errors) throw new Error(JSON.stringify(errors));
  };
  const insert = async () => client.query('INSERT INTO bench (text) VALUES ($1)', ['一次事务']);

  const contenders = [
    { run: insert, clients: 1, rates: [] },
    { run: command, clients: CLIENTS, rates: [] },
  ];
  for (const contender of contenders) await round(contender); // warm-up
  for (let i = 0; i < ROUNDS; i++) {
    for (const contender of contenders) contender.rates.push(await round(contender));
  }
  await client.end();
  const [inserts, commands] = contenders.map(({ rates }) => median(rates));
  console.log(`INSERT transactions  ${inserts.toFixed(0)} /s`);
  console.log(`commands             ${commands.toFixed(0)} /s`);
  console.log(`ratio                ${(commands / inserts).toFixed(3)}`);
}

function inputOf(at) {
  return {
    departmentCode: 'JUSTICE',
    kind: 'DELEGATED_MATTER',
    title: '测量',
    content: '测量',
    documentNumber: `测〔2026〕${at}号`,
    documentTitle: '测量',
    documentDate: '2026-03-02',
    legalBasis: '《法律援助法》',
  };
}

/** Runs a second. */
async function round({ run, clients }) {
  const start = performance.now();
  let done = 0;
  const loop = async () => {
    while (performance.now() - start < ROUND_MS) {
      await run();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, loop));
  return (done * 1000) / (performance.now() - start);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
