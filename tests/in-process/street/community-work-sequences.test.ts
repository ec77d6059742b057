import type { Actor } from '@mtg/access';
import * as fc from 'fast-check';
import { definition } from '../../../subgraphs/dayu/src';
import { centerHead, centerStaff, communitySecretary, peopleOf } from '../../support/actors';
import { runsOf } from '../../support/runs';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';
import {
  DELUYUAN,
  refusal,
  steppingClock,
  taskOf,
  weeklyMeetingsOf,
  YUEJIYUAN,
} from './community-work-support';

/** Sequences that are tried, each of up to so many commands. */
const [RUNS, LONGEST] = [20, 24];

const people = peopleOf('DAYU');
const health = centerHead('DAYU', 'HEALTH');
const COMMUNITIES = [DELUYUAN, YUEJIYUAN] as const;
const ACTORS: readonly Actor[] = [
  people.dispatcher,
  people.leader,
  people.clerk,
  health,
  centerStaff('DAYU', 'HEALTH'),
  communitySecretary('DAYU', DELUYUAN),
  people.office,
  peopleOf('CHENGZI').dispatcher,
];
const FORGED = '0198c0de-0000-7000-8000-000000000000';

let dayu: TestSubgraph;
let street: ReturnType<typeof weeklyMeetingsOf>;
beforeAll(async () => {
  dayu = await startTestSubgraph(definition, { clock: steppingClock('2026-03-02T01:00:00Z') });
  street = weeklyMeetingsOf(dayu, 'dayu', 'DAYU');
});
afterAll(() => dayu.close());

/** Mostly as it has to be, so that sequences get somewhere. */
function mostly<T, U = T>(usual: T, others: fc.Arbitrary<U>): fc.Arbitrary<T | U> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: others });
}

