import type { Actor } from '@mtg/access';
import { delegationMachine, nextState } from '@mtg/governance';
import * as fc from 'fast-check';
import { centerHead, officer } from '../../support/actors';
import { decisionNow, delegationAfter, GUIDANCE, project, requestOf } from '../../support/sequence-sources';
import { runsOf } from '../../support/runs';
import { dayAfter, FORGED, mostly, sequenceStreet, type SequenceStreet } from '../../support/sequence-street';

/** Sequences that are tried, each of up to so many commands. */
const [RUNS, LONGEST] = [12, 24];

let street: SequenceStreet;
let projectId: string;
beforeAll(async () => {
  street = await sequenceStreet('dayu', '2026-06-30T14:00:00Z');
  projectId = await project(street);
});
afterAll(() => street.subgraph.close());

const BY = {
  submitDelegation: 'DEPARTMENT_OFFICER',
  recordStreetOpinion: 'STREET_LEADER',
  approveDelegation: 'COMMITTEE_CLERK',
  rejectDelegation: 'COMMITTEE_CLERK',
  deployDelegation: 'COMMITTEE_CLERK',
  withdrawDelegation: 'DEPARTMENT_OFFICER',
  dispatchWorkOrder: 'DISPATCHER',
  issueFeedbackReport: 'DISPATCHER',
  concludeDelegation: 'DISPATCHER',
  confirmConclusion: 'DEPARTMENT_OFFICER',
  objectToConclusion: 'DEPARTMENT_OFFICER',
} as const;
const OF_DEPARTMENT: ReadonlySet<string> = new Set([
  'withdrawDelegation',
  'confirmConclusion',
  'objectToConclusion',
]);

const DEPARTMENTS = ['JUSTICE', 'CIVIL_AFFAIRS'] as const;
const which = fc.nat({ max: 4 });
/** The right actor, a colleague of another department, or an index into the list of everybody. */
const who = mostly<'RIGHT' | 'COLLEAGUE', number>('RIGHT', fc.nat({ max: 14 }), 7);
const step = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('submit' as const),
      as: mostly<'RIGHT' | 'COLLEAGUE' | number>('RIGHT', fc.oneof(fc.constant('COLLEAGUE' as const), which)),
      department: fc.constantFrom(...DEPARTMENTS),
      kind: mostly<string>('DELEGATED_MATTER', fc.constantFrom('TEMPORARY_BODY', 'DIRECT_TASK')),
      lacks: mostly<string | null>(null, fc.constantFrom('documentNumber', 'documentTitle', 'legalBasis')),
      /** Days from now to the day of the document. */
      written: mostly(-7, fc.constantFrom(0, 1)),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constantFrom(
        ...(['recordStreetOpinion', 'approveDelegation', 'deployDelegation', 'dispatchWorkOrder'] as const),
        ...(['rejectDelegation', 'withdrawDelegation', 'issueFeedbackReport', 'concludeDelegation'] as const),
        ...(['confirmConclusion', 'objectToConclusion'] as const),
        ...(['NEXT', 'NEXT', 'NEXT', 'NEXT', 'NEXT', 'NEXT'] as const),
      ),
      as: who,
      delegation: which,
      /** When the committee decided. */
      decided: mostly<'NOW' | 'LATER' | 'WITH_OPINION' | 'AFTER_OPINION'>(
        'NOW',
        fc.constantFrom('LATER', 'WITH_OPINION', 'AFTER_OPINION'),
      ),
      guidance: mostly<'GIVEN' | 'NONE' | 'NOWHERE'>('GIVEN', fc.constantFrom('NONE', 'NOWHERE')),
      isTimely: mostly(true, fc.constant(false), 9),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(...(['finish', 'cancel', 'return'] as const)),
      delegation: which,
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Submission = Extract<Step, { lacks: unknown }>;
type Given = Extract<Step, { guidance: unknown }>;
type Taken = Omit<Given, 'do'> & { readonly do: Exclude<Given['do'], 'NEXT'> };

/** Next step on the way to the feedback. */
const NEXT: Readonly<Record<string, Taken['do']>> = {
  SUBMITTED: 'recordStreetOpinion',
  OPINION_HEARD: 'approveDelegation',
  APPROVED: 'deployDelegation',
  DEPLOYED: 'dispatchWorkOrder',
  COMPLETED: 'confirmConclusion',
};

type Scene = string[];
const at = (scene: Scene, index: number): string => scene[index % scene.length] ?? FORGED;

async function take(step: Step, scene: Scene): Promise<void> {
  street.pass(13);
  if ('lacks' in step) await submit(step, scene);
  else if ('guidance' in step) await goOn(step, at(scene, step.delegation));
  else await carryOut(step.do, at(scene, step.delegation));
}

