import { DEPARTMENT, DISTRICT, STREET, type Cells } from '../cell';
import { command, type CommandPolicies } from '../command-policy';

const CLERK: Cells = { COMMITTEE_CLERK: STREET };
const LEADER: Cells = { STREET_LEADER: STREET };
/** The department that is reported on, or to. */
const DEPARTMENT_ITSELF: Cells = { DEPARTMENT_OFFICER: DEPARTMENT };
/** The district alone says which unit belongs to which department. */
const OFFICE: Cells = { DISTRICT_OFFICE: DISTRICT };

export const EVALUATION_COMMANDS = {
  linkUnit: command(OFFICE),
  unlinkUnit: command(OFFICE),
  handInDepartmentReport: command({ ...LEADER, ...CLERK }),
  answerDepartmentReport: command(DEPARTMENT_ITSELF),
  reportMemberPerformance: command({ ...LEADER, ...CLERK }),
  draftPersonnelSuggestion: command(CLERK),
  signPersonnelSuggestion: command(LEADER),
  sendPersonnelSuggestion: command(CLERK),
  answerPersonnelSuggestion: command(DEPARTMENT_ITSELF),
  issueDeputyReport: command({ ...LEADER, ...CLERK }),
} satisfies CommandPolicies;
