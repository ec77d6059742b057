import type { DispatchStage } from '../dispatch';
import type { Place } from '../everybody';
import { serial } from './serial';
import type { Values } from './values';

/** A finding of this place's center or of the street, answered where a command decides on the answer. */
export async function finding(
  stage: DispatchStage,
  command: string,
  kind: string,
  aim: Place,
): Promise<Values> {
  const isOpen = command === 'answerFinding';
  const ruleFindingId = await stage.add('rule_finding', {
    rule: 'R17',
    period: String(3000 + serial()),
    subject: aim.center,
    center_code: kind === 'CENTER_FINDING' ? aim.center : null,
    state: isOpen ? 'OPEN' : 'ANSWERED',
    message: '没有年度计划',
  });
  if (!isOpen) {
    const answer = {
      explanation: '人手不足',
      remedy: '月底前补齐',
      answered_by: 'another',
      role: 'CENTER_HEAD',
    };
    await stage.add('finding_answer', { rule_finding_id: ruleFindingId, state: 'GIVEN', ...answer });
  }
  return { ruleFindingId, explanation: '人手不足', remedy: '月底前补齐', remedyUntil: '2026-03-31' };
}
