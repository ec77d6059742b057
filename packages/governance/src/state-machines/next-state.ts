import { withArticle } from '../article';
import type { Bilingual } from '../bilingual';
import type { RuleCode } from '../catalogue/rule-code';
import type { Refusal } from '../refusal';
import { labelOf } from '../vocabulary/labelled';
import { VERBS } from '../vocabulary/verbs';
import { stateName, targetsOf, type StateMachine, type Transition } from './state-machine';

/** Reason for which a step cannot be taken, with the steps that can. */
export interface TransitionRefusal extends Refusal<
  'UNKNOWN_STATE' | 'NOT_ALLOWED_FROM_STATE' | 'TARGET_UNDECIDED'
> {
  /** The commands that can be given in this state; none when it is terminal. */
  readonly allowed: readonly string[];
  /** The rule that the step would break, where one says so. */
  readonly rule?: RuleCode;
}

/** Where a command leads, or why it does not. */
export type NextState<Name extends string> =
  | { readonly to: Name; readonly transition: Transition<Name>; readonly refusal?: undefined }
  | { readonly to?: undefined; readonly refusal: TransitionRefusal };

/**
 * The state that a command leads to.
 *
 * @param outcome where a command can lead to several states, the one that the facts decided on
 */
export function nextState<Name extends string>(
  machine: StateMachine<Name>,
  from: string,
  command: string,
  outcome?: NoInfer<Name>,
): NextState<Name> {
  if (!Object.hasOwn(machine.states, from)) {
    return { refusal: unknownState(machine, from) };
  }
  const possible = transitionsFrom(machine, from);
  const transition = possible.find((other) => other.command === command);
  if (!transition) {
    return { refusal: notAllowed(machine, from, command, possible) };
  }
  const targets = targetsOf(transition);
  const [only] = targets;
  const to = outcome ?? (targets.length === 1 ? only : undefined);
  return to !== undefined && targets.includes(to)
    ? { to, transition }
    : { refusal: undecided(machine, transition, possible) };
}

/** The steps that lead out of a state. */
export function transitionsFrom<Name extends string>(
  machine: StateMachine<Name>,
  from: string,
): readonly Transition<Name>[] {
  return machine.transitions.filter((transition) => transition.from.some((state) => state === from));
}

function unknownState(machine: StateMachine, state: string): TransitionRefusal {
  const known = Object.keys(machine.states).join(', ');
  return {
    reason: 'UNKNOWN_STATE',
    allowed: [],
    message: {
      zh: `“${state}”不是${machine.title.zh}的状态；可用状态：${known}。`,
      en: `“${state}” is not a state of ${withArticle(machine.title.en)}. The states are ${known}.`,
    },
  };
}

function notAllowed(
  machine: StateMachine,
  from: string,
  command: string,
  possible: readonly Transition<string>[],
): TransitionRefusal {
  const [state, verb] = [stateName(machine, from), labelOf(VERBS, command)];
  const { zh, en } = wayOut(possible);
  return {
    reason: 'NOT_ALLOWED_FROM_STATE',
    allowed: commandsOf(possible),
    ...(machine.rule && { rule: machine.rule }),
    message: {
      zh: `${machine.title.zh}为“${state.zh}”，不能${verb.zh}（${command}）。${zh}`,
      en: `The ${machine.title.en} is ${state.en}, which does not allow ${command} (${verb.en}). ${en}`,
    },
  };
}

function undecided(
  machine: StateMachine,
  transition: Transition<string>,
  possible: readonly Transition<string>[],
): TransitionRefusal {
  const targets = targetsOf(transition).join(', ');
  return {
    reason: 'TARGET_UNDECIDED',
    allowed: commandsOf(possible),
    message: {
      zh: `${machine.title.zh}${transition.label.zh}（${transition.command}）之后只能是：${targets}。请指明其中之一。`,
      en: `After ${transition.command}, ${withArticle(machine.title.en)} can only be one of: ${targets}. Name one.`,
    },
  };
}

function wayOut(possible: readonly Transition<string>[]): Bilingual {
  if (possible.length === 0) {
    return { zh: '这是终态，不能再变更。', en: 'This state is final.' };
  }
  const list = (language: keyof Bilingual) =>
    [...new Map(possible.map(({ command, label }) => [command, label[language]]))]
      .map(([command, label]) => (language === 'zh' ? `${label}（${command}）` : `${label} (${command})`))
      .join(language === 'zh' ? '、' : ', ');
  return { zh: `现在可以：${list('zh')}。`, en: `Possible now: ${list('en')}.` };
}

function commandsOf(transitions: readonly Transition<string>[]): readonly string[] {
  return [...new Set(transitions.map(({ command }) => command))];
}
