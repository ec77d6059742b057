import type { Actor } from '@mtg/access';
import { majorMatterMachine, nextState, r01, STREET_BODY_KINDS, type OpinionVerdict } from '@mtg/governance';
import * as fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { memberInOffice } from '../../support/appoint-past';
import { runsOf } from '../../support/runs';
import { FORGED, mostly, sequenceStreet, type SequenceStreet } from '../../support/sequence-street';

/** Sequences that are tried, each of up to so many commands. */
const [RUNS, LONGEST] = [15, 24];

let street: SequenceStreet;
beforeAll(async () => {
  street = await sequenceStreet('dayu', '2026-03-31T15:30:00Z');
  for (const body of STREET_BODY_KINDS) await memberInOffice(street.subgraph.database, body, UNIT);
});
afterAll(() => street.subgraph.close());

/** The only member unit of both bodies. */
const UNIT = '区医院';

const which = fc.nat({ max: 3 });
const clerk = mostly<'CLERK', number>('CLERK', fc.nat({ max: 14 }));
/** The version seen by the caller: omitted, current, past or future. */
const seen = mostly<'UNTOLD' | 'RIGHT' | 'STALE' | 'EARLY'>(
  'RIGHT',
  fc.constantFrom('UNTOLD', 'STALE', 'EARLY'),
);
const step = fc.oneof(
  { weight: 1, arbitrary: fc.record({ do: fc.constant('register'), as: clerk }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('opine'),
      as: clerk,
      matter: which,
      body: fc.constantFrom(...STREET_BODY_KINDS),
      consulted: mostly(true, fc.constant(false)),
      opinion: mostly<string | null>('同意', fc.constantFrom(null, '  ')),
      verdict: mostly<OpinionVerdict | null>(
        'AGREED',
        fc.constantFrom(null, 'AGREED_WITH_CHANGES', 'DISAGREED'),
      ),
      meeting: mostly<number | null>(1, fc.option(which), 2),
      seen,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('decide'),
      as: clerk,
      matter: which,
      /** Now, later than that, or at the time of the newest opinion, or a moment after it. */
      at: mostly<'NOW' | 'LATER' | 'WITH_OPINION' | 'AFTER_OPINION'>(
        'NOW',
        fc.constantFrom('LATER', 'WITH_OPINION', 'AFTER_OPINION'),
        2,
      ),
      number: mostly<'FRESH' | 'USED'>('FRESH', fc.constant('USED')),
      outcome: fc.constantFrom('APPROVED', 'REJECTED'),
      reason: fc.constantFrom(null, '资金未落实'),
      seen,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('openMeeting', 'closeMeeting', 'cancelMeeting', 'attend'),
      as: clerk,
      meeting: which,
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Opinion = Extract<Step, { body: unknown }>;
type Decision = Extract<Step, { number: unknown }>;

/** Rows that one sequence has made so far. */
interface Scene {
  readonly matters: string[];
  readonly meetings: string[];
}
const at = (ids: readonly string[], index: number): string => ids[index % ids.length] ?? FORGED;
const actorOf = (as: 'CLERK' | number): Actor | undefined =>
  as === 'CLERK' ? street.people.clerk : street.everybody[as];
const isClerk = (actor: Actor | undefined) =>
  actor?.role === 'COMMITTEE_CLERK' && actor.street === street.code;

async function take(step: Step, scene: Scene): Promise<void> {
  street.pass(7);
  const as = actorOf(step.as);
  if ('body' in step) return opine(step, scene, as);
  if ('number' in step) return decide(step, scene, as);
  if ('meeting' in step) {
    const reason = step.do === 'cancelMeeting' ? { reason: '改期' } : {};
    const meetingId = at(scene.meetings, step.meeting);
    if (step.do === 'attend') return attend(meetingId, as);
    await street.run(step.do, { meetingId, ...reason }, as);
    return;
  }
  const input = { title: '规划', content: '方案' };
  const { payload } = await street.run('registerMajorMatter', input, as, 'majorMatter { id }');
  expect(payload !== null).toBe(
    as?.street === street.code && ['STREET_LEADER', 'COMMITTEE_CLERK'].includes(as.role),
  );
  if (payload) scene.matters.push(payload['majorMatter'].id);
}

async function rowOf(id: string): Promise<{ state?: string; version?: number }> {
  const [row = {}] = await street.sql('SELECT state, version FROM major_matter WHERE id = $1', [id]);
  return row;
}
const versionOf = (seen: Opinion['seen'], version = 1): number | null =>
  ({ UNTOLD: null, RIGHT: version, STALE: version - 1, EARLY: version + 1 })[seen];
const isTimely = (seen: Opinion['seen']): boolean => seen === 'RIGHT';

async function opine(step: Opinion, scene: Scene, as: Actor | undefined): Promise<void> {
  const majorMatterId = at(scene.matters, step.matter);
  const { state, version } = await rowOf(majorMatterId);
  const meetingId = step.meeting === null ? null : at(scene.meetings, step.meeting);
  const [meeting] = await street.sql(
    `SELECT m.state FROM meeting m JOIN agenda_item a ON a.meeting_id = m.id AND a.major_matter_id = $2 WHERE m.id = $1`,
    [meetingId, majorMatterId],
  );
  const isHeld = meeting?.['state'] === 'CLOSED';
  const { body, consulted, opinion, verdict } = step;
  const isSaid = consulted
    ? isHeld && (verdict !== null) === (opinion === '同意')
    : (meetingId === null || isHeld) && verdict === null;
  const input = {
    majorMatterId,
    body,
    consulted,
    opinion,
    verdict,
    meetingId,
    expectedVersion: versionOf(step.seen, version),
  };
  const { payload } = await street.run('recordPreliminaryOpinion', input, as);
  const isOpen = state === 'REGISTERED' || state === 'DELIBERATED';
  const mayPass = isClerk(as) && isOpen && isSaid && isTimely(step.seen);
  expect({ step, isDone: payload !== null }).toEqual({ step, isDone: mayPass });
}

/** The opinions on a matter as rule R01 looks at them. */
async function opinionsOn(majorMatterId: string) {
  const rows = await street.sql(
    'SELECT body, consulted, opinion, verdict, created_at FROM preliminary_opinion WHERE major_matter_id = $1 ORDER BY created_at',
    [majorMatterId],
  );
  return rows.map(({ body, consulted, opinion, verdict, created_at: recordedAt }) => ({
    body,
    consulted,
    opinion,
    verdict,
    recordedAt,
  }));
}

const lastOf = (kind: string, opinions: Awaited<ReturnType<typeof opinionsOn>>, decidedAt: Date) =>
  opinions.findLast(({ body, recordedAt }) => body === kind && recordedAt < decidedAt);

/** True if a body's last record before a decision is an opinion that it consulted on. */
function hasFormed(kind: string, opinions: Awaited<ReturnType<typeof opinionsOn>>, decidedAt: Date): boolean {
  const last = lastOf(kind, opinions, decidedAt);
  return last !== undefined && last.consulted && last.opinion !== null;
}

const moment = (date: Date, milliseconds: number) => new Date(date.getTime() + milliseconds);

async function decide(step: Decision, scene: Scene, as: Actor | undefined): Promise<void> {
  const majorMatterId = at(scene.matters, step.matter);
  const { state, version } = await rowOf(majorMatterId);
  const opinions = await opinionsOn(majorMatterId);
  const newest: Date = opinions.at(-1)?.recordedAt ?? street.now();
  const decidedAt = {
    NOW: street.now(),
    LATER: moment(street.now(), 1),
    WITH_OPINION: newest,
    AFTER_OPINION: moment(newest, 1),
  }[step.at];
  const [used] = await street.sql('SELECT number FROM committee_decision LIMIT 1');
  const isUsed = step.number === 'USED' && used !== undefined;
  const number: string = isUsed ? used['number'] : randomUUID();
  const { payload } = await street.run(
    'decideMajorMatter',
    {
      majorMatterId,
      outcome: step.outcome,
      reason: step.reason,
      decision: { number, decidedAt: decidedAt.toISOString(), summary: '决定' },
      expectedVersion: versionOf(step.seen, version),
    },
    as,
  );
  // Said here in the words of the seed once more, and not by the rule: both have formed an opinion, and before it.
  const haveFormed = STREET_BODY_KINDS.every((kind) => hasFormed(kind, opinions, decidedAt));
  const isExplained =
    step.reason !== null ||
    STREET_BODY_KINDS.every(
      (kind) =>
        (lastOf(kind, opinions, decidedAt)?.verdict === 'DISAGREED') === (step.outcome === 'REJECTED'),
    );
  const mayPass =
    isClerk(as) &&
    haveFormed &&
    isExplained &&
    state === 'DELIBERATED' &&
    decidedAt <= street.now() &&
    !isUsed &&
    isTimely(step.seen);
  expect({ step, isDone: payload !== null }).toEqual({ step, isDone: mayPass });
}

async function convoke(majorMatterId: string): Promise<string> {
  const agenda = [{ title: '规划', majorMatterId }];
  const input = { kind: 'JOINT', title: '会议', scheduledAt: street.now().toISOString(), agenda };
  return (await street.must('convokeMeeting', input, street.people.clerk, 'meeting { id }'))['meeting'].id;
}

/** The unit reports to an open meeting, and the street gives its notice: what a joint meeting closes on (R03). */
async function attend(meetingId: string, as: Actor | undefined): Promise<void> {
  await street.run('recordMemberReport', { meetingId, unit: UNIT, content: '进展' }, as);
  await street.run('recordStreetNotice', { meetingId, content: '完成情况', requirements: '按时完成' }, as);
}

async function register(): Promise<string> {
  const input = { title: '规划', content: '方案' };
  const made = await street.must('registerMajorMatter', input, street.people.clerk, 'majorMatter { id }');
  return made['majorMatter'].id;
}

test('no sequence of commands comes to a decision without the opinions of both bodies before it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: LONGEST, size: 'max' }), async (steps) => {
      const matter = await register();
      const scene = { matters: [matter], meetings: [FORGED, await convoke(matter)] };
      for (const each of steps) await take(each, scene);
      // At last what is lawful, on a matter of its own: it would be no proof if nothing got through at all.
      const free = await register();
      const own = { matters: [free], meetings: [await convoke(free)] };
      const opinion = {
        do: 'opine',
        as: 'CLERK',
        matter: 0,
        consulted: true,
        opinion: '同意',
        verdict: 'AGREED',
        meeting: 0,
      } as const;
      // Refused until the meeting is over, and taken from then on.
      for (const each of ['openMeeting', 'attend', 'closeMeeting'] as const) {
        await take({ ...opinion, body: STREET_BODY_KINDS[0], seen: 'RIGHT' }, own);
        await take({ do: each, as: 'CLERK', meeting: 0 }, own);
      }
      for (const body of STREET_BODY_KINDS) await take({ ...opinion, body, seen: 'RIGHT' }, own);
      const decision = {
        do: 'decide',
        as: 'CLERK',
        matter: 0,
        number: 'FRESH',
        outcome: 'APPROVED',
        reason: null,
      } as const;
      for (const at of ['WITH_OPINION', 'LATER', 'NOW'] as const) {
        await take({ ...decision, at, seen: 'RIGHT' }, own);
      }
    }),
    { numRuns: runsOf(RUNS) },
  );
  expect(await decided()).not.toHaveLength(0);
  const [{ decisions, opinions, unready } = {}] = await street.sql(`
    SELECT (SELECT count(*)::int FROM major_matter WHERE state = 'DECIDED') AS decisions,
      (SELECT count(*)::int FROM preliminary_opinion) AS opinions,
      (SELECT count(*)::int FROM audit_entry WHERE command = 'decideMajorMatter' AND rule = 'R01') AS unready`);
  expect(decisions).toBeGreaterThanOrEqual(RUNS);
  expect(opinions).toBeGreaterThanOrEqual(2 * RUNS);
  expect(unready).toBeGreaterThanOrEqual(RUNS);
});

