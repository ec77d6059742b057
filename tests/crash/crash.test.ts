import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '@mtg/access';
import { verifyChain } from '@mtg/commands';
import { createDataSource } from '@mtg/subgraph-kit';
import { Client } from 'pg';
import { definition } from '../../subgraphs/dayu/src';
import { officer, peopleOf } from '../support/actors';
import { ask } from '../support/platform';
import { tokenOf } from '../support/tokens';
import { eventually } from '../support/wait';
import { startMortalStreet, type MortalStreet } from './mortal-street';

const ROUNDS = 50;
const CLIENTS = 4;
const people = peopleOf('DAYU');

/** The steps of one delegation; those after the first write several rows each. */
const STEPS: readonly {
  readonly command: string;
  readonly as: Actor;
  readonly input: (of: Chain) => object;
}[] = [
  {
    command: 'submitDelegation',
    as: officer('JUSTICE'),
    input: ({ number }) => ({
      departmentCode: 'JUSTICE',
      kind: 'DELEGATED_MATTER',
      title: '法律服务',
      content: '每月一次法律咨询',
      documentNumber: number,
      documentTitle: '关于委托开展法律服务的函',
      documentDate: '2026-03-02',
      legalBasis: '《法律援助法》',
    }),
  },
  {
    command: 'recordStreetOpinion',
    as: people.leader,
    input: ({ id }) => ({ delegationId: id, expectedVersion: 1, opinion: '同意' }),
  },
  {
    command: 'approveDelegation',
    as: people.clerk,
    input: ({ id, number, decidedAt }) => ({
      delegationId: id,
      expectedVersion: 2,
      decision: { number: `决定 ${number}`, decidedAt, summary: '同意承接' },
    }),
  },
  {
    command: 'deployDelegation',
    as: people.clerk,
    input: ({ id }) => ({
      delegationId: id,
      expectedVersion: 3,
      deployment: '由综治维稳中心牵头',
      guidance: [
        { centerCode: 'PUBLIC_SECURITY', text: '每月一次' },
        { centerCode: 'CIVIL_AFFAIRS', text: '配合' },
      ],
    }),
  },
];

/** One delegation on its way, as its client knows it. */
interface Chain {
  readonly number: string;
  id: string;
  /** Steps whose answer has come. */
  steps: number;
  decidedAt: string;
}

let street: MortalStreet;
const chains: Chain[] = [];
let acknowledged = 0;
let retries = 0;
const end = new AbortController();

beforeAll(async () => {
  street = await startMortalStreet();
}, 120_000);
afterAll(() => street.stop());

/** What the client is told of the delegation. */
interface Acknowledged {
  readonly id: string;
  readonly updatedAt: string;
}

/** Gives a command until it is answered, always with the same key, through the gateway and directly in turn. */
async function insist(command: string, as: Actor, input: object): Promise<Acknowledged> {
  const headers = { authorization: `Bearer ${await tokenOf(as)}`, 'idempotency-key': randomUUID() };
  const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { dayu { ${command}(input: $input) { delegation { id version updatedAt } } } }`;
  for (let attempt = 0; ; attempt += 1) {
    const url = attempt % 2 === 0 ? street.gatewayUrl : street.subgraphUrl;
    const answer = await ask(url, query, { input }, headers).catch(() => undefined);
    const data = answer?.data as Record<string, Record<string, { delegation: Acknowledged } | null>> | null;
    const payload = data?.['dayu']?.[command];
    if (payload) return payload.delegation;
    const code = answer?.errors?.[0]?.extensions?.['code'];
    if (answer && code !== 'SUBGRAPH_UNAVAILABLE' && code !== 'IDENTITY_UNAVAILABLE') {
      throw new Error(`${command}: ${JSON.stringify(answer)}\n${street.output()}`);
    }
    retries += 1;
    await sleep(50);
  }
}

async function client(): Promise<void> {
  while (!end.signal.aborted) {
    const chain: Chain = { number: randomUUID(), id: '', steps: 0, decidedAt: '' };
    chains.push(chain);
    for (const { command, as, input } of STEPS) {
      const { id, updatedAt } = await insist(command, as, input(chain));
      chain.id = id;
      // Decided after the opinion, by the street's own clock.
      chain.decidedAt = new Date(Date.parse(updatedAt) + 1).toISOString();
      chain.steps += 1;
      acknowledged += 1;
      await sleep(2);
    }
  }
}

/** kill -9 at no particular moment: commands are under way all the time. */
async function killOnce(round: number): Promise<void> {
  const before = acknowledged;
  await eventually('commands are answered', () => acknowledged >= before + 3, 60_000);
  await sleep(Math.random() * 30);
  await (round % 2 === 0 ? street.killSubgraph() : street.killPostgres());
}

test(`${ROUNDS} times kill -9, of the subgraph and of its PostgreSQL: what was acknowledged is there exactly once, and nothing by halves`, async () => {
  const clients = Array.from({ length: CLIENTS }, client);
  const all = Promise.all(clients);
  for (let round = 0; round < ROUNDS; round += 1) await Promise.race([killOnce(round), all]);
  end.abort();
  await all;

  const database = new Client({ connectionString: street.ownerUrl });
  await database.connect();
  const rows = await database.query(
    `SELECT d.id, d.document_number AS number, d.state, d.version, d.decision_id IS NOT NULL AS decided,
         (SELECT count(*)::int FROM delegation_guidance WHERE delegation_id = d.id) AS guidance,
         (SELECT count(*)::int FROM audit_entry WHERE d.id = ANY (targets) AND outcome = 'ALLOWED') AS audited
       FROM delegation d`,
  );
  const counts = await database.query(
    'SELECT (SELECT count(*)::int FROM committee_decision) AS decisions, (SELECT count(*)::int FROM idempotency_record) AS keys',
  );
  await database.end();

  expect(chains.every(({ steps }) => steps === STEPS.length)).toBe(true);
  expect(new Set(rows.rows.map(({ number }) => number))).toEqual(new Set(chains.map(({ number }) => number)));
  expect(rows.rows).toHaveLength(chains.length);
  for (const { id, number, ...row } of rows.rows) {
    expect(chains.find((chain) => chain.number === number)?.id).toBe(id);
    expect(row).toEqual({ state: 'DEPLOYED', version: 4, decided: true, guidance: 2, audited: 4 });
  }
  expect(counts.rows[0]).toEqual({ decisions: chains.length, keys: acknowledged });

  const source = await createDataSource({ ...definition, url: street.ownerUrl }).initialize();
  const { problems, entries } = await verifyChain(source, 'DAYU');
  await source.destroy();
  expect(problems).toEqual([]);
  expect(entries).toBeGreaterThanOrEqual(acknowledged);
  process.stdout.write(
    `kill -9: ${ROUNDS} rounds, ${acknowledged} commands acknowledged, ${retries} retries, 0 lost, 0 doubled\n`,
  );
}, 600_000);
