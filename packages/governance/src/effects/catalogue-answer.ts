import { dayNotPast } from '../checks/day';
import { textDiffers } from '../checks/different-texts';
import type { StateProblem } from '../checks/state-problem';
import {
  catalogueAnswerMachine,
  type CatalogueAnswerState,
} from '../state-machines/machines/catalogue-answer';
import { localDay, type LocalDay } from '../time/local-day';
import type { FindingState, Verdict } from '../vocabulary/judgement';
import type { Act } from './act';

/** An answer as far as what follows depends on it. */
interface AnswerInStep {
  readonly state: CatalogueAnswerState;
  readonly version: number;
}

/** The columns of an answer that the decision on it fills. */
interface CatalogueAnswerCourse {
  readonly state: CatalogueAnswerState;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly sentBackFor: string | null;
}

interface CatalogueAnswerDraft {
  readonly year: number;
  readonly explanation: string;
  readonly remedy: string;
  readonly remedyUntil: LocalDay | null;
}

/** A year as it is judged, with the last answer to it. */
interface JudgedYear {
  /** Null while the year lasts. */
  readonly verdict: Verdict | null;
  readonly last: AnswerInStep | null;
}

/** State of the finding that a year is: broken, answered, confirmed. Null where the year is not broken. */
export function catalogueFindingState({
  verdict,
  last,
}: {
  readonly verdict: Verdict | null;
  readonly last: Pick<AnswerInStep, 'state'> | null;
}): FindingState | null {
  if (verdict !== 'BROKEN') return last === null ? null : 'RESOLVED';
  if (last === null || last.state === 'SENT_BACK') return 'OPEN';
  return last.state === 'GIVEN' ? 'ANSWERED' : 'CONFIRMED';
}

/** Answers a year without a catalogue in time: why there was none, and what is done about it (R30). */
export function answeredCatalogue(act: Act, draft: CatalogueAnswerDraft, { verdict, last }: JudgedYear) {
  const { year, explanation, remedy, remedyUntil } = draft;
  if (verdict !== 'BROKEN') act.requireInput(notBroken(year));
  if (last) act.requireState(last, checkOpen(year, last.state));
  if (remedyUntil !== null) act.requireInput(dayNotPast('remedyUntil', remedyUntil, localDay(act.now)));
  const said = { text: remedy, name: { zh: '整改措施', en: 'remedy' } };
  act.requireInput(
    textDiffers('remedy', said, [{ text: explanation, name: { zh: '说明', en: 'explanation' } }]),
  );
  const course: CatalogueAnswerCourse = {
    state: catalogueAnswerMachine.creation.to,
    decidedAt: null,
    decidedBy: null,
    sentBackFor: null,
  };
  const { subject: answeredBy, role } = act.actor;
  return { year, explanation, remedy, remedyUntil, answeredBy, role, ...course };
}

/** Confirms an answer, or sends it back for a reason. The person who answered does neither (R30). */
export function decidedCatalogueAnswer(
  act: Act,
  answer: AnswerInStep & { readonly answeredBy: string },
  sentBackFor: string | null,
): CatalogueAnswerCourse {
  act.requireState(answer, checkAnother(act, answer.answeredBy));
  const command = sentBackFor === null ? 'confirmCatalogueAnswer' : 'sendBackCatalogueAnswer';
  const state = act.step(catalogueAnswerMachine, answer, command);
  return { state, decidedAt: act.now, decidedBy: act.actor.subject, sentBackFor };
}

const notBroken = (year: number) => ({
  field: 'year',
  message: {
    zh: `${year} 年没有被判为违规，无需说明。请核对年份（catalogueJudgements）`,
    en: `The year ${year} is not judged as broken and needs no answer. Check the year (\`catalogueJudgements\`)`,
  },
});

function checkOpen(year: number, state: CatalogueAnswerState): StateProblem | undefined {
  if (state === 'SENT_BACK') return undefined;
  return {
    message:
      state === 'GIVEN'
        ? {
            zh: `${year} 年已有说明，待区委确认。请等区委确认或退回`,
            en: `The answer to ${year} awaits its confirmation. Wait until the District Party Committee confirms it or sends it back`,
          }
        : {
            zh: `${year} 年的说明已经区委确认。请查看该说明，无须再次说明`,
            en: `The answer to ${year} is confirmed. Read it; nothing is left to do`,
          },
  };
}

const checkAnother = ({ actor }: Act, answeredBy: string): StateProblem | undefined =>
  answeredBy === actor.subject
    ? {
        message: {
          zh: '该说明由本人作出。请由他人确认或退回',
          en: 'You gave this answer. Ask another person to confirm it or send it back',
        },
      }
    : undefined;
