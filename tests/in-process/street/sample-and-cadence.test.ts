import { removeSample } from '@mtg/sample';
import { checkCadence } from '../../../packages/street/src/cadence/sweep';
import { profile } from '../../../subgraphs/dayu/src';
import { judgedSince } from '../../support/judged';
import { sampleStreet, type SampleStreet } from './sample-support';

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

test('sample data are judged as sample, by themselves, and open no finding', async () => {
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
  expect(await street.dayu.store.query('SELECT FROM rule_finding')).toEqual([]);
});

test('its real work is judged from the day that the district has set on, sample or not', async () => {
  expect(await judged('2027-04-05', false)).toEqual([]);
  await removeSample(street.context);
  expect(await street.dayu.store.query('SELECT FROM judgement WHERE sample')).toEqual([]);
  expect(await judged('2027-10-08', false, '2027-05-10')).toEqual([
    { period: '2027-Q2', verdict: 'NOT_JUDGED', counted: 0 },
    { period: '2027-Q3', verdict: 'BROKEN', counted: 0 },
  ]);
});
