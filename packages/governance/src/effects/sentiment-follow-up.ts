import type { InputProblem } from '../checks/input-problem';
import type { MinutesState } from '../state-machines/machines/minutes';
import type { Act } from './act';

/** Where a sentiment log is taken to: an item of a weekly meeting, or an item of minutes. */
export interface FollowUpDraft {
  readonly log: { readonly id: string; readonly communityCode: string };
  readonly weeklyItem: { readonly id: string; readonly communityCodes: readonly string[] } | null;
  readonly minutesItem: { readonly id: string; readonly communityCode: string | null } | null;
  /** Of the item of minutes. */
  readonly minutes: { readonly state: MinutesState; readonly version: number } | null;
}

/**
 * Takes a sentiment log to the item by which it is dealt with: to communities by a weekly meeting (R22), to an order by an item
 * of issued minutes, which orders cite (R06, R11). A link to a draft would lead nowhere once it is revised.
 */
export function followedUpLog(act: Act, { log, weeklyItem, minutesItem, minutes }: FollowUpDraft) {
  act.requireInput(oneOf(weeklyItem, minutesItem));
  act.requireInput(sameCommunity(log.communityCode, weeklyItem, minutesItem));
  if (minutes && minutes.state !== 'ISSUED') {
    act.requireState(minutes, {
      field: 'minutesItemId',
      message: {
        zh: '所引用的纪要尚未印发。请先印发纪要（issueMinutes）',
        en: 'The cited minutes are not issued yet. Issue them first (issueMinutes)',
      },
    });
  }
  return {
    sentimentLogId: log.id,
    weeklyItemId: weeklyItem?.id ?? null,
    minutesItemId: minutesItem?.id ?? null,
  };
}

function oneOf(
  weeklyItem: FollowUpDraft['weeklyItem'],
  minutesItem: FollowUpDraft['minutesItem'],
): InputProblem | undefined {
  if ((weeklyItem === null) !== (minutesItem === null)) return undefined;
  return {
    field: 'weeklyItemId',
    message: {
      zh: '周例会事项和纪要条目须填其一，且只填其一。请更正',
      en: 'Exactly one of the item of a weekly meeting and the item of minutes is required. Correct it',
    },
  };
}

function sameCommunity(
  community: string,
  weeklyItem: FollowUpDraft['weeklyItem'],
  minutesItem: FollowUpDraft['minutesItem'],
): InputProblem | undefined {
  const others = {
    zh: '所引用的条目不涉及民情日志所在的社区。请引用涉及该社区的条目',
    en: 'The cited item is not about the community of the log. Cite one that is',
  };
  if (weeklyItem && !weeklyItem.communityCodes.includes(community)) {
    return { field: 'weeklyItemId', message: others };
  }
  const its = minutesItem?.communityCode ?? community;
  return its === community ? undefined : { field: 'minutesItemId', message: others };
}
