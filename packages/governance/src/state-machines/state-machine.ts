import type { Bilingual } from '../bilingual';
import type { RuleCode } from '../catalogue/rule-code';
import type { Authority } from '../vocabulary/decisions';
import { codesOf, labelOf, type Codes } from '../vocabulary/labelled';
import { VERBS, type Verb } from '../vocabulary/verbs';

/** A state of a thing. */
export interface State {
  readonly label: Bilingual;
  /** Nothing leads out of it. */
  readonly terminal?: true;
  /** Its work is not confirmed yet. */
  readonly open?: true;
  /** It ended without work, and none is expected. */
  readonly fruitless?: true;
}

/** One of several states that a command can lead to; facts that the machine does not hold decide which. */
export interface Target<Name extends string> {
  readonly to: Name;
  readonly when: Bilingual;
}

/** A step, named by the command that takes it. */
export interface Transition<Name extends string> {
  readonly command: Verb;
  /** The command's own name, with the case where the machine states one. */
  readonly label: Bilingual;
  readonly from: readonly Name[];
  /** The state it leads to; several where facts decide. It may be the state it comes from. */
  readonly to: Name | readonly Target<Name>[];
  /** Party that performs the transition, in the study's words. The policy decides which role may give the command. */
  readonly authority: Authority;
  /** The command must say why. */
  readonly reasonRequired?: true;
}

/** Creation of an object: its initial state, and the commands that create it. None if a sweep does. */
export interface Creation<Name extends string> {
  readonly commands: readonly Verb[];
  /** The first command's own name. A machine states it only where no command creates the object. */
  readonly label: Bilingual;
  readonly to: Name;
  readonly authority: Authority;
}

/** The states of a thing and the steps between them, as data. What is not listed cannot happen. */
export interface StateMachine<Name extends string = string> {
  /** Of the thing, in camelCase, unique. */
  readonly name: string;
  readonly title: Bilingual;
  /** The rule that a step not listed here breaks, where a rule says so. */
  readonly rule?: RuleCode;
  readonly states: Readonly<Record<Name, State>>;
  readonly creation: Creation<Name>;
  readonly transitions: readonly Transition<Name>[];
  /** Interpretation of the study where it leaves a transition open. */
  readonly notes?: readonly Bilingual[];
}

/** The states of a machine, for an enum or the type of a column: `StateOf<typeof delegationMachine>`. */
export type StateOf<Machine extends StateMachine> = keyof Machine['states'] & string;

/** A step as it is written. An act has one name, so that a step has its command's. */
interface StepStatement<Name extends string> extends Omit<Transition<Name>, 'label'> {
  /** Tells steps of one command apart: `（重办）` and `for rework` after the name. */
  readonly case?: Bilingual;
}

/** A machine as it is written: steps have the names of their commands. */
interface MachineStatement<Name extends string> extends Omit<
  StateMachine<NoInfer<Name>>,
  'states' | 'creation' | 'transitions'
> {
  readonly states: Readonly<Record<Name, State>>;
  readonly creation: Omit<Creation<NoInfer<Name>>, 'label'> & { readonly label?: Bilingual };
  readonly transitions: readonly StepStatement<NoInfer<Name>>[];
}

/**
 * Gives a machine its type: its states are the keys of `states`, and nothing else may name a state. Steps are labelled
 * by the names of their commands.
 */
export function defineMachine<Name extends string>({
  creation,
  transitions,
  ...machine
}: MachineStatement<Name>): StateMachine<Name> {
  const [command] = creation.commands;
  const label = creation.label ?? (command && VERBS[command]);
  if (!label) throw new Error(`${machine.name}: a creation without a command needs a label`);
  return {
    ...machine,
    creation: { ...creation, label },
    transitions: transitions.map(({ case: of, ...step }) => ({ ...step, label: nameOf(step.command, of) })),
  };
}

function nameOf(command: Verb, of?: Bilingual): Bilingual {
  const { zh, en } = VERBS[command];
  return of ? { zh: `${zh}（${of.zh}）`, en: `${en} ${of.en}` } : { zh, en };
}

/** The states of a machine as an object that an enum library can read. */
export function statesOf<Name extends string>(machine: StateMachine<Name>): Codes<Name> {
  return codesOf(labelsOf(machine));
}

/** The states of a machine that have a mark, in the order of the machine. */
export const statesThatAre = <Name extends string>(
  mark: Exclude<keyof State, 'label'>,
  { states }: StateMachine<Name>,
): readonly Name[] =>
  Object.entries<State>(states)
    .filter(([, state]) => state[mark])
    // The entries of a record have its keys.
    .map(([name]) => name as Name);

/** Labels of the states. */
export function labelsOf<Name extends string>(
  machine: StateMachine<Name>,
): Readonly<Record<Name, Bilingual>> {
  return Object.fromEntries(
    Object.entries<State>(machine.states).map(([name, { label }]) => [name, label]),
  ) as Record<Name, Bilingual>;
}

/** Text of a state in a sentence: its label, or the text itself when it is not a state of the machine. */
export const stateName = <Name extends string>(machine: StateMachine<Name>, state: string): Bilingual =>
  labelOf(labelsOf(machine), state);

/** The states that a transition can lead to, one at least. */
export function targetsOf<Name extends string>({ to }: Transition<Name>): readonly Name[] {
  return typeof to === 'string' ? [to] : to.map((target) => target.to);
}