async function submit(step: Submission, scene: Scene): Promise<void> {
  const { department, lacks, written, kind } = step;
  const colleague = officer(department === 'JUSTICE' ? 'CIVIL_AFFAIRS' : 'JUSTICE');
  const as =
    step.as === 'RIGHT'
      ? officer(department)
      : step.as === 'COLLEAGUE'
        ? colleague
        : street.everybody[step.as];
  const input = {
    ...requestOf(street, department),
    kind,
    documentDate: dayAfter(street.now(), written),
    ...(lacks !== null && { [lacks]: null }),
  };
  const { payload } = await street.run('submitDelegation', input, as, 'delegation { id }');
  const isRight = as?.role === 'DEPARTMENT_OFFICER' && as.department === department;
  const mayPass = isRight && lacks === null && kind === 'DELEGATED_MATTER' && written <= 0;
  expect({ step, isDone: payload !== null }).toEqual({ step, isDone: mayPass });
  if (payload) scene.push(payload['delegation'].id);
}

interface Known {
  readonly state: string;
  readonly version: number;
  readonly department_code: string;
  readonly opinion_heard_at: Date | null;
}

/** Tries one step of a delegation's way, and expects it to be taken if it is the next, by whom and as it has to be. */
async function goOn(given: Given, delegationId: string): Promise<void> {
  const [found] = await street.sql('SELECT * FROM delegation WHERE id = $1', [delegationId]);
  const known = found as Known | undefined;
  const orders = await street.sql('SELECT * FROM work_order WHERE delegation_id = $1', [delegationId]);
  const isTold = orders.some((order) => order['feedback_report_id'] !== null);
  const last = isTold ? 'concludeDelegation' : 'issueFeedbackReport';
  const command = given.do === 'NEXT' ? (NEXT[known?.state ?? ''] ?? last) : given.do;
  const step = { ...given, do: command };
  const department = known?.department_code ?? 'JUSTICE';
  const as = actorOf(step, department);
  const decidedAt = instantOf(step.decided, known?.opinion_heard_at ?? street.now());
  const expectedVersion = step.isTimely ? (known?.version ?? null) : 99;
  const [input, factsAllow] = factsOf(step, { delegationId, expectedVersion, decidedAt, known, orders });
  const { payload } = await street.run(step.do, input, as);
  const isAllowed =
    as?.role === BY[step.do] &&
    (as.street === undefined || as.street === street.code) &&
    (!OF_DEPARTMENT.has(step.do) || as.department === department);
  const leads = known !== undefined && nextState(delegationMachine, known.state, step.do).refusal?.reason;
  // A report is of orders, and its delegation is wherever these have brought it.
  const isNext = step.do === 'issueFeedbackReport' || leads === undefined;
  expect({ step, state: known?.state, isDone: payload !== null }).toEqual({
    step,
    state: known?.state,
    isDone: isAllowed && isNext && factsAllow,
  });
}

function actorOf(step: Taken, department: string): Actor | undefined {
  if (typeof step.as === 'number') return street.everybody[step.as];
  const { leader, clerk, dispatcher } = street.people;
  const own = officer(step.as === 'RIGHT' ? department : 'NOWHERE');
  return { STREET_LEADER: leader, COMMITTEE_CLERK: clerk, DISPATCHER: dispatcher, DEPARTMENT_OFFICER: own }[
    BY[step.do]
  ];
}

const instantOf = (decided: Taken['decided'], heardAt: Date): Date =>
  ({
    NOW: street.now(),
    LATER: new Date(street.now().getTime() + 1),
    WITH_OPINION: heardAt,
    AFTER_OPINION: new Date(heardAt.getTime() + 1),
  })[decided];

interface Facts {
  readonly delegationId: string;
  readonly expectedVersion: number | null;
  readonly decidedAt: Date;
  readonly known: Known | undefined;
  readonly orders: readonly Readonly<Record<string, unknown>>[];
}

/** All that was dispatched is closed and reported, or cancelled, and something is. */
const isDone = (orders: Facts['orders']): boolean =>
  orders.some((order) => order['feedback_report_id'] !== null) &&
  orders.every((order) => order['feedback_report_id'] !== null || order['state'] === 'CANCELLED');

