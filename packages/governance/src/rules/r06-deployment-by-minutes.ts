import { withArticle } from '../article';
import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationOf } from '../catalogue/violation';
import type { Maybe } from '../checks/facts';
import { unless } from '../checks/unless';
import { MinutesState } from '../state-machines/machines/minutes';
import { MEETING_KIND_LABELS, MeetingKind } from '../vocabulary/meetings';
import { labelOf } from '../vocabulary/labelled';

/** Work that a meeting deploys. */
export interface MinutesDeployment {
  readonly meetingKind: string;
  /** The item of minutes that is cited. */
  readonly minutesItem?: Maybe<{ readonly minutesState: string }>;
  /** Input that cites the item; `minutesItemId` unless it is a sub-order’s. */
  readonly citedBy?: string;
}

/** The meetings that deploy work by minutes; see the note of the rule. */
const DEPLOYING: ReadonlySet<string> = new Set([MeetingKind.JOINT, MeetingKind.SPECIAL]);

const definition: Rule = {
  code: 'R06',
  name: { zh: '以会议纪要部署工作', en: 'Work is deployed by minutes' },
  sentence: '联席会以会议纪要形式部署工作。',
  lines: [116],
  english: 'The joint meeting deploys work in the form of meeting minutes.',
  kinds: ['PRECONDITION'],
  invariant: {
    zh: '联席会议或专题会议部署的工作，须引用已印发会议纪要中的某一条；其他会议的纪要不能部署工作。',
    en: 'Work deployed by a joint or special meeting cites an item of issued minutes. Minutes of other meetings cannot deploy work.',
  },
  note: {
    zh: '原文只写“联席会”；专题会议由联席会议成员单位提请召开，这里把它视为联席会的一种，同样以会议纪要部署工作。务虚会、月推进会和周例会由综合管理中心召集并自记纪要，若可据以派单，综合管理中心便可自立任务，故不在此列。',
    en: 'The sentence names only the joint meeting. A special meeting is requested by its members (previous sentence) and is read as the same form. The retreat, the monthly and the weekly meeting are convened and minuted by the General Affairs Management Center. If their minutes were a source, the center could assign tasks to itself, so they are excluded.',
  },
};

/** R06 以会议纪要部署工作: work is deployed by minutes (precondition; seed:116). */
export const r06: EnforcedRule<MinutesDeployment> = {
  ...definition,
  check: ({ meetingKind, minutesItem, citedBy = 'minutesItemId' }) => {
    const { zh, en } = labelOf(MEETING_KIND_LABELS, meetingKind);
    if (!DEPLOYING.has(meetingKind)) {
      const message = {
        zh: `${zh}的纪要不能部署工作。请引用联席会议或专题会议已印发纪要中的一条，或工作要点、已准入的委托事项。`,
        en: `Minutes of ${withArticle(en)} cannot deploy work. Cite an item of issued minutes of a joint or special meeting, a key point, or an admitted delegation.`,
      };
      return unless(!minutesItem, () => violationOf(definition, message, citedBy));
    }
    if (minutesItem?.minutesState === MinutesState.ISSUED) return [];
    const message = minutesItem
      ? {
          zh: `所引用的${zh}纪要尚未印发。请先印发纪要（issueMinutes）。`,
          en: `The cited minutes of the ${en} are not issued yet. Issue them first (issueMinutes).`,
        }
      : {
          zh: `${zh}部署的工作没有引用会议纪要。请引用已印发会议纪要中的一条。`,
          en: `Work deployed by ${withArticle(en)} must cite minutes. Cite an item of issued minutes.`,
        };
    return [violationOf(definition, message, citedBy)];
  },
};