const decided = () =>
  street.sql(`SELECT m.id, m.state, d.id AS decision_id, d.subject, d.decided_at, d.created_at,
      (SELECT array_agg(DISTINCT concat_ws(' ', a.role, a.scope)) FROM audit_entry a
        WHERE a.targets @> ARRAY[m.id, d.id] AND a.command = 'decideMajorMatter' AND a.outcome = 'ALLOWED') AS deciders
    FROM major_matter m LEFT JOIN committee_decision d ON d.id = m.decision_id
    WHERE m.state = 'DECIDED' OR m.decision_id IS NOT NULL`);

test('every decided matter has both bodies’ opinions before the decision, which the committee’s clerk recorded', async () => {
  for (const matter of await decided()) {
    const opinions = await opinionsOn(matter['id']);
    const bodies = STREET_BODY_KINDS.filter((kind) => hasFormed(kind, opinions, matter['decided_at']));
    expect({
      state: matter['state'],
      subject: matter['subject'],
      deciders: matter['deciders'],
      bodies,
      late: opinions.filter(({ recordedAt }) => recordedAt >= matter['created_at']),
      findings: r01.check({ opinions, decidedAt: matter['decided_at'] }),
      inFuture: matter['decided_at'] > matter['created_at'],
    }).toEqual({
      state: 'DECIDED',
      subject: 'MAJOR_MATTER',
      deciders: ['COMMITTEE_CLERK DAYU'],
      bodies: STREET_BODY_KINDS,
      late: [],
      findings: [],
      inFuture: false,
    });
  }
});

