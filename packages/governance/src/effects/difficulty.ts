import type { Maybe } from '../checks/facts';
import type { InputProblem } from '../checks/input-problem';
import { r20 } from '../rules/r20-monthly-progress';
import { difficultyMachine, type DifficultyState } from '../state-machines/machines/difficulty';
import { localDay, type LocalDay } from '../time/local-day';
import type { Act } from './act';
import { present } from './present';

/** A difficulty as far as a step depends on it. */
interface DifficultyInStep {
  readonly state: DifficultyState;
  readonly version: number;
}

/** The columns of a difficulty that later steps fill. */
interface DifficultyCourse {
  readonly state: DifficultyState;
  readonly progress: string | null;
  readonly solution: string | null;
  readonly solvedOn: LocalDay | null;
  readonly solvedAt: Date | null;
  readonly solvedBy: string | null;
}

/** Reports a difficulty of a center’s own at a monthly meeting, once R20 was kept. @param raisedOn day of the meeting */
export function raisedDifficulty(
  {
    content,
    responsiblePerson,
  }: { readonly content: Maybe<string>; readonly responsiblePerson: string | null },
  raisedOn: LocalDay,
) {
  const course: DifficultyCourse = {
    state: difficultyMachine.creation.to,
    progress: null,
    solution: null,
    solvedOn: null,
    solvedAt: null,
    solvedBy: null,
  };
  return { ...course, content: present(content), responsiblePerson, raisedOn };
}

/** Records how far a difficulty has come, and who is responsible for it. What is not given stays. */
export function updatedDifficulty(
  act: Act,
  difficulty: DifficultyInStep,
  given: { readonly progress: string | null; readonly responsiblePerson: string | null },
) {
  const state = act.step(difficultyMachine, difficulty, 'updateDifficulty');
  act.requireInput(checkGiven(given));
  const { progress, responsiblePerson } = given;
  return {
    state,
    ...(progress !== null && { progress }),
    ...(responsiblePerson !== null && { responsiblePerson }),
  };
}

const checkGiven = ({
  progress,
  responsiblePerson,
}: {
  readonly progress: string | null;
  readonly responsiblePerson: string | null;
}): InputProblem | undefined =>
  progress !== null || responsiblePerson !== null
    ? undefined
    : {
        field: 'progress',
        message: {
          zh: '没有要更新的内容。请填写 progress 或 responsiblePerson',
          en: 'There is nothing to update. Give progress or responsiblePerson',
        },
      };

/** Hands a difficulty to another center, for 综合管理中心 (R09 keeps heads from it). */
export function reassignedDifficulty(
  act: Act,
  difficulty: DifficultyInStep & { readonly centerCode: string },
  to: { readonly centerCode: string; readonly responsiblePerson: string | null },
  name: string,
) {
  const state = act.step(difficultyMachine, difficulty, 'reassignDifficulty');
  act.requireInput(checkOther(difficulty.centerCode, to.centerCode, name));
  return { state, ...to };
}

const checkOther = (from: string, to: string, name: string): InputProblem | undefined =>
  from !== to
    ? undefined
    : {
        field: 'centerCode',
        message: {
          zh: `该困难与问题已由${name}负责。请改填另一个中心`,
          en: `${name} is already responsible for this difficulty. Choose another center`,
        },
      };

/** Records how and on which day a difficulty was solved (R20). */
export function solvedDifficulty(
  act: Act,
  difficulty: DifficultyInStep & { readonly raisedOn: LocalDay },
  { solution, solvedOn }: { readonly solution: Maybe<string>; readonly solvedOn: Maybe<LocalDay> },
) {
  const state = act.step(difficultyMachine, difficulty, 'solveDifficulty');
  act.require(r20.check({ solution, solvedOn, raisedOn: difficulty.raisedOn, today: localDay(act.now) }));
  return {
    state,
    solution: present(solution),
    solvedOn: present(solvedOn),
    solvedAt: act.now,
    solvedBy: act.actor.subject,
  };
}

/** Days of a difficulty, as far as meetings list it. */
interface DifficultyDays {
  readonly raisedOn: LocalDay;
  readonly solvedOn: LocalDay | null;
}

/** True if a difficulty was open on a day: reported by then, and solved on it at the earliest. */
export const isOpenOn = ({ raisedOn, solvedOn }: DifficultyDays, day: LocalDay): boolean =>
  raisedOn <= day && (solvedOn === null || solvedOn >= day);
