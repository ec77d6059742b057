import type { Actor } from '@mtg/access';
import { loadSample, removeSample } from '@mtg/sample';
import { checkCadence } from '../../../packages/street/src/cadence/sweep';
import { profile } from '../../../subgraphs/dayu/src';
import { judgedSince } from '../../support/judged';
import { people, sampleStreet, type SampleStreet } from './sample-support';

let street: SampleStreet;
beforeAll(async () => {
  street = await sampleStreet({ withRealWork: false });
});
afterAll(() => street.dayu.close());

const judged = async (day: string, sample: boolean, since?: string) => {
  const ofDistrict = since === undefined ? undefined : judgedSince(since);
  await checkCadence(street.dayu.runtime.manager, new Date(`${day}T01:00:00Z`), profile, ofDistrict);
  return street.dayu.store.query(
    `SELECT period, verdict, counted FROM judgement WHERE rule = 'R02' AND sample = ${sample} AND verdict IS NOT NULL
       AND period >= '${sample ? 2025 : 2027}' ORDER BY period`,
  );
};

test('sample data are judged as sample, by themselves', async () => {
  expect(await judged('2026-11-23', true)).toEqual([
    { period: '2025-Q4', verdict: 'NOT_JUDGED', counted: expect.any(Number) },
    ...['2026-Q1', '2026-Q2', '2026-Q3'].map((period) => ({ period, verdict: 'KEPT', counted: 1 })),
  ]);
  const rules = await street.dayu.store.query(
    `SELECT rule, count(*) FILTER (WHERE verdict = 'BROKEN')::int AS broken FROM judgement
     WHERE sample AND verdict IN ('KEPT', 'BROKEN') GROUP BY rule ORDER BY rule`,
  );
  expect(rules.filter(({ broken }) => broken !== 0).map(({ rule }) => rule)).toEqual(['R13']);
  expect(rules.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['R02', 'R12', 'R17', 'R18', 'R19', 'R20', 'R21', 'R24', 'R29']),
  );
});

test('a street that has not begun to work is not judged beside its sample', async () => {
  expect(await judged('2027-04-05', false)).toEqual([]);
});

const findings = () =>
  street.dayu.store.query(
    'SELECT id, rule, period, subject, center_code, state, message, sample, version FROM rule_finding ORDER BY period',
  );

test('its findings are those that the checks find, worked off by sample people, and a sweep finds nothing else', async () => {
  await removeSample(street.context);
  await loadSample(street.context, { scale: 1, seed: 1, until: '2026-11-23' }, () => {});
  const loaded = await findings();
  await judged('2026-11-23', true);
  expect(await findings()).toEqual(loaded);
  const broken = await street.dayu.store.query(
    `SELECT period FROM judgement WHERE sample AND verdict = 'BROKEN' ORDER BY period`,
  );
  expect(loaded.map(({ period }) => period)).toEqual(broken.map(({ period }) => period));
  expect(new Set(loaded.map(({ rule, sample, subject }) => [rule, sample, subject].join(' ')))).toEqual(
    new Set(['R13 true DAYU']),
  );
  expect(loaded.slice(-2).map(({ state }) => state)).toEqual(['ANSWERED', 'OPEN']);
  const answers = await street.dayu.store.query(
    `SELECT DISTINCT state, sample, role, answered_by, decided_by FROM finding_answer ORDER BY state`,
  );
  const answer = { sample: true, role: 'DISPATCHER', answered_by: 'sample:dispatcher' };
  expect(answers).toEqual([
    { state: 'CONFIRMED', ...answer, decided_by: 'sample:leader' },
    { state: 'GIVEN', ...answer, decided_by: null },
    { state: 'SENT_BACK', ...answer, decided_by: 'sample:leader' },
  ]);
});

test('a sample finding is worked off as a real one is, its answers are sample data, and are not among real work that waits', async () => {
  const { dispatcher, leader } = people;
  const open = (await findings()).findLast(({ state }) => state === 'OPEN');
  const answer = {
    ruleFindingId: open?.['id'],
    explanation: '办结较多',
    remedy: '两周一报',
    remedyUntil: null,
  };
  const { payload, errors } = await street.run('answerFinding', answer, 'findingAnswer { sample state }');
  expect([errors, payload]).toEqual([[], { findingAnswer: { sample: true, state: 'GIVEN' } }]);
  const waiting = async (sample: boolean, as: Actor = leader) => {
    const { data } = await street.dayu.ask(
      `{ dayu { toDo(first: 100, sample: ${sample}) { items { kind } } } }`,
      {},
      { as },
    );
    const { items } = (data as { dayu: { toDo: { items: { kind: string }[] } } }).dayu.toDo;
    return items.filter(({ kind }) => kind === 'FindingAnswer').length;
  };
  expect([await waiting(true), await waiting(true, dispatcher), await waiting(false)]).toEqual([2, 0, 0]);
  await street.must('confirmFinding', { ruleFindingId: open?.['id'] }, 'findingAnswer', leader);
  expect(await waiting(true)).toBe(1);
  expect((await findings()).every(({ sample }) => sample)).toBe(true);
});

test('real work and a sample have a finding each about the same period', async () => {
  const sampleOnes = await findings();
  await street.dayu.store.query(
    `INSERT INTO rule_finding (created_at, updated_at, rule, period, subject, state, message)
     SELECT created_at, updated_at, rule, period, subject, 'OPEN', message FROM rule_finding ORDER BY period LIMIT 1`,
  );
  await judged('2026-11-23', true);
  expect((await findings()).filter(({ sample }) => sample)).toEqual(sampleOnes);
  await street.dayu.store.query('DELETE FROM rule_finding WHERE NOT sample');
});

test('its real work is judged from the day that the district has set on, sample or not', async () => {
  await removeSample(street.context);
  for (const table of ['judgement', 'rule_finding', 'finding_answer']) {
    // oxlint-disable-next-line no-await-in-loop
    expect(await street.dayu.store.query(`SELECT FROM ${table} WHERE sample`)).toEqual([]);
  }
  expect(await judged('2027-10-08', false, '2027-05-10')).toEqual([
    { period: '2027-Q2', verdict: 'NOT_JUDGED', counted: 0 },
    { period: '2027-Q3', verdict: 'BROKEN', counted: 0 },
  ]);
});
