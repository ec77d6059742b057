import { STREET_TABLES } from '@mtg/street';
import { removeSample } from '@mtg/sample';
import { checkCadence } from '../../../packages/street/src/cadence/sweep';
import { profile } from '../../../subgraphs/dayu/src';
import { sampleStreet, type SampleStreet } from './sample-support';

let street: SampleStreet;
beforeAll(async () => {
  street = await sampleStreet({ withRealWork: false });
});
afterAll(() => street.dayu.close());

const periods = async (day: string): Promise<string[]> => {
  await checkCadence(street.dayu.runtime.manager, new Date(`${day}T01:00:00Z`), profile, STREET_TABLES);
  const rows = await street.dayu.store.query(`SELECT DISTINCT period FROM rule_finding WHERE rule = 'R02'`);
  return rows.map((row) => String(row['period']));
};

test('a street that has only tried the platform with sample data is not judged, and is from its first real work on', async () => {
  const { sample, clock } = street;
  await street.dispatch(sample.project, sample.keyPoint);
  // A whole quarter has gone by without a joint meeting.
  expect(await periods('2027-04-05')).toEqual([]);
  await removeSample(street.context);
  expect(await periods('2027-04-05')).toEqual([]);

  clock.set('2027-05-10T01:00:00Z');
  await street.weekly();
  expect(await periods('2027-10-08')).toEqual(['2027-Q3']);
});
