import type { Actor } from '@mtg/access';
import { definition } from '../../../subgraphs/dayu/src';
import { centerStaff, communitySecretary, officer, peopleOf } from '../../support/actors';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';
import { DELUYUAN, steppingClock, weeklyMeetingsOf, type Row } from './community-work-support';

const { leader, office, finance } = peopleOf('DAYU');

let dayu: TestSubgraph;
beforeAll(async () => {
  dayu = await startTestSubgraph(definition, { clock: steppingClock('2026-04-02T01:00:00Z') });
  await visit('2026-03-31', 'one');
  await visit('2026-04-01', 'one');
  await visit('2026-04-01', 'other');
  await visit('2026-04-01', 'other');
});
afterAll(() => dayu.close());

async function visit(day: string, name: string): Promise<void> {
  const { payload } = await weeklyMeetingsOf(dayu, 'dayu', 'DAYU').run(
    'recordVisit',
    {
      centerCode: 'HEALTH',
      communityCode: DELUYUAN,
      day,
      form: 'TALK',
      record: '谈话',
      sentimentLogs: [{ text: '停车难' }],
    },
    'communityVisit { day }',
    centerStaff('DAYU', 'HEALTH', name),
  );
  expect(payload).toEqual({ communityVisit: { day } });
}

const ask = (selection: string, as: Actor | undefined) => dayu.ask(`{ dayu { ${selection} } }`, {}, { as });
const coverage = async (given: string, as: Actor = leader): Promise<readonly Row[]> => {
  const { data, errors } = await ask(
    `visitCoverage${given} { communityCode community { code } month visits days people }`,
    as,
  );
  expect(errors).toBeUndefined();
  return (data as { dayu: { visitCoverage: Row[] } }).dayu.visitCoverage;
};
const of = (rows: readonly Row[], code: string) => rows.find(({ communityCode }) => communityCode === code);

test('visits of the current month by community, those without any too', async () => {
  const rows = await coverage('');
  expect(rows).toHaveLength(33);
  expect(of(rows, DELUYUAN)).toEqual({
    communityCode: DELUYUAN,
    community: { code: DELUYUAN },
    month: '2026-04',
    visits: 3,
    days: 1,
    people: 2,
  });
  expect(rows.filter(({ visits }) => visits === 0)).toHaveLength(32);
});

test('another month; only communities without a visit; sample data apart', async () => {
  expect(of(await coverage('(month: "2026-03")'), DELUYUAN)).toMatchObject({ visits: 1, people: 1 });
  expect(of(await coverage('(unvisited: true)'), DELUYUAN)).toBeUndefined();
  expect(await coverage('(unvisited: true)', office)).toHaveLength(32);
  expect(await coverage('(unvisited: true, month: "2026-05")')).toHaveLength(33);
  expect(of(await coverage('(sample: true)'), DELUYUAN)).toMatchObject({ visits: 0 });
});

test('a secretary is told of the own community alone', async () => {
  expect(await coverage('', communitySecretary('DAYU', DELUYUAN))).toMatchObject([
    { communityCode: DELUYUAN, visits: 3 },
  ]);
  const elsewhere = '110109001002';
  expect(elsewhere).not.toBe(DELUYUAN);
  expect(await coverage('', communitySecretary('DAYU', elsewhere))).toMatchObject([
    { communityCode: elsewhere, visits: 0 },
  ]);
});

test.each(['2026-13', '2026', '2026-4', '2026-W14', '四月'])('%s is no month', async (month) => {
  const { data, errors } = await ask(`visitCoverage(month: "${month}") { visits }`, leader);
  expect(data).toEqual({ dayu: { visitCoverage: null } });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'month' } }]);
});

test.each<[string, Actor | undefined, string]>([
  ['an anonymous caller', undefined, 'UNAUTHENTICATED'],
  ['a department', officer('JUSTICE'), 'FORBIDDEN'],
  ['a finance officer', finance, 'FORBIDDEN'],
  ['the leader of another street', { ...leader, street: 'DATAI' }, 'FORBIDDEN'],
])('%s is not told of visits', async (_, as, code) => {
  const { data, errors } = await ask('visitCoverage { visits }', as);
  expect(data).toEqual({ dayu: { visitCoverage: null } });
  expect(errors).toMatchObject([{ extensions: { code } }]);
});
