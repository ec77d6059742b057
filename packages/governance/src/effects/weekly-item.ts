import type { StateProblem } from '../checks/state-problem';
import { r22 } from '../rules/r22-passed-at-weekly-meeting';
import { weeklyItemMachine, type WeeklyItemState } from '../state-machines/machines/community-work';
import { meetingMachine, MeetingState } from '../state-machines/machines/meeting';
import { stateName } from '../state-machines/state-machine';
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

/** Proposes an item to a weekly meeting that is not over (R22). */
export function proposedItem(act: Act, meeting: MeetingOfItem & { readonly version: number }): ItemCourse {
  const { kind, state } = meeting;
  act.require(r22.check({ command: 'proposeWeeklyItem', meeting: { kind, state } }));
  act.requireState(meeting, checkNotOver(state));
  return { state: weeklyItemMachine.creation.to, decidedAt: null, remark: null };
}

function checkNotOver(state: string): StateProblem | undefined {
  if (state === MeetingState.CONVOKED || state === MeetingState.OPEN) return undefined;
  const { zh, en } = stateName(meetingMachine, state);
  return {
    field: 'meetingId',
    message: {
      zh: `周例会${zh}，不能再提出事项；请提交下一次周例会`,
      en: `The weekly meeting is ${en} and takes no further items. Propose the item for the next one`,
    },
  };
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
