import type { Verb } from '@mtg/governance';

/** A step that is possible and that nothing waits for. */
export interface OptionalStep {
  /** Name of the state machine. */
  readonly machine: string;
  readonly commands: readonly Verb[];
  /** The states in which nothing waits for it; default: all. */
  readonly from?: readonly string[];
  readonly why: string;
}

const TAKEN_BACK = 'A withdrawal is for the one who began it, and is never awaited.';
const BY_REQUEST = 'The request of the center is an item of its own.';

/** Steps that a person may take without being awaited. Every other step is something to do. */
export const OPTIONAL_STEPS: readonly OptionalStep[] = [
  ...['streetAppointment', 'communityAppointment'].flatMap((machine): readonly OptionalStep[] => [
    { machine, commands: ['withdrawNomination'], why: TAKEN_BACK },
    { machine, commands: ['endMembership'], why: 'No term of office is set.' },
  ]),
  {
    machine: 'majorMatter',
    commands: ['recordPreliminaryOpinion'],
    from: ['DELIBERATED'],
    why: 'Both bodies have given their opinions.',
  },
  { machine: 'meeting', commands: ['cancelMeeting'], why: TAKEN_BACK },
  {
    machine: 'difficulty',
    commands: ['updateDifficulty', 'reassignDifficulty'],
    why: 'Its solution is awaited, however many steps lead there.',
  },
  { machine: 'minutes', commands: ['reviseMinutes'], why: 'Their issue is awaited.' },
  { machine: 'delegation', commands: ['guideDelegation'], why: 'Guidance is added where it is needed.' },
  {
    machine: 'delegation',
    commands: ['dispatchWorkOrder'],
    from: ['DISPATCHED'],
    why: 'Further orders are possible; the conclusion is awaited.',
  },
  { machine: 'delegation', commands: ['withdrawDelegation'], why: TAKEN_BACK },
  {
    machine: 'workOrder',
    commands: ['requestReturn', 'requestExtension'],
    why: 'The work is awaited, not the request.',
  },
  {
    machine: 'workOrder',
    commands: ['grantExtension', 'refuseExtension', 'reassignWorkOrder', 'refuseReturn'],
    why: BY_REQUEST,
  },
  { machine: 'workOrder', commands: ['cancelWorkOrder'], why: TAKEN_BACK },
  { machine: 'returnRequest', commands: ['cancelWorkOrder'], why: 'The decision is awaited.' },
  {
    machine: 'extensionRequest',
    commands: ['submitWorkOrder', 'reassignWorkOrder', 'cancelWorkOrder'],
    why: 'The request lapses with its order; the decision is awaited.',
  },
  { machine: 'assignment', commands: ['withdrawAssignment', 'cancelWorkOrder'], why: TAKEN_BACK },
  { machine: 'plan', commands: ['revisePlan'], why: 'Its submission is awaited.' },
  {
    machine: 'supportIssue',
    commands: ['recordContribution', 'citeSupportOrder'],
    why: 'The solution is awaited, however many steps lead there.',
  },
  {
    machine: 'serviceProject',
    commands: ['reachMilestone'],
    why: 'Each milestone is an item of its own.',
  },
  { machine: 'serviceProject', commands: ['terminateServiceProject'], why: TAKEN_BACK },
];

/** True if a step is possible and not awaited. */
export const isOptionalStep = (machine: string, command: Verb, state: string): boolean =>
  OPTIONAL_STEPS.some(
    (step) =>
      step.machine === machine &&
      step.commands.includes(command) &&
      (step.from === undefined || step.from.includes(state)),
  );
