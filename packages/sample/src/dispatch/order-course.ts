import { addDays, localDay, type LocalDay, type OrderStepDetails } from '@mtg/governance';
import { at, workday } from '../calendar';
import type { Random } from '../random';

/** One step that is to come, unless the sample's year ends before. */
export interface PlannedStep extends Pick<OrderStepDetails, 'reason' | 'deadline'> {
  readonly command: string;
  readonly moment: Date;
  readonly evidence?: boolean;
}

export interface Course {
  readonly deadline: LocalDay;
  readonly steps: readonly PlannedStep[];
}

const INCOMPLETE = '【样例】材料不全，请补充';

/** Course of an order from its dispatch, closed within seven weeks at the latest. Weekend days shift to Monday. */
export function planCourse(random: Random, dispatchedAt: Date): Course {
  const day = localDay(dispatchedAt);
  const on = (days: number, hour: number): Date =>
    at(workday(addDays(day, days)), hour + random.whole(0, 59) / 60);
  const lasts = random.whole(9, 18);
  const deadline = addDays(day, lasts);
  const draw = random.whole(1, 100);
  if (draw <= 3)
    return {
      deadline,
      steps: [{ command: 'returnWorkOrder', moment: on(1, 9), reason: '【样例】不属本中心职责' }],
    };
  const begin = [
    { command: 'acceptWorkOrder', moment: on(1, 9) },
    { command: 'startWorkOrder', moment: on(2, 11) },
  ];
  if (draw <= 6)
    return {
      deadline,
      steps: [
        ...begin,
        { command: 'cancelWorkOrder', moment: on(5, 14), reason: '【样例】任务已并入其他派单' },
      ],
    };
  const extended = draw <= 12 ? addDays(deadline, 7) : undefined;
  const isLate = draw > 12 && draw <= 22;
  const done = isLate ? lasts + random.whole(3, 9) : random.whole(6, lasts - 3);
  const redone = draw > 94 ? 2 : 0;
  return {
    deadline,
    steps: [
      ...begin,
      ...(extended === undefined
        ? []
        : [
            { command: 'extendWorkOrder', moment: on(3, 15), reason: '【样例】天气原因', deadline: extended },
          ]),
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
