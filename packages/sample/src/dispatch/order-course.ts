import { addDays, localDay, type LocalDay, type OrderStepDetails } from '@mtg/governance';
import { at, workday } from '../calendar';
import type { Random } from '../random';

/** One step that is to come, unless the sample's year ends before. */
export interface PlannedStep extends Pick<OrderStepDetails, 'reason' | 'deadline'> {
  readonly command: string;
  readonly moment: Date;
  readonly evidence?: boolean;
  /** Of a reassignment: the center that the order goes to. */
  readonly center?: string;
}

export interface Course {
  readonly deadline: LocalDay;
  readonly steps: readonly PlannedStep[];
}

const INCOMPLETE = '【样例】材料不全，请补充';

const NOT_OURS = '【样例】不属本中心职责';
const STORM = '【样例】天气原因';

/**
 * Course of an order from its dispatch, closed within seven weeks at the latest. Weekend days shift to Monday.
 *
 * @param otherCenter chooses a center that the order may be reassigned to; undefined where its source names its own
 */
export function planCourse(
  random: Random,
  dispatchedAt: Date,
  otherCenter: () => string | undefined = () => undefined,
): Course {
  const day = localDay(dispatchedAt);
  const on = (days: number, hour: number): Date =>
    at(workday(addDays(day, days)), hour + random.whole(0, 59) / 60);
  const lasts = random.whole(9, 18);
  const deadline = addDays(day, lasts);
  const draw = random.whole(1, 100);
  const review = draw <= 3 ? reviewOfReturn(on(1, 9), on(2, 10), otherCenter()) : [];
  const begin = [
    ...review,
    { command: 'acceptWorkOrder', moment: review.length > 0 ? on(2, 11) : on(1, 9) },
    { command: 'startWorkOrder', moment: on(2, 12) },
  ];
  if (draw > 3 && draw <= 6)
    return {
      deadline,
      steps: [
        ...begin,
        { command: 'cancelWorkOrder', moment: on(5, 14), reason: '【样例】任务已并入其他派单' },
      ],
    };
  const wanted = draw > 6 && draw <= 12 ? addDays(deadline, 7) : undefined;
  const isLate = draw > 12 && draw <= 22;
  const done = isLate ? lasts + random.whole(3, 9) : random.whole(6, lasts - 3);
  const redone = draw > 94 ? 2 : 0;
  return {
    deadline,
    steps: [
      ...begin,
      ...(wanted === undefined ? [] : requestAndDecision(on(3, 14), on(3, 16), wanted, draw < 12)),
      { command: 'submitWorkOrder', moment: on(done, 13), evidence: true },
      ...(redone > 0
        ? [
            { command: 'returnWorkOrder', moment: on(done, 16), reason: INCOMPLETE },
            { command: 'submitWorkOrder', moment: on(done + redone, 17) },
          ]
        : []),
      { command: 'verifyWorkOrder', moment: on(done + redone + 3, 10) },
      { command: 'closeWorkOrder', moment: on(done + redone + 4, 12) },
    ],
  };
}

/** A center holds an order not to be its own; it is reassigned where another center is given, and otherwise stays. */
function reviewOfReturn(requested: Date, decided: Date, center: string | undefined): readonly PlannedStep[] {
  const request = { command: 'requestReturn', moment: requested, reason: NOT_OURS };
  return center === undefined
    ? [request, { command: 'refuseReturn', moment: decided, reason: '【样例】属本中心职责' }]
    : [
        request,
        { command: 'reassignWorkOrder', moment: decided, reason: '【样例】改由主管中心承办', center },
      ];
}

function requestAndDecision(
  requested: Date,
  decided: Date,
  deadline: LocalDay,
  isGranted: boolean,
): readonly PlannedStep[] {
  return [
    { command: 'requestExtension', moment: requested, reason: STORM, deadline },
    isGranted
      ? { command: 'grantExtension', moment: decided, reason: STORM, deadline }
      : { command: 'refuseExtension', moment: decided, reason: '【样例】可以按期完成' },
  ];
}

/** Courses in which a center asks 综合管理中心 on the last day, which has not decided when the year ends. */
export function undecidedCourses(day: LocalDay): readonly Course[] {
  const [deadline, wanted] = [addDays(day, 14), addDays(day, 21)];
  const requests = [
    { command: 'requestReturn', moment: at(day, 17), reason: NOT_OURS },
    { command: 'requestExtension', moment: at(day, 17), reason: STORM, deadline: wanted },
  ];
  return requests.map((request) => ({ deadline, steps: [request] }));
}
