import { dayNotPast } from '../checks/day';
import type { StateProblem } from '../checks/state-problem';
import { findingAnswerMachine, type FindingAnswerState } from '../state-machines/machines/finding-answer';
import { localDay, type LocalDay } from '../time/local-day';
import { FINDING_STATE_LABELS, type FindingState } from '../vocabulary/judgement';
import type { Act } from './act';

/** A finding as far as its answer depends on it. */
interface FindingInStep {
  readonly state: FindingState;
  readonly version: number;
}

/** An answer as far as the decision on it depends on it. */
interface AnswerInStep {
  readonly state: FindingAnswerState;
  readonly version: number;
  readonly answeredBy: string;
}

/** The answer to a finding that is about to be given. */
interface AnswerDraft {
  readonly explanation: string;
  readonly remedy: string;
  readonly remedyUntil: LocalDay | null;
}

/** The columns of an answer that the decision on it fills. */
interface AnswerCourse {
  readonly state: FindingAnswerState;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly sentBackFor: string | null;
}

/** Answers an open finding: why the rule was broken, and what is done about it. */
export function answeredFinding(act: Act, finding: FindingInStep, draft: AnswerDraft) {
  act.requireState(finding, checkOpen(finding.state));
  if (draft.remedyUntil !== null) {
    act.requireInput(dayNotPast('remedyUntil', draft.remedyUntil, localDay(act.now)));
  }
  const course: AnswerCourse = {
    state: findingAnswerMachine.creation.to,
    decidedAt: null,
    decidedBy: null,
    sentBackFor: null,
  };
  const { explanation, remedy, remedyUntil } = draft;
  const { subject: answeredBy, role } = act.actor;
  const state: FindingState = 'ANSWERED';
  return { finding: { state }, answer: { ...course, explanation, remedy, remedyUntil, answeredBy, role } };
}

/**
 * Confirms the answer to a finding, or sends it back for a reason. The person who answered does neither.
 *
 * @param answer the one that awaits confirmation, where there is one
 */
export function decidedAnswer<Answer extends AnswerInStep>(
  act: Act,
  finding: FindingInStep,
  answer: Answer | null,
  decision: { readonly sentBackFor?: string } = {},
) {
  const { sentBackFor } = decision;
  if (finding.state !== 'ANSWERED' || !answer) {
    act.requireState(finding, notAnswered(finding.state));
    throw new Error('a finding without an answer is decided on by none');
  }
  act.requireState(finding, checkAnother(act, answer));
  const isConfirmed = sentBackFor === undefined;
  const course: AnswerCourse = {
    state: act.step(findingAnswerMachine, answer, isConfirmed ? 'confirmFinding' : 'sendBackFinding'),
    decidedAt: act.now,
    decidedBy: act.actor.subject,
    sentBackFor: sentBackFor ?? null,
  };
  const state: FindingState = isConfirmed ? 'CONFIRMED' : 'OPEN';
  return { finding: { state }, decided: { answer, course } };
}

function checkOpen(state: FindingState): StateProblem | undefined {
  if (state === 'OPEN') return undefined;
  return {
    message:
      state === 'ANSWERED'
        ? {
            zh: '该检查结果已有说明，尚待确认。请等综合管理中心确认或退回（confirmFinding、sendBackFinding）',
            en: 'This finding has an answer that awaits confirmation. Wait until it is confirmed or sent back (confirmFinding, sendBackFinding)',
          }
        : {
            zh: `该检查结果${FINDING_STATE_LABELS[state].zh}，无需说明。请改选未解决的`,
            en: `This finding is ${state === 'CONFIRMED' ? 'confirmed' : 'resolved'} and needs no answer. Choose one that is open`,
          },
  };
}

const notAnswered = (state: FindingState): StateProblem => ({
  message: {
    zh: `该检查结果${FINDING_STATE_LABELS[state].zh}，没有待确认的说明。请改选已说明的`,
    en: `No answer to this finding awaits confirmation. Choose a finding that is answered`,
  },
});

const checkAnother = ({ actor }: Act, { answeredBy }: AnswerInStep): StateProblem | undefined =>
  answeredBy === actor.subject
    ? {
        message: {
          zh: '该说明由本人作出。请由他人确认或退回',
          en: 'You gave this answer. Ask another person to confirm it or send it back',
        },
      }
    : undefined;
