import { withArticle } from '../article';
import type { Bilingual } from '../bilingual';
import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationsOf, type RuleViolation } from '../catalogue/violation';
import { isBlank, type Maybe } from '../checks/facts';
import { findingOn } from '../checks/unless';
import { weeklyItemMachine, WeeklyItemState } from '../state-machines/machines/community-work';
import { meetingMachine, MeetingState } from '../state-machines/machines/meeting';
import { stateName } from '../state-machines/state-machine';
import { precedes, type Moment } from '../time/moment';
import { labelOf } from '../vocabulary/labelled';
import { MEETING_KIND_LABELS, MeetingKind } from '../vocabulary/meetings';
import { shownCode } from '../vocabulary/shown-code';

/** The meeting item that an assignment cites. */
export interface CitedWeeklyItem {
  readonly state: string;
  readonly meetingKind: string;
  readonly meetingState: string;
  readonly meetingClosedAt?: Maybe<Moment>;
  /** The communities that it concerns, and so was passed for. */
  readonly communityCodes: readonly string[];
  /** Their names, where they are known. */
  readonly communityNames?: readonly string[];
}

/** A task about to be assigned to a community. Who assigns it is not among the facts: no role overrides the rule. */
export interface CommunityTask {
  readonly assignedAt: Moment;
  /** As the street has it; none when it has none, or none is cited. */
  readonly item?: Maybe<CitedWeeklyItem>;
  /** The id by which the task cites it. */
  readonly weeklyItemId?: Maybe<string>;
  readonly communityCode: string;
  readonly communityName?: string;
}

/** A step on the way of an item to a community, about to be taken in a meeting or after it. */
export interface WeeklyItemStep {
  /** `proposeWeeklyItem`, `decideWeeklyItem` or `issueAssignmentBatch`. */
  readonly command: string;
  readonly meeting: { readonly kind: string; readonly state: string };
}

const definition: Rule = {
  code: 'R22',
  name: {
    zh: '未在周例会上通过的事项不得向社区安排',
    en: 'Only items passed by a weekly meeting reach communities',
  },
  sentence: '未在周例会上通过的事项不得向社区安排。',
  lines: [122],
  english: 'Matters that have not been passed at the weekly meeting may not be assigned to communities.',
  kinds: ['PRECONDITION'],
  invariant: {
    zh: '向社区安排的任务，须引用本街道此前已闭会的周例会上通过的一条事项；任何角色都不能绕过。',
    en: 'A community assignment cites an item passed at an earlier, closed weekly meeting of the same street. No role can override this.',
  },
  note: {
    zh: '原文没有写明紧急例外，因此没有例外。',
    en: 'The study states no emergency exception, so there is none.',
  },
};

const violation = violationsOf(definition);

/** R22 未在周例会上通过的事项不得向社区安排: nothing reaches a community unless a weekly meeting passed it (precondition; seed:122). */
export const r22: EnforcedRule<CommunityTask | WeeklyItemStep> = {
  ...definition,
  check: (facts) => ('command' in facts ? checkStep(facts) : checkTask(facts)),
};

function checkTask(task: CommunityTask): readonly RuleViolation[] {
  const problem = problemOf(task);
  return [
    ...findingOn(problem, ({ zh, en }) =>
      violation(
        'weeklyItemId',
        `${zh}。请在周例会上提出该事项（proposeWeeklyItem），会上通过并闭会之后再向社区安排。`,
        `${en}. Propose the matter at a weekly meeting (proposeWeeklyItem), and assign it after it is passed and the meeting closed.`,
      ),
    ),
    ...checkCommunity(task),
  ];
}

/** An item passed for some communities is not passed for another. */
function checkCommunity({ item, communityCode, communityName }: CommunityTask): readonly RuleViolation[] {
  if (!item || item.communityCodes.includes(communityCode)) return [];
  const community = communityName ?? communityCode;
  const concerned = item.communityNames ?? item.communityCodes;
  return [
    violation(
      'communityCode',
      `所引用的事项没有涉及${community}（涉及：${concerned.join('、')}），因此没有为它通过。请在周例会上提出涉及该社区的事项。`,
      `The cited item was not passed for ${community}; it concerns ${concerned.join(', ')}. Propose an item that concerns this community.`,
    ),
  ];
}

/** Items are for the weekly meeting and no other, and decided in it. */
function checkStep({ command, meeting: { kind, state } }: WeeklyItemStep): readonly RuleViolation[] {
  const isDecision = command === 'decideWeeklyItem';
  const field = isDecision ? 'weeklyItemId' : 'meetingId';
  if (kind !== MeetingKind.WEEKLY) {
    const { zh, en } = labelOf(MEETING_KIND_LABELS, kind);
    return [
      violation(
        field,
        `所引用的会议是${zh}，而向社区安排的事项须在周例会上通过。请在周例会上提出。`,
        `The cited meeting is ${withArticle(en)}, but assignments to communities must be passed by a weekly meeting. Propose the matter at a weekly meeting.`,
      ),
    ];
  }
  if (!isDecision || state === MeetingState.OPEN) return [];
  const now = stateName(meetingMachine, state);
  return [
    violation(
      field,
      `事项只能在周例会进行中议决，而会议${now.zh}。请在会上议决，或提交下一次周例会。`,
      `Items can be decided only while the weekly meeting is open; this meeting is ${now.en}. Propose the item at the next one.`,
    ),
  ];
}

function problemOf({ assignedAt, item, weeklyItemId }: CommunityTask): Bilingual | undefined {
  if (!item) {
    return isBlank(weeklyItemId)
      ? { zh: '任务没有引用周例会事项', en: 'The task cites no weekly meeting item' }
      : {
          zh: `本街道没有标识为 ${shownCode(weeklyItemId ?? '')} 的周例会事项`,
          en: `This street has no weekly meeting item with the id ${shownCode(weeklyItemId ?? '')}`,
        };
  }
  if (item.meetingKind !== MeetingKind.WEEKLY) {
    return { zh: '所引用的事项不是周例会的事项', en: 'The cited item is not a weekly meeting item' };
  }
  if (item.state !== WeeklyItemState.PASSED) {
    const { zh, en } = stateName(weeklyItemMachine, item.state);
    return {
      zh: `所引用的事项没有在周例会上通过（${zh}）`,
      en: `The cited item was not passed (${en})`,
    };
  }
  if (item.meetingState !== MeetingState.CLOSED || !item.meetingClosedAt) {
    const { zh, en } = stateName(meetingMachine, item.meetingState);
    return {
      zh: `通过该事项的周例会尚未闭会（${zh}）`,
      en: `The meeting that passed the item is not closed yet (${en})`,
    };
  }
  return precedes(item.meetingClosedAt, assignedAt)
    ? undefined
    : { zh: '任务的安排早于周例会闭会', en: 'The task was assigned before the meeting was closed' };
}