/** The input of a step, and whether all but its state and its giver is as it has to be. */
function factsOf(step: Taken, facts: Facts): readonly [Readonly<Record<string, unknown>>, boolean] {
  const { delegationId, expectedVersion, decidedAt, known, orders } = facts;
  const named = { delegationId, expectedVersion };
  const decision = { ...decisionNow(street), decidedAt: decidedAt.toISOString() };
  const heardAt = known?.opinion_heard_at ?? null;
  const isDecidedInTime = heardAt !== null && heardAt < decidedAt && decidedAt <= street.now();
  const reported = orders.filter(({ state }) => state === 'CLOSED');
  const guidance = { GIVEN: GUIDANCE, NONE: [], NOWHERE: [{ centerCode: 'NOWHERE', text: '先摸底' }] };
  const deployment = { deployment: '由综治维稳中心牵头', guidance: guidance[step.guidance] };
  const order = { title: '走访', content: '每月一次', centerCode: 'HEALTH', responsiblePerson: '王敏' };
  const told = step.isTimely ? known?.department_code : 'EDUCATION';
  const recipients = { recipients: ['DEPARTMENT'], departmentCodes: [told ?? 'JUSTICE'] };
  const workOrderIds = reported.map(({ id }) => id);
  const isNew = reported.every((each) => each['feedback_report_id'] === null);
  const all: Readonly<Record<Taken['do'], readonly [Readonly<Record<string, unknown>>, boolean]>> = {
    recordStreetOpinion: [{ ...named, opinion: '同意' }, step.isTimely],
    approveDelegation: [{ ...named, decision }, step.isTimely && isDecidedInTime],
    rejectDelegation: [{ ...named, decision, reason: '依据不足' }, step.isTimely && isDecidedInTime],
    deployDelegation: [{ ...named, ...deployment }, step.isTimely && step.guidance === 'GIVEN'],
    withdrawDelegation: [{ ...named, reason: '另行安排' }, step.isTimely],
    dispatchWorkOrder: [{ ...order, deadline: dayAfter(street.now(), 9), projectId, delegationId }, true],
    issueFeedbackReport: [
      { title: '完成情况', text: '已完成', ...recipients, workOrderIds },
      reported.length > 0 && isNew && told === known?.department_code,
    ],
    concludeDelegation: [{ ...named, text: '已办结' }, step.isTimely && isDone(orders)],
    confirmConclusion: [named, step.isTimely],
    objectToConclusion: [{ ...named, reason: '缺清单' }, step.isTimely],
  };
  return all[step.do];
}

/** The oldest order of a delegation that is not at its end yet: it is finished or cancelled, or its return is requested. */
async function carryOut(how: 'finish' | 'cancel' | 'return', delegationId: string): Promise<void> {
  const [order] = await street.sql(
    `SELECT id, center_code FROM work_order WHERE delegation_id = $1 AND state = 'ISSUED' ORDER BY id LIMIT 1`,
    [delegationId],
  );
  if (!order) return;
  const { dispatcher } = street.people;
  const workOrderId: unknown = order['id'];
  if (how === 'cancel') {
    await street.must('cancelWorkOrder', { workOrderId, reason: '不再需要' }, dispatcher);
    return;
  }
  const head = centerHead(street.code, order['center_code']);
  if (how === 'return') {
    await street.must('requestReturn', { workOrderId, reason: '不属本中心职责' }, head);
    return;
  }
  for (const command of ['acceptWorkOrder', 'startWorkOrder', 'submitWorkOrder']) {
    await street.must(command, { workOrderId }, head);
  }
  for (const command of ['verifyWorkOrder', 'closeWorkOrder']) {
    await street.must(command, { workOrderId }, dispatcher);
  }
}

test('no sequence of commands takes a delegation past a step of its admission', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: LONGEST, size: 'max' }), async (steps) => {
      const scene = [
        await delegationAfter(street, 2),
        await delegationAfter(street, 4, 'CIVIL_AFFAIRS'),
        FORGED,
      ];
      for (const each of steps) await take(each, scene);
      // At last what is lawful, from beginning to end: it would be no proof if nothing got through at all.
      const own = [
        await delegationAfter(street, 4),
        await delegationAfter(street, 2),
        await delegationAfter(street, 1),
      ];
      const next = { do: 'NEXT', as: 'RIGHT', delegation: 0, decided: 'NOW', guidance: 'GIVEN' } as const;
      for (const decided of ['WITH_OPINION', 'LATER'] as const) {
        const tried = { ...next, isTimely: true, delegation: 1, decided } as const;
        for (const command of ['approveDelegation', 'rejectDelegation'] as const) {
          await take({ ...tried, do: command }, own);
        }
      }
      await take({ ...next, do: 'rejectDelegation', delegation: 1, isTimely: true }, own);
      await take({ ...next, isTimely: true }, own);
      await take({ do: 'finish', delegation: 0 }, own);
      await take({ ...next, isTimely: false }, own);
      await take({ ...next, isTimely: true }, own);
      for (const command of ['NEXT', 'objectToConclusion', 'NEXT', 'NEXT'] as const) {
        await take({ ...next, do: command, isTimely: true }, own);
      }
      await take({ ...next, do: 'withdrawDelegation', delegation: 2, isTimely: true }, own);
    }),
    { numRuns: runsOf(RUNS) },
  );
  const ended = await street.sql('SELECT DISTINCT state FROM delegation');
  expect(ended.map(({ state }) => state)).toEqual(
    expect.arrayContaining(['CONFIRMED', 'REJECTED', 'WITHDRAWN']),
  );
});

