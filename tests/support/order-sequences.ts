import type { Actor } from '@mtg/access';
import { OPEN_WORK_ORDER_STATES } from '@mtg/governance';
import * as fc from 'fast-check';
import { centerHead } from './actors';
import {
  delegationAfter,
  decisionNow,
  GUIDANCE,
  keyPoint,
  minutesItem,
  project,
  undecided,
  WEEKLY,
} from './sequence-sources';
import { dayAfter, FORGED, mostly, outcomeOf, type SequenceStreet } from './sequence-street';

/** Where an order may say that its work comes from, and whether that carries it (R01, R06, R10, R11). */
const SOURCES = {
  KEY_POINT: true,
  OTHER_YEARS: false,
  DEPLOYED: true,
  ISSUED: true,
  SUBMITTED: false,
  HEARD: false,
  APPROVED: false,
  REJECTED: false,
  WITHDRAWN: false,
  DRAFT: false,
  WEEKLY: false,
  UNDECIDED: false,
  TWO: false,
  FORGED: false,
  NONE: false,
} as const;
type Source = keyof typeof SOURCES;
type Ids = Readonly<Record<string, string>>;

const CENTERS = ['HEALTH', 'CIVIL_AFFAIRS', 'GENERAL_AFFAIRS'] as const;

/** The right actor, or an index into the list of everybody. */
const who = mostly<'RIGHT', number>('RIGHT', fc.nat({ max: 14 }));
const draft = {
  as: who,
  center: mostly<string>('HEALTH', fc.constantFrom(...CENTERS, 'NOWHERE', 'NONE'), 2),
  person: mostly(true, fc.constant(false)),
  /** Days until the deadline; null for none. */
  days: mostly<number | null>(9, fc.constantFrom(-1, 0, 1, null)),
};
const STEPS = {
  acceptWorkOrder: 'CENTER',
  startWorkOrder: 'CENTER',
  submitWorkOrder: 'CENTER',
  requestReturn: 'CENTER',
  requestExtension: 'CENTER',
  returnWorkOrder: 'DISPATCHER',
  reassignWorkOrder: 'DISPATCHER',
  refuseReturn: 'DISPATCHER',
  verifyWorkOrder: 'DISPATCHER',
  closeWorkOrder: 'DISPATCHER',
  grantExtension: 'DISPATCHER',
  refuseExtension: 'DISPATCHER',
  cancelWorkOrder: 'DISPATCHER',
} as const;
const sources = Object.keys(SOURCES) as Source[];
const which = fc.nat({ max: 7 });

/** A step of a sequence that tries to bring work to a center. */
export const orderStep = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('dispatchWorkOrder'),
      source: mostly<Source>('KEY_POINT', fc.constantFrom(...sources), 1),
      project: mostly<string>('OWN', fc.constantFrom('NONE', 'FORGED')),
      ...draft,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('dispatchSubOrder'), parent: which, ...draft }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom(...(Object.keys(STEPS) as (keyof typeof STEPS)[])),
      as: who,
      order: which,
    }),
  },
);
export type OrderStep = typeof orderStep extends fc.Arbitrary<infer T> ? T : never;

const lawful = { as: 'RIGHT', center: 'HEALTH', person: true, days: 9 } as const;
const dispatchFrom = (source: Source): OrderStep => ({
  do: 'dispatchWorkOrder',
  source,
  project: 'OWN',
  ...lawful,
});

/** First steps of every sequence: it would be no proof if nothing got through at all, or nothing were refused. */
export const firstOrderSteps: readonly OrderStep[] = [
  ...(Object.keys(SOURCES) as Source[]).filter((source) => SOURCES[source]).map(dispatchFrom),
  { do: 'dispatchSubOrder', parent: 0, ...lawful, center: 'CIVIL_AFFAIRS' },
  ...(['NONE', 'WEEKLY', 'UNDECIDED'] as const).map(dispatchFrom),
  { do: 'closeWorkOrder', as: 0, order: 0 },
];

/** Start of one sequence, and the rows that it has made so far. */
export interface OrderScene {
  readonly projectId: string;
  /** Ids by what they are of; of key points, as they are on a day. */
  readonly sources: (today: string) => Readonly<Record<Source, Ids>>;
  readonly orders: string[];
}

/** One of every source there can be; once for all sequences, which leave them as they are. */
export async function orderSources(
  street: SequenceStreet,
): Promise<Pick<OrderScene, 'projectId' | 'sources'>> {
  const { clerk } = street.people;
  const rejected = await delegationAfter(street, 2);
  street.pass(1);
  const refusal = { delegationId: rejected, decision: decisionNow(street), reason: '依据不足' };
  await street.must('rejectDelegation', refusal, clerk);
  const withdrawn = await delegationAfter(street, 4);
  const officer: Actor = { subject: 'o', role: 'DEPARTMENT_OFFICER', department: 'JUSTICE' };
  await street.must('withdrawDelegation', { delegationId: withdrawn, reason: '另行安排' }, officer);
  const [of2026, of2027] = [await keyPoint(street, 2026), await keyPoint(street, 2027)];
  const issued = await minutesItem(street, true);
  const sources = {
    SUBMITTED: { delegationId: await delegationAfter(street, 1) },
    HEARD: { delegationId: await delegationAfter(street, 2) },
    APPROVED: { delegationId: await delegationAfter(street, 3) },
    DEPLOYED: { delegationId: await delegationAfter(street, 4) },
    REJECTED: { delegationId: rejected },
    WITHDRAWN: { delegationId: withdrawn },
    DRAFT: { minutesItemId: await minutesItem(street, false) },
    ISSUED: { minutesItemId: issued },
    WEEKLY: { minutesItemId: await minutesItem(street, true, WEEKLY) },
    UNDECIDED: { minutesItemId: await minutesItem(street, true, await undecided(street)) },
    TWO: { keyPointId: of2026, minutesItemId: issued },
    FORGED: { keyPointId: FORGED },
    NONE: {},
  };
  return {
    projectId: await project(street),
    sources: (today) => {
      const [own, other] = today < '2027' ? [of2026, of2027] : [of2027, of2026];
      return { ...sources, KEY_POINT: { keyPointId: own }, OTHER_YEARS: { keyPointId: other } };
    },
  };
}

