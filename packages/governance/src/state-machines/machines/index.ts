import type { StateMachine } from '../state-machine';
import { communityAppointmentMachine, streetAppointmentMachine } from './appointment';
import { assignmentMachine, weeklyItemMachine } from './community-work';
import { catalogueAnswerMachine } from './catalogue-answer';
import { consultationMachine } from './consultation';
import { delegationMachine } from './delegation';
import { difficultyMachine } from './difficulty';
import { findingAnswerMachine } from './finding-answer';
import { fundRecallMachine, fundTransferMachine } from './funds';
import { majorMatterMachine } from './major-matter';
import { meetingMachine } from './meeting';
import { minutesMachine } from './minutes';
import { planMachine } from './plan';
import { needProposalMachine, serviceProjectMachine } from './services';
import { extensionRequestMachine, returnRequestMachine } from './order-requests';
import { personnelSuggestionMachine } from './personnel-suggestion';
import { supportIssueMachine } from './support';
import { supervisionMachine } from './supervision';
import { workOrderMachine } from './work-order';

/** Every state machine, in the order in which work travels through a street. */
export const STATE_MACHINES: readonly StateMachine[] = [
  streetAppointmentMachine,
  communityAppointmentMachine,
  majorMatterMachine,
  meetingMachine,
  difficultyMachine,
  minutesMachine,
  delegationMachine,
  workOrderMachine,
  returnRequestMachine,
  extensionRequestMachine,
  supervisionMachine,
  weeklyItemMachine,
  assignmentMachine,
  fundTransferMachine,
  fundRecallMachine,
  planMachine,
  supportIssueMachine,
  needProposalMachine,
  serviceProjectMachine,
  personnelSuggestionMachine,
  consultationMachine,
  findingAnswerMachine,
  catalogueAnswerMachine,
];