test('every delegation is in the state that its commands on record lead to, each given by whose step it is', async () => {
  const rows = await street.sql(`
    SELECT d.id, d.state, json_agg(json_build_object('command', a.command, 'role', a.role, 'scope', a.scope,
      'department', d.department_code) ORDER BY a.sequence) AS entries
    FROM delegation d JOIN audit_entry a ON a.targets @> ARRAY[d.id] AND a.outcome = 'ALLOWED' GROUP BY d.id`);
  const [{ n } = {}] = await street.sql('SELECT count(*)::int AS n FROM delegation');
  expect(rows).toHaveLength(n);
  for (const { id, state, entries } of rows) {
    let reached: string = delegationMachine.creation.to;
    for (const [index, { command, role, scope, department }] of entries.entries()) {
      expect(['REJECTED', 'WITHDRAWN', 'CONFIRMED']).not.toContain(reached);
      const by = Object.entries(BY).find(([name]) => name === command)?.[1] ?? 'NO_ACTOR';
      const where = by === 'DEPARTMENT_OFFICER' ? department : street.code;
      expect({ id, command, role, scope }).toEqual({ id, command, role: by, scope: where });
      expect(command === 'submitDelegation').toBe(index === 0);
      // A further order does not change a delegation.
      if (index > 0) reached = nextState(delegationMachine, reached, command).to ?? `${reached} ${command}`;
    }
    expect({ id, state: reached }).toEqual({ id, state });
  }
});

test('no order carries out what was not approved and deployed before, and nothing follows an end', async () => {
  const orders = await street.sql(`
    SELECT w.number, d.state, (SELECT array_agg(a.command ORDER BY a.sequence) FROM audit_entry a
      WHERE a.targets @> ARRAY[d.id] AND a.outcome = 'ALLOWED' AND a.sequence < (SELECT b.sequence FROM audit_entry b
        WHERE b.targets @> ARRAY[w.id] AND b.command = 'dispatchWorkOrder')) AS before,
      c.outcome, d.opinion_heard_at < c.decided_at AND c.decided_at <= d.deployed_at AND d.deployed_at <= w.created_at
        AND d.document_date <= (d.created_at AT TIME ZONE 'Asia/Shanghai')::date AND d.legal_basis <> '' AS in_order,
      EXISTS (SELECT FROM delegation_guidance g WHERE g.delegation_id = d.id) AS guided
    FROM work_order w JOIN delegation d ON d.id = w.delegation_id
    LEFT JOIN committee_decision c ON c.id = d.decision_id AND c.subject = 'DELEGATION'`);
  expect(orders.length).toBeGreaterThanOrEqual(RUNS);
  const admission = ['submitDelegation', 'recordStreetOpinion', 'approveDelegation', 'deployDelegation'];
  for (const { number, state, before, outcome, in_order, guided } of orders) {
    expect({ number, before: before.slice(0, 4), outcome, in_order, guided }).toEqual({
      number,
      before: admission,
      outcome: 'APPROVED',
      in_order: true,
      guided: true,
    });
    expect(['DISPATCHED', 'COMPLETED', 'CONFIRMED']).toContain(state);
  }
  const [{ rejected } = {}] = await street.sql(`
    SELECT count(*)::int AS rejected FROM delegation d JOIN committee_decision c ON c.id = d.decision_id
    WHERE d.state = 'REJECTED' AND c.outcome = 'REJECTED' AND d.opinion_heard_at < c.decided_at AND d.reason <> ''
      AND d.deployed_at IS NULL`);
  const [{ all } = {}] = await street.sql(
    `SELECT count(*)::int AS all FROM delegation WHERE state = 'REJECTED'`,
  );
  expect(rejected).toBe(all);
});

test('a delegation is concluded only when all that carries it out is reported or cancelled', async () => {
  const wrong = await street.sql(`
    SELECT d.id, d.state FROM delegation d WHERE d.state IN ('COMPLETED', 'CONFIRMED') AND NOT (
      EXISTS (SELECT FROM work_order w WHERE w.delegation_id = d.id AND w.feedback_report_id IS NOT NULL)
      AND NOT EXISTS (SELECT FROM work_order w WHERE w.delegation_id = d.id AND w.feedback_report_id IS NULL
        AND w.state <> 'CANCELLED'))`);
  expect(wrong).toEqual([]);
});
