import type { Actor } from '@mtg/access';
import { r24 } from '@mtg/governance';
import { weeksOfVisits } from '../../../packages/street/src/community-work/visits/week-of-visits';
import { centerHead, centerStaff, communitySecretary } from '../../support/actors';
import { dispatchStage, people, type DispatchStage, type Row } from '../../support/dispatch';
import { DELUYUAN, refusal } from './community-work-support';

/** A Friday. */
const TODAY = '2026-03-13';
const staff = centerStaff('DAYU', 'HEALTH');
let stage: DispatchStage;
beforeAll(async () => {
  stage = await dispatchStage(`${TODAY}T08:00:00Z`);
});
afterAll(() => stage?.dayu.close());

const record = (input: Row, as: Actor = staff) =>
  stage.run(
    'recordHallVisit',
    { centerCode: 'HEALTH', ...input },
    as,
    'hallVisit { day centerCode staffSubject center { name } }',
  );
const visits = () => stage.dayu.store.query('SELECT * FROM hall_visit ORDER BY id');

test('staff record days in the service hall, which are no visits to a community', async () => {
  for (const day of ['2026-03-10', '2026-03-11', TODAY]) {
    const { payload } = await record({ day });
    expect(payload).toMatchObject({
      hallVisit: {
        day,
        centerCode: 'HEALTH',
        staffSubject: staff.subject,
        center: { name: '街道健康服务中心' },
      },
    });
  }
  const { hallVisits } = await stage.read('{ dayu { hallVisits { nodes { day } } } }', {}, people.leader);
  expect(hallVisits.nodes).toHaveLength(3);
});

test('days in the service hall count for no day in a community (R24)', async () => {
  const units = await weeksOfVisits(stage.dayu.runtime, ['2026-W11'], {
    unit: 'CENTER',
    sample: false,
    lives: new Map(),
  });
  const health = units.find(({ centerCode }) => centerCode === 'HEALTH');
  if (!health) throw new Error('the center is not looked at');
  expect(health.facts.visits).toEqual([]);
  expect(r24.check({ ...health.facts, today: '2026-03-16' })).toMatchObject([
    { rule: 'R24', field: 'visits' },
  ]);
});

test.each<[string, Row, object]>([
  ['tomorrow', { day: '2026-03-14' }, { code: 'BAD_USER_INPUT', field: 'input.day' }],
  ['a day twice', { day: TODAY }, { code: 'BAD_USER_INPUT', field: 'input.day' }],
])('nothing is written for %s', async (_, input, refused) => {
  const before = await visits();
  expect(refusal(await record(input))).toMatchObject(refused);
  expect(await visits()).toEqual(before);
});

test('it is recorded for one’s own center alone', async () => {
  const before = await visits();
  for (const as of [
    centerHead('DAYU', 'CIVIL_AFFAIRS'),
    communitySecretary('DAYU', DELUYUAN),
    people.leader,
    people.office,
  ]) {
    expect(refusal(await record({ day: '2026-03-12' }, as))).toMatchObject({ code: 'FORBIDDEN' });
  }
  expect(await visits()).toEqual(before);
});
