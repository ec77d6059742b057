/**
 * Harm that one client can do to another: carries out the attacks of bench/attack-list.mjs and bench/database-attacks.mjs, one
 * after another, and measures a cheap question or a command of another client before and during each.
 *
 *   npm run build && node bench/attacks.mjs [--point 1.5] [--name TEXT]
 *
 * It starts a platform of its own, with the memory that docker-compose.yml gives the gateway, and removes it. `NODE_OPTIONS`,
 * limits and switches of the platform can be set in the environment.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { mintToken, readSigningKey } from '../packages/identity/dist/index.js';
import { DEVELOPMENT_IDENTITY } from '../packages/platform/dist/index.js';
import { ATTACKS } from './attack-list.mjs';
import { DATABASE_ATTACKS } from './database-attacks.mjs';
import { holdTable, variablesOf } from './street-database.mjs';
import { VICTIMS } from './victims.mjs';

const { values } = parseArgs({
  options: {
    point: { type: 'string' },
    name: { type: 'string' },
    flags: { type: 'string', default: '' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  console.log(
    '用法 · Usage: node bench/attacks.mjs [--point 1.5] [--name TEXT] [--flags "--sample"]\n\n逐一实施攻击，并测量另一客户的延迟 · carries out attacks and measures the latency of another client',
  );
  process.exit(0);
}

const SAMPLES = 40;
const PAUSE_MS = 20;
/** A question that takes longer counts as long. */
const LONGEST_MS = 30_000;
const ATTACK_LIMIT_MS = 60_000;

let asked = 0;

const directory = mkdtempSync(join(tmpdir(), 'mtg-attacks-'));
// Open to enter: started as root, the databases run as another user.
chmodSync(directory, 0o755);
const platform = spawn(
  process.execPath,
  [
    'packages/platform/dist/main.js',
    '--port',
    '0',
    '--free-ports',
    '--data-dir',
    directory,
    ...values.flags.split(' ').filter(Boolean),
  ],
  {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    // oxlint-disable-next-line node/no-process-env
    env: { NODE_OPTIONS: '--max-old-space-size=768', ...process.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);

try {
  await new Promise((resolve, reject) => {
    let output = '';
    platform.stdout.on('data', (chunk) => (output += chunk).includes('全部就绪') && resolve());
    platform.once('exit', (code) => reject(new Error(`the platform ended with ${code}`)));
  });
  const token = (actor) =>
    actor && mintToken(readSigningKey(directory), actor, { ...DEVELOPMENT_IDENTITY, expiresInSeconds: 3600 });
  const chosen = [...ATTACKS, ...DATABASE_ATTACKS].filter(
    ({ point, name }) => (values.point ?? point) === point && name.includes(values.name ?? ''),
  );
  if (chosen.some(({ sample }) => sample)) await loadSample();
  const rows = [];
  for (const attack of chosen) {
    const victim = VICTIMS[attack.victim ?? 'question'];
    const other = { ...victim, token: await token(victim.actor) };
    await untilAlive(other);
    rows.push(await measure(attack, other, await token(attack.actor)));
    console.error(Object.values(rows.at(-1)).join(' | '));
  }
  console.table(rows);
} finally {
  platform.kill('SIGTERM');
  if (platform.exitCode === null) await once(platform, 'exit');
  rmSync(directory, { recursive: true, force: true });
}

function partOf(name) {
  const { parts } = JSON.parse(readFileSync(join(directory, 'run', 'parts.json'), 'utf8'));
  return parts.find((part) => part.name === name);
}

/** A year of work in the street that is attacked. */
async function loadSample() {
  const program = fileURLToPath(new URL('../packages/cli/dist/main.js', import.meta.url));
  const options = ['--scale', '1', '--if-none', '--street', 'DAYU', '--data-dir', directory];
  const child = spawn(process.execPath, [program, 'sample', ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`mtg sample ended with ${code}`);
}

async function measure(attack, other, token) {
  const { pid, url } = partOf(attack.target ?? 'gateway');
  const watched = partOf(attack.watched ?? attack.target ?? 'gateway');
  const before = [];
  for (let i = 0; i < SAMPLES; i++) before.push(await ask(other));
  const { ownerDatabaseUrl } = partOf('dayu');
  const variables = await variablesOf(attack, ownerDatabaseUrl);
  const hold = await holdTable(attack, ownerDatabaseUrl);
  const worker = new Worker(new URL('attacker.mjs', import.meta.url), {
    workerData: { url, attack: { ...attack, variables }, token, limitMs: ATTACK_LIMIT_MS },
  });
  const attacked = { answers: undefined };
  worker.once('message', (message) => (attacked.answers = message));
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, memoryOf(watched.pid))), 50);
  const during = [];
  attacked.isHeld = hold !== undefined;
  void hold?.ended.then(() => (attacked.isHeld = false));
  const states = new Map();
  while (!attacked.answers || attacked.isHeld) {
    during.push(await ask(other));
    if (hold) count(states, `readyz ${await readiness(watched)}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  clearInterval(watch);
  return {
    point: attack.point,
    attack: attack.name,
    answer: [...summary(attacked.answers), ...told(states)].join(', '),
    'before p50/p95/max': latency(before),
    'during p50/p95/max': latency(during),
    failed: during.filter(({ failed }) => failed).length,
    'peak MB': Math.round(peak),
    ended: partOf(attack.target ?? 'gateway').pid === pid && memoryOf(pid) > 0 ? '' : 'the process died',
  };
}

/** Milliseconds of the other client's question or command, and whether it was carried out. */
async function ask({ body, token }) {
  asked += 1;
  const start = performance.now();
  let failed = false;
  try {
    const response = await fetch(partOf('gateway').url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'idempotency-key': `bench-${asked}`,
      },
      body: JSON.stringify(body(asked)),
      signal: AbortSignal.timeout(LONGEST_MS),
    });
    const { errors } = await response.json();
    failed = errors !== undefined;
  } catch {
    failed = true;
  }
  return { ms: performance.now() - start, failed };
}

async function untilAlive(other) {
  const end = performance.now() + LONGEST_MS;
  while ((await ask(other)).failed) {
    if (performance.now() > end) throw new Error('the platform does not answer any more');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function latency(samples) {
  const sorted = samples.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
  return [0.5, 0.95, 1].map(at).join(' / ');
}

function memoryOf(pid) {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Asks a part for its readiness. */
async function readiness({ url }) {
  try {
    const { status } = await fetch(new URL('/readyz', url), { signal: AbortSignal.timeout(LONGEST_MS) });
    return status;
  } catch {
    return 'none';
  }
}

function count(counts, each) {
  counts.set(each, (counts.get(each) ?? 0) + 1);
}

function told(counts) {
  return [...counts].map(([each, times]) => (times > 1 ? `${each} ×${times}` : each));
}

/** `200 ×3`, `400 GRAPHQL_VALIDATION_FAILED` */
function summary(answers) {
  const counts = new Map();
  for (const each of answers) count(counts, each);
  return told(counts);
}
