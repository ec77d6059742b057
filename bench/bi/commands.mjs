/** How much a street's commands are slowed by being replicated, and how far the warehouse lags behind them. */
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { mintToken, readSigningKey } from '../../packages/identity/dist/index.js';
import { DEVELOPMENT_IDENTITY } from '../../packages/platform/dist/index.js';
import { commandsTo, GIVER } from '../delegations.mjs';
import { hasCores, onOwnCores } from './own-cores.mjs';
import { median, say } from './table.mjs';

const SECONDS = 2;
/** The rates of rounds differ by more than what is looked for: many short ones in turn. */
const TURNS = 4;
const AGE = `SELECT extract(epoch FROM clock_timestamp() - created_at) * 1000 AS age FROM dayu.delegation ORDER BY id DESC LIMIT 1`;

export async function measureCommands(warehouse, rounds) {
  const { directory, part, client } = warehouse;
  const terms = { ...DEVELOPMENT_IDENTITY, expiresInSeconds: 3600 };
  const token = await mintToken(readSigningKey(directory), GIVER, terms);
  const agent = new Agent({ keepAlive: true });
  const give = commandsTo(part('dayu').url, token, agent);
  const insight = part('insight').pid;
  let ages = [];
  /** Watching costs the same whether there is something to see or not. */
  const watched = async (seen) => {
    const watching = new AbortController();
    const watcher = (async () => {
      await sleep(200);
      while (!watching.signal.aborted) {
        const { rows } = await client.query(AGE);
        if (rows[0]) seen(Number(rows[0].age));
        await sleep(25);
      }
    })();
    const found = await rate(give);
    watching.abort();
    await watcher;
    return found;
  };
  const alone = async () => {
    process.kill(insight, 'SIGSTOP');
    try {
      return await watched(() => {});
    } finally {
      process.kill(insight, 'SIGCONT');
      await warehouse.caughtUp();
    }
  };
  const followed = () => watched((age) => ages.push(age));
  const compared = async () => {
    ages = [];
    const ratios = [];
    const rates = [];
    await rate(give); // warm-up
    for (let turn = 0; turn < rounds * TURNS; turn += 1) {
      const [first, second] = turn % 2 === 0 ? [alone, followed] : [followed, alone];
      const found = new Map([
        [first, await first()],
        [second, await second()],
      ]);
      ratios.push(found.get(alone) / found.get(followed));
      rates.push(found.get(followed));
    }
    ages.sort((a, b) => a - b);
    const share = (part) => ages[Math.floor(ages.length * part)]?.toFixed(0);
    return {
      slower: `${((median(ratios) - 1) * 100).toFixed(1)} % 慢 · slower (${median(rates).toFixed(0)}/s)`,
      lag: `p50 ${share(0.5)} ms, p99 ${share(0.99)} ms`,
    };
  };
  const peer = '仓库暂停时 · warehouse paused';
  const linesOf = ({ slower, lag }, where, wanted) => [
    { what: `街道的操作，仓库跟随时${where}`, measured: slower, peer, wanted: wanted ? '< 5 %' : '' },
    { what: `同时的滞后 · lag meanwhile`, measured: lag, wanted: 'p99 < 1 s' },
  ];
  try {
    const shared = linesOf(await compared(), ' · commands of a street, followed by the warehouse', !hasCores);
    if (!hasCores) return shared;
    say('commands, cores apart');
    const apart = await onOwnCores(warehouse, compared);
    return [...shared, ...linesOf(apart, '，各用一核 · the same, on cores apart', true)];
  } finally {
    agent.destroy();
  }
}

/** Commands per second of one client. */
async function rate(give) {
  const begin = performance.now();
  let done = 0;
  for (; performance.now() < begin + 1000 * SECONDS; done += 1) await give();
  return (1000 * done) / (performance.now() - begin);
}
