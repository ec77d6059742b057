import { r22 } from '../rules/r22-passed-at-weekly-meeting';
import { weeklyItemMachine, type WeeklyItemState } from '../state-machines/machines/community-work';
import type { Act } from './act';

interface MeetingOfItem {
  readonly kind: string;
  readonly state: string;
}

/** The columns of an item that the meeting’s decision fills. */
interface ItemCourse {
  readonly state: WeeklyItemState;
  readonly decidedAt: Date | null;
  readonly remark: string | null;
}

/** Proposes an item to a weekly meeting (R22). */
export function proposedItem(act: Act, { kind, state }: MeetingOfItem): ItemCourse {
  act.require(r22.check({ command: 'proposeWeeklyItem', meeting: { kind, state } }));
  return { state: weeklyItemMachine.creation.to, decidedAt: null, remark: null };
}

/** Records the decision of an open weekly meeting on an item (R22). */
export function decidedItem(
  act: Act,
  item: { readonly state: WeeklyItemState; readonly version: number },
  { kind, state }: MeetingOfItem,
  { outcome, remark }: { readonly outcome: WeeklyItemState; readonly remark: string | null },
): ItemCourse {
  act.require(r22.check({ command: 'decideWeeklyItem', meeting: { kind, state } }));
  return {
    state: act.step(weeklyItemMachine, item, 'decideWeeklyItem', outcome),
    decidedAt: act.now,
    remark,
  };
}
