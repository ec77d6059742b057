import { addDays, answeredFinding, decidedAnswer, localDay, type FindingState } from '@mtg/governance';
import { ChangingRow } from '../changing-row';
import { THE_DISPATCHER, THE_LEADER, titled } from '../people';
import type { Random } from '../random';
import { actOf } from '../rules';
import type { Story } from '../story';

/** An answer of 综合管理中心 to a finding, and the decision on it. */
export interface Try {
  readonly explanation: string;
  readonly remedy: string;
  readonly answeredAt: Date;
  /** Undefined until it is decided on. */
  readonly decidedAt?: Date;
  /** Reason for which it was sent back. Without one it was confirmed. */
  readonly sentBackFor?: string;
}

/** Answers a finding, as far as the story has come, and writes the answers. */
export function workOff(
  story: Story,
  random: Random,
  finding: ChangingRow<{ readonly state: FindingState }>,
  tries: readonly Try[],
): void {
  for (const { explanation, remedy, answeredAt, decidedAt, sentBackFor } of tries) {
    if (!story.isPast(answeredAt)) return;
    const given = answeredFinding(actOf(THE_DISPATCHER, answeredAt), finding.row, {
      explanation: titled(explanation),
      remedy: titled(remedy),
      remedyUntil: addDays(localDay(answeredAt), 30),
    });
    finding.change(answeredAt, given.finding);
    const answer = new ChangingRow(random.idAt(answeredAt), answeredAt, given.answer);
    if (decidedAt && story.isPast(decidedAt)) {
      const decision = sentBackFor === undefined ? {} : { sentBackFor: titled(sentBackFor) };
      const act = actOf(THE_LEADER, decidedAt);
      const { finding: step, decided } = decidedAnswer(act, finding.row, answer.row, decision);
      finding.change(decidedAt, step);
      answer.change(decidedAt, decided.course);
    }
    story.write('FindingAnswer', answer, { ruleFindingId: finding.id, ...answer.values });
  }
}