test('every matter is in the state that its commands on record lead to', async () => {
  const matters = await street.sql(`
    SELECT m.id, m.state, m.version, array_agg(a.command ORDER BY a.sequence) AS commands FROM major_matter m
    JOIN audit_entry a ON a.targets @> ARRAY[m.id] AND a.outcome = 'ALLOWED' GROUP BY m.id`);
  const [{ n } = {}] = await street.sql('SELECT count(*)::int AS n FROM major_matter');
  expect(matters).toHaveLength(n);
  for (const { id, state, version, commands } of matters) {
    const opinions = await opinionsOn(id);
    let recorded = 0;
    let reached: string = majorMatterMachine.creation.to;
    for (const command of commands.slice(1)) {
      if (command === 'recordPreliminaryOpinion') recorded += 1;
      const known = opinions.slice(0, recorded);
      const both = STREET_BODY_KINDS.every((kind) => hasFormed(kind, known, street.now()));
      const to = command === 'decideMajorMatter' ? 'DECIDED' : both ? 'DELIBERATED' : 'REGISTERED';
      reached = nextState(majorMatterMachine, reached, command, to).to ?? 'NOWHERE';
    }
    expect({ id, first: commands[0], state, version, recorded }).toEqual({
      id,
      first: 'registerMajorMatter',
      state: reached,
      version: commands.length,
      recorded: opinions.length,
    });
  }
});

test('an opinion that names a meeting was recorded when that was over', async () => {
  const named = await street.sql(`
    SELECT m.closed_at <= o.created_at AS over FROM preliminary_opinion o JOIN meeting m ON m.id = o.meeting_id`);
  expect(named.length).toBeGreaterThanOrEqual(2 * RUNS);
  expect(named.filter(({ over }) => over !== true)).toEqual([]);
});
