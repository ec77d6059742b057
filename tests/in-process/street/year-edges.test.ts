import type { Actor } from '@mtg/access';
import { localDay } from '@mtg/governance';
import { checkCadence } from '../../../packages/street/src/cadence/sweep';
import { definition, profile } from '../../../subgraphs/dayu/src';
import { peopleOf } from '../../support/actors';
import { give, type Selected } from '../../support/commands';
import { judgedSince } from '../../support/judged';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';

const { dispatcher, leader, office } = peopleOf('DAYU');
let dayu: TestSubgraph;
/** The first day of work, from which the street is judged. */
let since = '';
let now = new Date();
const at = (instant: string) => {
  now = new Date(instant);
  if (since === '') since = localDay(now);
};

beforeEach(async () => {
  since = '';
  dayu = await startTestSubgraph(definition, { clock: { now: () => now } });
});
afterEach(() => dayu.close());

const MEETING = 'meeting { id number year heldOn }';
const run = async (command: string, input: Selected, as: Actor): Promise<Selected> => {
  const { payload, errors } = await give(dayu, 'dayu', command, input, MEETING, { as });
  expect(errors).toEqual([]);
  return payload?.['meeting'];
};
const convoke = (kind: string, as: Actor) =>
  run('convokeMeeting', { kind, title: '会议', scheduledAt: now.toISOString() }, as);
const open = (as: Actor, { id }: Selected) => run('openMeeting', { meetingId: id }, as);
const found = async (rule: string) => {
  await checkCadence(dayu.runtime.manager, now, profile, judgedSince(since));
  const rows = await dayu.store.query(
    `SELECT period FROM rule_finding WHERE rule = '${rule}' ORDER BY period`,
  );
  return rows.map(({ period }) => period);
};

test('numbers and days change their year at midnight in Asia/Shanghai, each on the day it is given', async () => {
  at('2026-12-31T15:59:59Z');
  const last = await convoke('WEEKLY', dispatcher);
  expect(last).toMatchObject({ number: '大峪周例〔2026〕第1号', year: 2026, heldOn: null });
  at('2026-12-31T16:30:00Z');
  // Convened in one year and held in the next: the number stays, the day is that of the opening.
  expect(await open(dispatcher, last)).toMatchObject({
    number: '大峪周例〔2026〕第1号',
    year: 2026,
    heldOn: '2027-01-01',
  });
  expect(await convoke('WEEKLY', dispatcher)).toMatchObject({ number: '大峪周例〔2027〕第1号', year: 2027 });
  const project = { title: 'x', goals: 'x', departmentCodes: ['JUSTICE'], communityCodes: ['110109001001'] };
  const chartered = await give(
    dayu,
    'dayu',
    'charterProject',
    { ...project, deadline: '2027-12-31' },
    'project { number year }',
    { as: dispatcher },
  );
  expect(chartered.payload?.['project']).toEqual({ number: 'DAYU-P-2027-0001', year: 2027 });
});

test('the first of January is of the week that began in December: 2026-W53', async () => {
  at('2026-12-20T04:00:00Z');
  await convoke('WEEKLY', dispatcher);
  at('2026-12-31T16:30:00Z');
  await open(dispatcher, await convoke('WEEKLY', dispatcher));
  at('2027-01-03T15:59:59Z');
  expect(await found('R21')).toEqual(['2026-W52']);
  at('2027-01-03T16:00:00Z');
  // W53 is over and had its meeting, in which no center reported: a finding about reports, and none about the meeting.
  expect(await found('R21')).toEqual(['2026-W52', '2026-W53']);
  const { data } = await dayu.ask(
    '{ dayu { ruleFindings(filter: { rule: "R21" }) { nodes { period message } } } }',
    {},
    { as: office },
  );
  const messages = new Map(
    (data as Selected)['dayu'].ruleFindings.nodes.map(({ period, message }: Selected) => [period, message]),
  );
  expect(messages.get('2026-W52')).toContain('没有召开周例会');
  expect(messages.get('2026-W53')).not.toContain('没有召开周例会');
});

test('a weekly meeting on the first minute of Monday is the new week’s, and none of 2026-W53', async () => {
  at('2026-12-27T16:00:00Z');
  await convoke('WEEKLY', dispatcher);
  at('2027-01-03T16:00:00Z');
  await open(dispatcher, await convoke('WEEKLY', dispatcher));
  expect(await found('R21')).toEqual(['2026-W53']);
});

test.each([
  ['2026-12-31T15:59:59Z', []],
  ['2026-12-31T16:00:00Z', ['2026-Q4']],
])('a joint meeting that is held at %s leaves without one: %j', async (held, quarters) => {
  at('2026-09-30T16:00:00Z');
  const meeting = await convoke('JOINT', leader);
  at(held);
  await open(leader, meeting);
  at('2027-01-01T04:00:00Z');
  expect(await found('R02')).toEqual(quarters);
});
