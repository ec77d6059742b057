import { setTimeout as sleep } from 'node:timers/promises';
import { verifyChain } from '@mtg/commands';
import { createDataSource } from '@mtg/subgraph-kit';
import { definition } from '../../subgraphs/dayu/src';
import { runsOf } from '../support/runs';
import { eventually } from '../support/wait';
import { aftermathOf } from './aftermath';
import { Barrier } from './barrier';
import { STEPS } from './chain';
import { Client, type Tally } from './client';
import { startMortalStreet, type MortalStreet } from './mortal-street';

const ROUNDS = runsOf(6);
const CLIENTS = 4;

let street: MortalStreet;
beforeAll(async () => {
  street = await startMortalStreet();
});
afterAll(() => street.stop());

/** The work that was interrupted when something was killed. */
interface Kills {
  subgraph: number;
  postgres: number;
  duringCommands: number;
  betweenCommands: number;
}

/** kill -9 of one of both, in turn. Every third time no command is under way, and those that come next find it dead. */
async function killOnce(round: number, tally: Tally, barrier: Barrier, kills: Kills): Promise<void> {
  const before = tally.acknowledged;
  await eventually('commands are answered', () => tally.acknowledged >= before + 3, 60_000);
  const isBetween = round % 3 === 2;
  if (isBetween) await untilNothingIsUnderWay(barrier);
  // Otherwise at no particular moment: commands are under way nearly all the time.
  else await sleep(Math.random() * 30);
  if (tally.inFlight > 0) kills.duringCommands += 1;
  else if (isBetween) kills.betweenCommands += 1;
  const victim = round % 2 === 0 ? 'subgraph' : 'postgres';
  kills[victim] += 1;
  const killed = victim === 'subgraph' ? street.killSubgraph() : street.killPostgres();
  barrier.open();
  await killed;
}

/** Every client has the answer to what it asked for last, and asks for nothing. */
async function untilNothingIsUnderWay(barrier: Barrier): Promise<void> {
  barrier.close();
  await eventually('no command is under way', () => barrier.waiting === CLIENTS, 60_000);
}

test(`${ROUNDS} times kill -9, of the subgraph and of its PostgreSQL: what was acknowledged is there exactly once, and nothing by halves`, async () => {
  const tally: Tally = { acknowledged: 0, retries: 0, inFlight: 0 };
  const kills: Kills = { subgraph: 0, postgres: 0, duringCommands: 0, betweenCommands: 0 };
  const barrier = new Barrier();
  const end = new AbortController();
  const { gatewayUrl, subgraphUrl } = street;
  // Half of them come to the subgraph itself; a command that is tried again comes in by the other door.
  const clients = Array.from(
    { length: CLIENTS },
    (_, index) =>
      new Client(
        street,
        index % 2 === 0 ? [gatewayUrl, subgraphUrl] : [subgraphUrl, gatewayUrl],
        tally,
        barrier,
      ),
  );
  const runs = clients.map((client) => client.run(end.signal));
  const all = Promise.all(runs);
  try {
    for (let round = 0; round < ROUNDS; round += 1)
      await Promise.race([killOnce(round, tally, barrier, kills), all]);
  } finally {
    // Each comes to the end of its chain, also when another has failed: none is left behind.
    end.abort();
    barrier.remove();
    await Promise.allSettled(runs);
  }
  await all;

  const chains = clients.flatMap((client) => client.chains);
  const { lost, doubled, halves } = await aftermathOf(street.ownerUrl, chains);
  process.stdout.write(
    `kill -9: ${kills.subgraph} times the subgraph and ${kills.postgres} times PostgreSQL, ${kills.duringCommands} times during and ${kills.betweenCommands} times between commands; ` +
      `${chains.length} chains, ${tally.acknowledged} commands acknowledged, ${tally.retries} retries, ` +
      `${lost.length} lost, ${doubled.length} doubled, ${halves.length} by halves\n`,
  );
  expect({ lost, doubled, halves }).toEqual({ lost: [], doubled: [], halves: [] });
  expect(tally.acknowledged).toBe(chains.length * STEPS.length);
  expect(kills.subgraph + kills.postgres).toBe(ROUNDS);
  // It would be no proof if nothing had been under way, nor if something always had.
  expect(kills.duringCommands).toBeGreaterThan(0);
  expect(kills.betweenCommands).toBe(Math.floor(ROUNDS / 3));
  expect(tally.retries).toBeGreaterThan(0);

  const source = await createDataSource({ ...definition, url: street.ownerUrl }).initialize();
  const { problems, entries } = await verifyChain(source, 'DAYU');
  await source.destroy();
  expect(problems).toEqual([]);
  expect(entries).toBeGreaterThanOrEqual(tally.acknowledged);
});
