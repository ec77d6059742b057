import { STATE_MACHINES } from './machines';
import {
  APPOINTMENT_MACHINES,
  communityAppointmentMachine,
  streetAppointmentMachine,
} from './machines/appointment';
import { assignmentMachine, OPEN_ASSIGNMENT_STATES } from './machines/community-work';
import { delegationMachine } from './machines/delegation';
import { FRUITLESS_WORK_ORDER_STATES, OPEN_WORK_ORDER_STATES, workOrderMachine } from './machines/work-order';
import { VERBS } from '../vocabulary/verbs';
import { nextState, transitionsFrom } from './next-state';
import { labelsOf, statesOf, statesThatAre, targetsOf, type StateMachine } from './state-machine';

/** Every step of every machine: state, command and where it leads. What is not here is refused. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  streetAppointment: appointmentSteps(),
  communityAppointment: appointmentSteps(),
  majorMatter: [
    'REGISTERED recordPreliminaryOpinion REGISTERED|DELIBERATED',
    'DELIBERATED recordPreliminaryOpinion REGISTERED|DELIBERATED',
    'DELIBERATED decideMajorMatter DECIDED',
  ],
  meeting: ['CONVOKED openMeeting OPEN', 'CONVOKED cancelMeeting CANCELLED', 'OPEN closeMeeting CLOSED'],
  difficulty: ['OPEN updateDifficulty OPEN', 'OPEN reassignDifficulty OPEN', 'OPEN solveDifficulty SOLVED'],
  minutes: ['DRAFT reviseMinutes DRAFT', 'DRAFT issueMinutes ISSUED'],
  delegation: [
    'SUBMITTED recordStreetOpinion OPINION_HEARD',
    'SUBMITTED withdrawDelegation WITHDRAWN',
    'OPINION_HEARD approveDelegation APPROVED',
    'OPINION_HEARD rejectDelegation REJECTED',
    'OPINION_HEARD withdrawDelegation WITHDRAWN',
    'APPROVED deployDelegation DEPLOYED',
    'APPROVED withdrawDelegation WITHDRAWN',
    'DEPLOYED dispatchWorkOrder DISPATCHED',
    'DEPLOYED withdrawDelegation WITHDRAWN',
    'DISPATCHED dispatchWorkOrder DISPATCHED',
    'SUBMITTED sendBackDelegation SENT_BACK',
    'OPINION_HEARD sendBackDelegation SENT_BACK',
    'DEPLOYED guideDelegation DEPLOYED',
    'DISPATCHED guideDelegation DISPATCHED',
    'DISPATCHED concludeDelegation COMPLETED',
    'COMPLETED confirmConclusion CONFIRMED',
    'COMPLETED objectToConclusion DISPATCHED',
  ],
  workOrder: [
    'ISSUED acceptWorkOrder ACCEPTED',
    'ISSUED cancelWorkOrder CANCELLED',
    'ACCEPTED startWorkOrder IN_PROGRESS',
    'ACCEPTED cancelWorkOrder CANCELLED',
    'IN_PROGRESS submitWorkOrder SUBMITTED',
    'IN_PROGRESS cancelWorkOrder CANCELLED',
    'SUBMITTED verifyWorkOrder VERIFIED',
    'SUBMITTED returnWorkOrder IN_PROGRESS',
    'SUBMITTED cancelWorkOrder CANCELLED',
    ...['ISSUED', 'ACCEPTED', 'IN_PROGRESS'].flatMap((state) => [
      `${state} requestReturn RETURNED`,
      ...['requestExtension', 'grantExtension', 'refuseExtension'].map((step) => `${state} ${step} ${state}`),
    ]),
    'RETURNED reassignWorkOrder ISSUED',
    'RETURNED refuseReturn ISSUED|ACCEPTED|IN_PROGRESS',
    'RETURNED cancelWorkOrder CANCELLED',
    'VERIFIED closeWorkOrder CLOSED',
  ],
  returnRequest: [
    'PENDING reassignWorkOrder REASSIGNED',
    'PENDING refuseReturn REFUSED',
    'PENDING cancelWorkOrder LAPSED',
  ],
  extensionRequest: [
    'PENDING grantExtension GRANTED',
    'PENDING refuseExtension REFUSED',
    'PENDING submitWorkOrder LAPSED',
    'PENDING reassignWorkOrder LAPSED',
    'PENDING cancelWorkOrder LAPSED',
  ],
  supervision: ['OPEN resolveSupervision RESOLVED'],
  weeklyItem: ['PROPOSED decideWeeklyItem PASSED|NOT_PASSED'],
  assignment: [
    'ASSIGNED reportProgress IN_PROGRESS|COMPLETED',
    'IN_PROGRESS reportProgress IN_PROGRESS|COMPLETED',
    'ASSIGNED withdrawAssignment WITHDRAWN',
    'IN_PROGRESS withdrawAssignment WITHDRAWN',
    'ASSIGNED cancelWorkOrder WITHDRAWN',
    'IN_PROGRESS cancelWorkOrder WITHDRAWN',
  ],
  fundTransfer: ['OFFERED acknowledgeTransfer ACKNOWLEDGED', 'OFFERED declineTransfer DECLINED'],
  fundRecall: ['REQUESTED agreeToRecall AGREED', 'REQUESTED refuseRecall REFUSED'],
  plan: [
    'DRAFT revisePlan DRAFT',
    'DRAFT submitPlan SUBMITTED',
    'SUBMITTED returnPlan DRAFT',
    'SUBMITTED adoptPlan ADOPTED',
  ],
  supportIssue: [
    'RAISED takeUpSupportIssue TAKEN_UP',
    'TAKEN_UP recordContribution TAKEN_UP',
    'TAKEN_UP citeSupportOrder TAKEN_UP',
    'TAKEN_UP solveSupportIssue SOLVED',
    'SOLVED confirmSolution CONFIRMED',
    'SOLVED objectToSolution TAKEN_UP',
  ],
  needProposal: ['PROPOSED forwardNeed FORWARDED', 'PROPOSED declineNeed DECLINED'],
  serviceProject: [
    'IN_PROGRESS reachMilestone IN_PROGRESS',
    'IN_PROGRESS acceptServiceProject ACCEPTED',
    'IN_PROGRESS terminateServiceProject TERMINATED',
    'ACCEPTED evaluateServiceProject EVALUATED',
  ],
  personnelSuggestion: [
    'DRAFTED signPersonnelSuggestion SIGNED',
    'SIGNED sendPersonnelSuggestion SENT',
    'SENT answerPersonnelSuggestion ANSWERED',
  ],
  consultation: ['RECORDED confirmConsultation CONFIRMED'],
  findingAnswer: ['GIVEN confirmFinding CONFIRMED', 'GIVEN sendBackFinding SENT_BACK'],
  catalogueAnswer: ['GIVEN confirmCatalogueAnswer CONFIRMED', 'GIVEN sendBackCatalogueAnswer SENT_BACK'],
};

const COMMANDS = [...new Set(STATE_MACHINES.flatMap(commandsOf))];

test('each machine is in the table, once', () => {
  expect(STATE_MACHINES.map(({ name }) => name)).toEqual(Object.keys(STEPS));
});

describe.each(STATE_MACHINES.map((machine) => [machine.name, machine] as const))('%s', (name, machine) => {
  const states = Object.keys(machine.states);

  test('every state × command of all machines goes as the table says', () => {
    const allowed: string[] = [];
    for (const from of states) {
      for (const command of COMMANDS) {
        const targets = states.filter((to) => nextState(machine, from, command, to).to === to);
        if (targets.length > 0) {
          allowed.push(`${from} ${command} ${targets.join('|')}`);
        } else {
          const { refusal } = nextState(machine, from, command);
          expect(refusal?.reason).toBe('NOT_ALLOWED_FROM_STATE');
          expect(refusal?.rule).toBe(machine.rule);
          expect(refusal?.allowed).toEqual([
            ...new Set(transitionsFrom(machine, from).map((step) => step.command)),
          ]);
        }
      }
    }
    expect(allowed.map(canonical).sort()).toEqual((STEPS[name] ?? []).map(canonical).sort());
  });

  test('every state can be reached', () => {
    const reached = new Set([machine.creation.to]);
    for (const state of reached) {
      for (const to of transitionsFrom(machine, state).flatMap(targetsOf)) reached.add(to);
    }
    expect(reached).toEqual(new Set(states));
  });

  test('terminal states, and only they, have no transitions', () => {
    for (const [state, { terminal }] of Object.entries(machine.states)) {
      expect([state, transitionsFrom(machine, state).length === 0]).toEqual([state, terminal === true]);
    }
  });

  test('steps have the name of their command, with the case behind it at most', () => {
    for (const { command, label } of machine.transitions) {
      const { zh, en } = VERBS[command];
      expect(label.zh.replace(/（\p{Script=Han}+）$/u, '')).toBe(zh);
      expect(`${label.en} `).toMatch(new RegExp(`^${en} `, 'u'));
    }
  });

  test('from a state a command has one transition', () => {
    for (const state of states) {
      const commands = transitionsFrom(machine, state).map(({ command }) => command);
      expect(new Set(commands).size).toBe(commands.length);
    }
  });

  test('states read in both languages, no two alike', () => {
    const labels = Object.values(labelsOf(machine));
    expect(new Set(labels.map(({ zh }) => zh)).size).toBe(states.length);
    for (const { zh, en } of labels) {
      expect(zh).toMatch(/^\p{Script=Han}+$/u);
      expect(en).toMatch(/^[a-z ]+$/u);
    }
    expect(Object.keys(statesOf(machine))).toEqual(states);
  });
});

test('a refusal lists what can be done instead', () => {
  const { refusal } = nextState(delegationMachine, 'SUBMITTED', 'approveDelegation');
  expect(refusal).toMatchObject({
    rule: 'R10',
    allowed: ['recordStreetOpinion', 'sendBackDelegation', 'withdrawDelegation'],
  });
  expect(refusal?.message.zh).toContain('为“已提交”，不能登记委托事项通过（approveDelegation）。现在可以：');
  expect(refusal?.message.zh).toContain('登记街道意见（recordStreetOpinion）');
  expect(refusal?.message.en).toContain('Possible now: record the street’s opinion (recordStreetOpinion)');
});

test('a center requests a return, and work for rework is returned', () => {
  const ways = (state: string) => nextState(workOrderMachine, state, 'closeWorkOrder').refusal?.message;
  expect(ways('ISSUED')?.zh).toContain('申请退单（requestReturn）');
  expect(ways('SUBMITTED')?.zh).toContain('退回重办（returnWorkOrder）');
  expect(ways('SUBMITTED')?.en).toContain('return a work order for rework (returnWorkOrder)');
});

test('a terminal state says that it is final', () => {
  const { refusal } = nextState(delegationMachine, 'REJECTED', 'recordStreetOpinion');
  expect(refusal).toMatchObject({ allowed: [], reason: 'NOT_ALLOWED_FROM_STATE' });
  expect(refusal?.message.en).toContain('final');
});

test.each(['', 'submitted', 'constructor', 'toString'])('%j is no state', (from) => {
  expect(nextState(delegationMachine, from, 'recordStreetOpinion').refusal?.reason).toBe('UNKNOWN_STATE');
});

test('where facts decide, the outcome has to be named and be one of those listed', () => {
  const step = (outcome?: 'ISSUED' | 'ACCEPTED' | 'CLOSED') =>
    nextState(workOrderMachine, 'RETURNED', 'refuseReturn', outcome);
  expect(step('ISSUED').to).toBe('ISSUED');
  expect(step('ACCEPTED').to).toBe('ACCEPTED');
  expect(step().refusal?.reason).toBe('TARGET_UNDECIDED');
  expect(step('CLOSED').refusal?.message.en).toContain('ISSUED, ACCEPTED');
});

test('return, extension and cancellation of an order, rejection and withdrawal of a delegation say why', () => {
  const commands = (machine: StateMachine) =>
    new Set(machine.transitions.filter((step) => step.reasonRequired).map(({ command }) => command));
  expect([...commands(workOrderMachine)].sort()).toEqual([
    'cancelWorkOrder',
    'grantExtension',
    'reassignWorkOrder',
    'refuseExtension',
    'refuseReturn',
    'requestExtension',
    'requestReturn',
    'returnWorkOrder',
  ]);
  expect([...commands(delegationMachine)].sort()).toEqual([
    'objectToConclusion',
    'rejectDelegation',
    'sendBackDelegation',
    'withdrawDelegation',
  ]);
});

test('an order is open in all states before it is verified', () => {
  expect(statesThatAre('open', workOrderMachine)).toEqual(statesBefore(workOrderMachine, 'VERIFIED'));
  expect(OPEN_WORK_ORDER_STATES).toEqual(statesThatAre('open', workOrderMachine));
});

test('an order is fruitless in the final states that it reaches without being verified', () => {
  const before = new Set([...statesBefore(workOrderMachine, 'VERIFIED'), 'VERIFIED']);
  const ended = Object.keys(workOrderMachine.states).filter(
    (state) => !before.has(state) && !workOrderMachine.transitions.some(isStep('VERIFIED', state)),
  );
  expect(statesThatAre('fruitless', workOrderMachine)).toEqual(ended);
  expect(FRUITLESS_WORK_ORDER_STATES).toEqual(ended);
});

test('a community is at a task until the task is final', () => {
  const { states } = assignmentMachine;
  expect(OPEN_ASSIGNMENT_STATES).toEqual(statesThatAre('open', assignmentMachine));
  expect(statesThatAre('terminal', assignmentMachine)).toEqual(
    Object.keys(states).filter((state) => !OPEN_ASSIGNMENT_STATES.some((open) => open === state)),
  );
});

test.each([
  ['nominateMember', 'STREET', 'COMMUNITY_PARTY_ORGANIZATION'],
  ['reviewNomination', 'ORGANIZATION_DEPARTMENT', 'STREET_ORGANIZATION_SECTION'],
  ['appointMember', 'DISTRICT_PARTY_COMMITTEE', 'WORKING_COMMITTEE'],
  ['withdrawNomination', 'STREET', 'COMMUNITY_PARTY_ORGANIZATION'],
  ['endMembership', 'DISTRICT_PARTY_COMMITTEE', 'WORKING_COMMITTEE'],
])('%s is by %s for a street body and by %s for a community body', (command, street, community) => {
  const by = (machine: StateMachine) =>
    machine.creation.commands.some((creating) => creating === command)
      ? machine.creation.authority
      : machine.transitions.find((step) => step.command === command)?.authority;
  expect([by(streetAppointmentMachine), by(communityAppointmentMachine)]).toEqual([street, community]);
  expect(by(APPOINTMENT_MACHINES.ENLARGED_WORKING_COMMITTEE)).toBe(street);
  expect(by(APPOINTMENT_MACHINES.AREA_MANAGEMENT_COMMITTEE)).toBe(street);
  expect(by(APPOINTMENT_MACHINES.ENLARGED_COMMUNITY_PARTY_COMMITTEE)).toBe(community);
});

/** The commands that the platform has for these things; a machine names no other. */
const KNOWN = [
  'nominateMember reviewNomination appointMember withdrawNomination endMembership',
  'convokeMeeting openMeeting closeMeeting cancelMeeting draftMinutes reviseMinutes issueMinutes',
  'recordCenterReport recordReportForHead updateDifficulty reassignDifficulty solveDifficulty',
  'registerMajorMatter recordPreliminaryOpinion decideMajorMatter',
  'submitDelegation recordStreetOpinion approveDelegation rejectDelegation deployDelegation withdrawDelegation',
  'dispatchWorkOrder dispatchSubOrder acceptWorkOrder startWorkOrder submitWorkOrder verifyWorkOrder',
  'closeWorkOrder cancelWorkOrder returnWorkOrder resolveSupervision',
  'requestReturn reassignWorkOrder refuseReturn requestExtension grantExtension refuseExtension',
  'guideDelegation sendBackDelegation concludeDelegation confirmConclusion objectToConclusion',
  'proposeWeeklyItem decideWeeklyItem issueAssignmentBatch reportProgress withdrawAssignment',
  'offerTransfer acknowledgeTransfer declineTransfer requestRecall agreeToRecall refuseRecall',
  'raiseSupportIssue takeUpSupportIssue recordContribution citeSupportOrder solveSupportIssue',
  'confirmSolution objectToSolution proposeNeed forwardNeed declineNeed',
  'startServiceProject reachMilestone acceptServiceProject evaluateServiceProject terminateServiceProject',
  'draftPersonnelSuggestion signPersonnelSuggestion sendPersonnelSuggestion answerPersonnelSuggestion',
  'draftPlan amendPlan revisePlan submitPlan returnPlan adoptPlan recordConsultation confirmConsultation',
  'answerFinding confirmFinding sendBackFinding',
  'answerMissingCatalogue confirmCatalogueAnswer sendBackCatalogueAnswer',
].flatMap((line) => line.split(' '));

