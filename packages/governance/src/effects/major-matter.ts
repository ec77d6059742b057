import {
  haveBothFormed,
  r01,
  type BodyConsultation,
  type PreliminaryOpinion,
} from '../rules/r01-collective-deliberation';
import { majorMatterMachine, type MajorMatterState } from '../state-machines/machines/major-matter';
import type { Act } from './act';

/** A major matter as far as a step depends on it. */
interface MatterInStep {
  readonly state: MajorMatterState;
  readonly version: number;
}

type Opinion = Pick<PreliminaryOpinion, 'body' | 'consulted' | 'opinion'>;

/** Registers a major matter. */
export const registeredMatter = (): {
  readonly state: MajorMatterState;
  readonly decisionId: string | null;
} => ({
  state: majorMatterMachine.creation.to,
  decisionId: null,
});

/** Requires that the body has a member in office (R01). */
export const requireConsultation = (act: Act, { body, members }: BodyConsultation): void =>
  act.require(r01.check({ body, members }));

/** Records the opinion of one body. @param known opinions recorded before, oldest first */
export const deliberatedMatter = (
  act: Act,
  matter: MatterInStep,
  known: readonly Opinion[],
  opinion: Opinion,
) => ({
  state: act.step(
    majorMatterMachine,
    matter,
    'recordPreliminaryOpinion',
    haveBothFormed([...known, opinion]) ? 'DELIBERATED' : 'REGISTERED',
  ),
});

/** Records the decision of 街道工委, after both bodies have formed their opinions (R01). */
export function decidedMatter(
  act: Act,
  matter: MatterInStep,
  opinions: readonly PreliminaryOpinion[],
  decidedAt: Date,
) {
  // Before the state, since it names the body that is missing.
  act.require(r01.check({ opinions, decidedAt }));
  return { state: act.step(majorMatterMachine, matter, 'decideMajorMatter') };
}
