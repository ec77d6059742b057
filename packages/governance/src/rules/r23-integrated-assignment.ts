import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationsOf, type RuleViolation } from '../catalogue/violation';
import type { Maybe } from '../checks/facts';
import { unless } from '../checks/unless';
import { precedes, type Moment } from '../time/moment';
import { findDuplicates } from '../vocabulary/duplicates';

/** One task of a batch: an item of a weekly meeting for one community. */
export interface BatchTask {
  readonly item: string;
  readonly communityCode: string;
  readonly communityName?: string;
  /** The meeting that passed the item; it has closed at no time while it has not. */
  readonly meeting?: Maybe<{
    readonly id: string;
    readonly number: string;
    readonly closedAt?: Maybe<Moment>;
  }>;
}

/** Tasks on their way to communities. Without a batch nothing goes. */
export interface BatchIssue {
  readonly meetingId: string;
  readonly issuedAt: Moment;
  readonly assignments: readonly BatchTask[];
  /** Number of a batch that was issued from the same weekly meeting before, where there is one. */
  readonly earlierBatch?: Maybe<string>;
}

const definition: Rule = {
  code: 'R23',
  name: { zh: '集中布置', en: 'Integrated assignment' },
  sentence: '在充分整合工作任务的基础上,集中向社区布置和指导工作。',
  lines: [122],
  english:
    'On the basis of fully integrated tasks, work is assigned to communities, and guided there, in one go.',
  kinds: ['PRECONDITION'],
  invariant: {
    zh: '只有周例会之后整合下发的同一批次任务，才能到达社区。',
    en: 'Assignments reach communities only in one integrated batch, issued after the weekly meeting.',
  },
  note: {
    zh: '“集中”按字面理解：一次周例会一个批次，同一事项向同一社区只布置一次。',
    en: '“In one go” is read literally: one batch per weekly meeting, and each item goes to a community once.',
  },
};

const violation = violationsOf(definition);

/** R23 集中布置: assignments reach communities in one batch (precondition; seed:122). */
export const r23: EnforcedRule<BatchIssue> = {
  ...definition,
  check: ({ meetingId, issuedAt, assignments, earlierBatch }) => {
    if (assignments.length === 0) {
      return [
        violation(
          'assignments',
          '任务没有纳入集中布置的批次。请把周例会通过的任务整合成一批下发（issueAssignmentBatch）。',
          'The tasks are not part of a batch. Combine the tasks passed by the weekly meeting and issue them together (issueAssignmentBatch).',
        ),
      ];
    }
    const early = assignments.filter(
      ({ meeting }) => !meeting?.closedAt || !precedes(meeting.closedAt, issuedAt),
    );
    return [
      ...[...new Set(early.map(({ item }) => item))].map((item) =>
        violation(
          'assignments',
          `批次早于通过事项 ${item} 的周例会闭会。请在闭会之后下发。`,
          `The batch is issued before the weekly meeting that passed item ${item} was closed. Issue it after the meeting.`,
        ),
      ),
      ...findDuplicates(assignments.map(destinationOf)).map(({ code }) =>
        violation(
          'assignments',
          `任务没有整合：${code} 重复。请合并为一项。`,
          `The tasks are not integrated: ${code} is listed more than once. Merge the duplicates.`,
        ),
      ),
      ...unless(!earlierBatch, () =>
        violation(
          'meetingId',
          `这次周例会的任务已在批次 ${earlierBatch} 中集中布置。请把其余任务提交下一次周例会，一并布置。`,
          `The tasks of this weekly meeting were already issued in batch ${earlierBatch}. Propose the remaining tasks at the next weekly meeting.`,
        ),
      ),
      ...assignments.flatMap(({ meeting }, index) =>
        meeting && meeting.id !== meetingId ? [ofOtherMeeting(meeting.number, index)] : [],
      ),
    ];
  },
};

/** The item of a task and its community. A community has one name. */
const destinationOf = ({ item, communityCode, communityName = communityCode }: BatchTask): string =>
  `${item} → ${communityName}`;

const ofOtherMeeting = (number: string, index: number): RuleViolation =>
  violation(
    `assignments.${index}.weeklyItemId`,
    `第${index + 1}项任务：所引用的事项属于另一次周例会（${number}）。一个批次只布置一次周例会通过的事项；请把它提交下一次周例会，或纳入那次周例会的批次。`,
    `Task ${index + 1}: the cited item belongs to another weekly meeting (${number}). A batch holds items of one meeting only. Put the item into that meeting’s batch, or propose it at the next meeting.`,
  );