const actor = mostly<Actor>(people.dispatcher, fc.constantFrom(...ACTORS));
const community = fc.constantFrom(...COMMUNITIES);
const which = fc.nat({ max: 3 });
const step = fc.oneof(
  fc.record({
    do: fc.constantFrom('openMeeting', 'closeMeeting', 'cancelMeeting'),
    as: actor,
    meeting: which,
  }),
  fc.record({ do: fc.constant('propose'), meeting: which, community }),
  fc.record({
    do: fc.constant('decide'),
    as: actor,
    item: which,
    outcome: fc.constantFrom('PASSED', 'NOT_PASSED'),
  }),
  fc.record({
    do: fc.constant('issue'),
    as: actor,
    /** Null for the meeting that the item is of. */
    meeting: mostly(null, which),
    item: which,
    community,
    without: mostly(null, fc.constantFrom('goal', 'training')),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Item {
  readonly id: string;
  readonly meetingId: string;
}
/** Objects that a sequence has created so far, plus one id of each kind that does not exist. */
interface Scene {
  readonly meetings: string[];
  readonly items: Item[];
}
const NONE: Item = { id: FORGED, meetingId: FORGED };
const meetingAt = ({ meetings }: Scene, index: number): string => meetings[index % meetings.length] ?? FORGED;
const itemAt = ({ items }: Scene, index: number): Item => items[index % items.length] ?? NONE;

async function take(step: Step, scene: Scene): Promise<boolean> {
  if (step.do === 'propose' && 'community' in step) {
    const meetingId = meetingAt(scene, step.meeting);
    const { payload, errors } = await street.run(
      'proposeWeeklyItem',
      {
        meetingId,
        centerCode: 'HEALTH',
        title: '义诊',
        content: '每户一次',
        communityCodes: [step.community],
      },
      'weeklyItem { id }',
      health,
    );
    if (payload) scene.items.push({ id: payload['weeklyItem'].id, meetingId });
    expectKnown(errors);
  } else if ('outcome' in step) {
    const input = { weeklyItemId: itemAt(scene, step.item).id, outcome: step.outcome };
    expectKnown((await street.run('decideWeeklyItem', input, 'weeklyItem { id }', step.as)).errors);
  } else if ('without' in step) {
    return issue(step, scene);
  } else if ('as' in step) {
    const reason = step.do === 'cancelMeeting' ? { reason: '改期' } : {};
    const input = { meetingId: meetingAt(scene, step.meeting), ...reason };
    expectKnown((await street.run(step.do, input, 'meeting { id }', step.as)).errors);
  }
  return false;
}

/** @returns whether it reached the community, which it does when all is as the rules have it, and only then */
async function issue(step: Extract<Step, { without: unknown }>, scene: Scene): Promise<boolean> {
  const { id: weeklyItemId, meetingId: ownMeeting } = itemAt(scene, step.item);
  const meetingId = step.meeting === null ? ownMeeting : meetingAt(scene, step.meeting);
  const [row] = await dayu.store.query(`
    SELECT 1 FROM meeting m JOIN weekly_item i ON i.meeting_id = m.id
    WHERE m.id = '${meetingId}' AND m.kind = 'WEEKLY' AND m.state = 'CLOSED' AND i.id = '${weeklyItemId}'
      AND i.state = 'PASSED' AND '${step.community}' = ANY (i.community_codes)
      AND NOT EXISTS (SELECT 1 FROM assignment_batch b WHERE b.meeting_id = m.id)`);
  const mayPass = row !== undefined && step.without === null && step.as === people.dispatcher;
  const task = taskOf(weeklyItemId, step.community);
  const { payload, errors } = await street.run(
    'issueAssignmentBatch',
    { meetingId, assignments: [step.without === null ? task : { ...task, [step.without]: null }] },
    'assignments { id }',
    step.as,
  );
  expect(payload !== null).toBe(mayPass);
  expectKnown(errors);
  return payload !== null;
}

/** Refused with a reason that people can act on: nothing fell through to the database. */
function expectKnown(errors: Parameters<typeof refusal>[0]['errors']): void {
  for (const { extensions } of errors) {
    expect(['RULE_VIOLATION', 'CONFLICT', 'FORBIDDEN', 'NOT_FOUND']).toContain(extensions['code']);
  }
}

test(`no sequence of commands reaches a community without an item passed at a closed weekly meeting`, async () => {
  let reached = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: LONGEST }), async (steps) => {
      const begun = await street.passed(DELUYUAN);
      const open = await street.convoke();
      const pending = { id: await street.propose(open, COMMUNITIES), meetingId: open };
      await street.open(open);
      const other = await street.convoke('MONTHLY_PROGRESS');
      const passed = { id: begun.weeklyItemId, meetingId: begun.meetingId };
      const scene = { meetings: [FORGED, begun.meetingId, open, other], items: [NONE, passed, pending] };
      // At last what is lawful, unless the sequence did it: it would be no proof if nothing got through at all.
      const lawful: Step = {
        do: 'issue',
        as: people.dispatcher,
        meeting: null,
        item: 1,
        community: DELUYUAN,
        without: null,
      };
      for (const each of [...steps, lawful]) if (await take(each, scene)) reached += 1;
    }),
    { numRuns: runsOf(RUNS) },
  );
  expect(reached).toBeGreaterThanOrEqual(RUNS);
  const unruly = await dayu.store.query(`
    SELECT a.id FROM community_assignment a
    LEFT JOIN weekly_item i ON i.id = a.weekly_item_id
    LEFT JOIN meeting m ON m.id = i.meeting_id
    LEFT JOIN assignment_batch b ON b.id = a.batch_id
    WHERE (i.state = 'PASSED' AND m.kind = 'WEEKLY' AND m.state = 'CLOSED' AND m.closed_at < a.created_at
      AND i.decided_at < m.closed_at AND b.meeting_id = m.id AND a.community_code = ANY (i.community_codes)) IS NOT TRUE`);
  expect(unruly).toEqual([]);
  const decidedElsewhere = await dayu.store.query(`
    SELECT i.id FROM weekly_item i JOIN meeting m ON m.id = i.meeting_id
    WHERE i.state <> 'PROPOSED' AND (m.opened_at < i.decided_at
      AND (m.closed_at IS NULL OR i.decided_at < m.closed_at)) IS NOT TRUE`);
  expect(decidedElsewhere).toEqual([]);
});