/** Gives a command. @returns its result, which is expected to be what the rules say where they alone decide it */
export async function takeOrderStep(
  step: OrderStep,
  scene: OrderScene,
  street: SequenceStreet,
): Promise<string> {
  street.pass(17);
  if (!('person' in step)) return carryOn(step, scene, street);
  const { dispatcher } = street.people;
  const as = step.as === 'RIGHT' ? dispatcher : street.everybody[step.as];
  const today = dayAfter(street.now(), 0);
  const deadline = step.days === null ? null : dayAfter(street.now(), step.days);
  const isComplete =
    (CENTERS as readonly string[]).includes(step.center) && step.person && (deadline ?? '') >= today;
  const isDispatcher = as?.role === 'DISPATCHER' && as.street === street.code;
  const input = {
    title: '坡道施工协调',
    content: '协调两处坡道施工',
    centerCode: step.center === 'NONE' ? null : step.center,
    responsiblePerson: step.person ? '王敏' : null,
    deadline,
  };
  const [origin, mayPass] =
    'source' in step
      ? [
          { ...scene.sources(today)[step.source], projectId: projectOf(step.project, scene) },
          SOURCES[step.source] && step.project === 'OWN' && isNamed(step),
        ]
      : await partOf(step, scene, street, deadline);
  const answer = await street.run(step.do, { ...input, ...origin }, as, 'workOrder { id state }');
  expect({ step, isDone: answer.payload !== null }).toEqual({
    step,
    isDone: isDispatcher && isComplete && mayPass,
  });
  if (answer.payload) scene.orders.push(answer.payload['workOrder'].id);
  return outcomeOf(answer);
}

/** A delegation names the centers that it is for, of which a part is for one too; the other sources here name none. */
const isNamed = ({ source, center }: { readonly source: Source; readonly center: string }): boolean =>
  source !== 'DEPLOYED' || isGuided(center);

const isGuided = (center: string): boolean => GUIDANCE.some(({ centerCode }) => centerCode === center);

const projectOf = (given: string, { projectId }: OrderScene): string | null =>
  given === 'NONE' ? null : given === 'OWN' ? projectId : FORGED;

const orderAt = ({ orders }: OrderScene, index: number): string => orders[index % orders.length] ?? FORGED;

/** The order that a sub-order is to be a part of, and whether it can be. */
async function partOf(
  step: Extract<OrderStep, { parent: number }>,
  scene: OrderScene,
  { sql }: SequenceStreet,
  deadline: string | null,
): Promise<readonly [Readonly<Record<string, unknown>>, boolean]> {
  const parentId = orderAt(scene, step.parent);
  const [row] = await sql(
    'SELECT state, center_code, parent_id, delegation_id, deadline::text FROM work_order WHERE id = $1',
    [parentId],
  );
  const isOpen = OPEN_WORK_ORDER_STATES.some((state) => state === row?.['state']);
  const isInTime = deadline !== null && deadline <= String(row?.['deadline']);
  return [
    { parentId },
    isOpen &&
      row?.['parent_id'] === null &&
      row['center_code'] !== step.center &&
      isInTime &&
      (row['delegation_id'] === null || isGuided(step.center)),
  ];
}

/** A step of the order's own way, which its machine and its center decide on. */
async function carryOn(
  step: Extract<OrderStep, { order: number }>,
  scene: OrderScene,
  street: SequenceStreet,
): Promise<string> {
  const workOrderId = orderAt(scene, step.order);
  const [row] = await street.sql('SELECT center_code, deadline::text FROM work_order WHERE id = $1', [
    workOrderId,
  ]);
  const right =
    STEPS[step.do] === 'DISPATCHER'
      ? street.people.dispatcher
      : centerHead(street.code, String(row?.['center_code'] ?? 'HEALTH'));
  const input = {
    workOrderId,
    ...(/^(return|cancel|request|reassign|refuse)/u.test(step.do) && { reason: '另有安排' }),
    ...(step.do === 'requestExtension' && { deadline: dayAfter(street.now(), 30) }),
    ...(step.do === 'reassignWorkOrder' && { centerCode: 'PUBLIC_SECURITY', responsiblePerson: '李强' }),
  };
  const as = step.as === 'RIGHT' ? right : street.everybody[step.as];
  return outcomeOf(await street.run(step.do, input, as));
}
