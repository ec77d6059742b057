import { setTimeout as sleep } from 'node:timers/promises';
import { verifyChain } from '@mtg/commands';
import { createDataSource } from '@mtg/subgraph-kit';
import { definition } from '../../subgraphs/dayu/src';
import { eventually } from '../support/wait';
import { aftermathOf } from './aftermath';
import { STEPS } from './chain';
import { Client, type Tally } from './client';
import { startMortalStreet, type MortalStreet } from './mortal-street';

const ROUNDS = 50;
const CLIENTS = 4;

let street: MortalStreet;
beforeAll(async () => {
  street = await startMortalStreet();
}, 120_000);
afterAll(() => street.stop());

/** What was under way when something was killed. */
interface Kills {
  subgraph: number;
  postgres: number;
  duringCommands: number;
}

/** kill -9 at no particular moment: commands are under way nearly all the time. */
async function killOnce(round: number, tally: Tally, kills: Kills): Promise<void> {
  const before = tally.acknowledged;
  await eventually('commands are answered', () => tally.acknowledged >= before + 3, 60_000);
  await sleep(Math.random() * 30);
  if (tally.inFlight > 0) kills.duringCommands += 1;
  const victim = round % 2 === 0 ? 'subgraph' : 'postgres';
  kills[victim] += 1;
  await (victim === 'subgraph' ? street.killSubgraph() : street.killPostgres());
}

test(`${ROUNDS} times kill -9, of the subgraph and of its PostgreSQL: what was acknowledged is there exactly once, and nothing by halves`, async () => {
  const tally: Tally = { acknowledged: 0, retries: 0, inFlight: 0 };
  const kills: Kills = { subgraph: 0, postgres: 0, duringCommands: 0 };
  const end = new AbortController();
  const { gatewayUrl, subgraphUrl } = street;
  // Half of them come to the subgraph itself; a command that is tried again comes in by the other door.
  const clients = Array.from(
    { length: CLIENTS },
    (_, index) =>
      new Client(street, index % 2 === 0 ? [gatewayUrl, subgraphUrl] : [subgraphUrl, gatewayUrl], tally),
  );
  const runs = clients.map((client) => client.run(end.signal));
  const all = Promise.all(runs);
  try {
    for (let round = 0; round < ROUNDS; round += 1) await Promise.race([killOnce(round, tally, kills), all]);
  } finally {
    // Each comes to the end of its chain, also when another has failed: none is left behind.
    end.abort();
    await Promise.allSettled(runs);
  }
  await all;

  const chains = clients.flatMap((client) => client.chains);
  const { lost, doubled, halves } = await aftermathOf(street.ownerUrl, chains);
  process.stdout.write(
    `kill -9: ${kills.subgraph} times the subgraph and ${kills.postgres} times PostgreSQL, ${kills.duringCommands} times during commands; ` +
      `${chains.length} chains, ${tally.acknowledged} commands acknowledged, ${tally.retries} retries, ` +
      `${lost.length} lost, ${doubled.length} doubled, ${halves.length} by halves\n`,
  );
  expect({ lost, doubled, halves }).toEqual({ lost: [], doubled: [], halves: [] });
  expect(tally.acknowledged).toBe(chains.length * STEPS.length);
  expect(kills.subgraph + kills.postgres).toBe(ROUNDS);
  // It would be no proof if nothing had been under way.
  expect(kills.duringCommands).toBeGreaterThan(0);
  expect(tally.retries).toBeGreaterThan(0);

  const source = await createDataSource({ ...definition, url: street.ownerUrl }).initialize();
  const { problems, entries } = await verifyChain(source, 'DAYU');
  await source.destroy();
  expect(problems).toEqual([]);
  expect(entries).toBeGreaterThanOrEqual(tally.acknowledged);
}, 600_000);