test('the commands are known, and all of them are in a machine', () => {
  expect(COMMANDS.toSorted()).toEqual(KNOWN.toSorted());
});

const isStep =
  (source: string, target: string) =>
  (step: StateMachine['transitions'][number]): boolean =>
    step.from.includes(source) && targetsOf(step).includes(target);

/** The states from which a state is still to be reached. */
function statesBefore(machine: StateMachine, target: string): readonly string[] {
  const reaching = new Set([target]);
  for (const goal of reaching) {
    for (const step of machine.transitions.filter((each) => targetsOf(each).includes(goal))) {
      for (const source of step.from) reaching.add(source);
    }
  }
  return Object.keys(machine.states).filter((state) => state !== target && reaching.has(state));
}

function commandsOf({ creation, transitions }: StateMachine): readonly string[] {
  return [...creation.commands, ...transitions.map(({ command }) => command)];
}

/** The targets of a step in one order, so that two lists of steps compare. */
function canonical(step: string): string {
  const [from, command, targets = ''] = step.split(' ');
  return [from, command, targets.split('|').sort().join('|')].join(' ');
}

function appointmentSteps(): readonly string[] {
  return [
    'NOMINATED reviewNomination REVIEWED|REVIEW_REJECTED',
    'NOMINATED withdrawNomination WITHDRAWN',
    'REVIEWED appointMember APPOINTED',
    'REVIEWED withdrawNomination WITHDRAWN',
    'APPOINTED endMembership ENDED',
  ];
}
