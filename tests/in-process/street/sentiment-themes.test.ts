import type { Actor } from '@mtg/access';
import { defineStreet } from '@mtg/street';
import { profile } from '../../../subgraphs/dayu/src';
import { centerStaff, communitySecretary, officer, peopleOf } from '../../support/actors';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';
import { DELUYUAN, refusal, type Row, steppingClock, weeklyMeetingsOf } from './community-work-support';

const { office, government, leader, analyst } = peopleOf('DAYU');
const author = centerStaff('DAYU', 'HEALTH', 'author');
/** 大峪 with a list of themes. */
const definition = defineStreet({ ...profile, sentimentThemes: ['停车', '噪声'] });

let dayu: TestSubgraph;
beforeAll(async () => {
  dayu = await startTestSubgraph(definition, { clock: steppingClock('2026-04-02T01:00:00Z') });
});
afterAll(() => dayu.close());

const record = (day: string, ...themes: readonly (string | null)[]) =>
  weeklyMeetingsOf(dayu, 'dayu', 'DAYU').run(
    'recordVisit',
    {
      centerCode: 'HEALTH',
      communityCode: DELUYUAN,
      day,
      form: 'TALK',
      record: '谈话',
      sentimentLogs: themes.map((theme) => ({ text: '张三家门前停车难', theme })),
    },
    'sentimentLogs { theme }',
    author,
  );
const ask = (selection: string, as: Actor | undefined) => dayu.ask(`{ dayu { ${selection} } }`, {}, { as });

test('a log has a theme of the street’s list or none, and nothing is written with another', async () => {
  const { payload } = await record('2026-03-02', '停车', null);
  expect(payload).toEqual({ sentimentLogs: [{ theme: '停车' }, { theme: null }] });
  const count = 'SELECT count(*)::int AS n FROM sentiment_log';
  const before = await dayu.store.query(count);
  expect(refusal(await record('2026-03-02', '停车', '张三'))).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'input.sentimentLogs.1.theme',
  });
  expect(await dayu.store.query(count)).toEqual(before);
});

describe('themes as numbers', () => {
  beforeAll(async () => {
    await record('2026-03-31', '停车', '停车', '噪声');
    // In April: the day of the visit counts, and not that of recording.
    await record('2026-04-01', '噪声');
  });
  const STATISTICS = 'sentimentStatistics(year: 2026) { month theme logs }';

  test.each<[string, Actor]>([
    ['district office', office],
    ['区政府', government],
    ['street leader', leader],
    ['analyst', analyst],
  ])('the %s sees them by month of the visit', async (_, as) => {
    const { data, errors } = await ask(STATISTICS, as);
    expect(errors).toBeUndefined();
    const months = (data as Row)['dayu'].sentimentStatistics as readonly Row[];
    const march = months.filter(({ month }) => month === '2026-03');
    expect(march.map(({ theme, logs }) => [theme, logs])).toEqual([
      ['停车', 3],
      ['噪声', 1],
      [null, 1],
    ]);
    expect(months.filter(({ month }) => month === '2026-04')).toEqual([
      { month: '2026-04', theme: '噪声', logs: 1 },
    ]);
  });

  it('has no logs of another year', async () => {
    const { data } = await ask('sentimentStatistics(year: 2025) { logs }', office);
    expect(data).toEqual({ dayu: { sentimentStatistics: [] } });
  });

  test.each<[string, Actor | undefined, string]>([
    ['community secretary', communitySecretary('DAYU', DELUYUAN), 'FORBIDDEN'],
    ['department officer', officer('JUSTICE'), 'FORBIDDEN'],
    ['leader of another street', peopleOf('CHENGZI').leader, 'FORBIDDEN'],
    ['anonymous caller', undefined, 'UNAUTHENTICATED'],
  ])('a %s does not see them', async (_, as, code) => {
    const { data, errors } = await ask(STATISTICS, as);
    expect(data).toEqual({ dayu: { sentimentStatistics: null } });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual([code]);
  });

  it('the district reads themes as numbers and no log', async () => {
    const { data, errors } = await ask('sentimentLogs { nodes { theme } }', office);
    expect(data).toEqual({ dayu: { sentimentLogs: null } });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
  });
});
