import { dayNotFuture } from '../checks/day';
import { localDay, type LocalDay } from '../time/local-day';
import type { Act } from './act';

/** A visit to the service hall about to be recorded. */
interface HallVisitDraft {
  readonly centerCode: string;
  readonly day: LocalDay;
  /** True if the actor has recorded one of that day. */
  readonly isRecorded: boolean;
}

/**
 * Records that a person of a center was in the service hall (走进服务大厅; seed:126). It is no day in a community: R24 counts visits
 * to communities alone.
 */
export function recordedHallVisit(act: Act, { centerCode, day, isRecorded }: HallVisitDraft) {
  act.requireInput(dayNotFuture('day', day, localDay(act.now)));
  if (isRecorded) {
    act.requireInput({
      field: 'day',
      message: {
        zh: `${day} 走进服务大厅已登记。请填其他日期`,
        en: `The visit to the service hall on ${day} is recorded already. Choose another day`,
      },
    });
  }
  return { centerCode, day, staffSubject: act.actor.subject };
}
