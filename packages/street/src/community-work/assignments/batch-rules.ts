import type { InputViolation } from '@mtg/commands';
import { r23, violationOf, type RuleViolation } from '@mtg/governance';
import { asInputFields, type InputNames } from '../../input-fields';
import type { CitingTask } from './cited-item';

interface BatchFacts {
  readonly meetingId: string;
  readonly issuedAt: Date;
  readonly tasks: readonly CitingTask[];
  /** Number of the batch that the meeting has already, if it has one. */
  readonly earlierBatch: string | undefined;
}

/** R23: all tasks of one weekly meeting, and of no other, once and after it. */
export const violationsOfBatch = (facts: BatchFacts): readonly InputViolation[] => [
  ...asInputFields(r23.check({ batch: asBatch(facts) }), INPUT_NAMES),
  ...facts.tasks.flatMap(({ cited }, index) =>
    cited && cited.meeting.id !== facts.meetingId ? [ofOtherMeeting(cited.meeting.number, index)] : [],
  ),
];

/** What rule R23 calls its facts, as the input calls them. */
const INPUT_NAMES: InputNames = {
  batch: 'assignments',
  'batch.tasks': 'assignments',
  'batch.earlierBatch': 'meetingId',
};

const asBatch = ({ issuedAt, tasks, earlierBatch }: BatchFacts) => ({
  issuedAt,
  tasks: tasks.map(({ input, cited }) => ({
    item: cited ? `${cited.item.number} “${cited.item.title}”` : (input.weeklyItemId ?? ''),
    community: input.communityCode,
    meetingClosedAt: cited?.meeting.closedAt,
  })),
  earlierBatch,
});

const ofOtherMeeting = (number: string, index: number): RuleViolation =>
  violationOf(
    r23,
    {
      zh: `第${index + 1}项任务：所引用的事项属于另一次周例会（${number}）。一个批次只布置一次周例会通过的事项；请把它提交下一次周例会，或纳入那次周例会的批次。`,
      en: `Task ${index + 1}: the cited item is of another weekly meeting (${number}). A batch holds what one meeting passed; put the item into that meeting’s batch, or to the next meeting.`,
    },
    `assignments.${index}.weeklyItemId`,
  );
