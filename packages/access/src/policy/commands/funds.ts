import { DISTRICT, STREET, type Cells } from '../cell';
import { command, type CommandPolicies } from '../command-policy';

const FINANCE: Cells = { FINANCE_OFFICER: STREET };

/** Money of a street: its finance section keeps the books (R31). */
export const FUND_COMMANDS = {
  acknowledgeTransfer: command(FINANCE),
  declineTransfer: command(FINANCE),
  agreeToRecall: command(FINANCE),
  refuseRecall: command(FINANCE),
  recordExpenditure: command(FINANCE),
  reverseExpenditure: command(FINANCE),
} satisfies CommandPolicies;

/** 区委 and 区政府 budget; 区委社会工委 coordinates the use of the funds (R31; `seed:132`). */
const BUDGETING: Cells = { DISTRICT_GOVERNMENT: DISTRICT, DISTRICT_PARTY_COMMITTEE: DISTRICT };
const COORDINATING: Cells = { DISTRICT_OFFICE: DISTRICT };

export const BUDGET_COMMANDS = {
  recordBudget: command(BUDGETING),
  reverseBudgetLine: command(BUDGETING),
  offerTransfer: command(COORDINATING),
  requestRecall: command(COORDINATING),
} satisfies CommandPolicies;
