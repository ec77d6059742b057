import { headOf } from './meetings';
import { COMMUNITY, people, type YearStage } from './stage';
import { secretary } from './work';

const WHERE = { centerCode: 'PUBLIC_SECURITY', communityCode: COMMUNITY };
const head = headOf('PUBLIC_SECURITY');

/** A difficulty in the ledger, verified today (R27). @returns its id */
export const ledgerEntry = (stage: YearStage): Promise<string> => {
  const entry = { kind: 'KEY_DIFFICULTY', text: '车位不足', source: '走访', verifiedOn: stage.today() };
  return stage.make('ledgerEntry', 'recordLedgerEntry', { ...WHERE, ...entry }, head);
};

/** A problem of parking that a log or a ledger entry tells of (R28). @returns its id */
export const raise = (stage: YearStage, from: object): Promise<string> =>
  stage.make(
    'supportIssue',
    'raiseSupportIssue',
    { ...WHERE, kind: 'PARKING', title: '停车难', ...from },
    head,
  );

/** A meeting takes the problem up, a unit contributes, and an order is cited (R28). */
export async function support(
  stage: YearStage,
  supportIssueId: string,
  meetingId: string,
  workOrderId: string,
) {
  await stage.step('takeUpSupportIssue', { supportIssueId, meetingId }, people.clerk);
  const given = { unit: '驻区商场', contribution: '夜间开放停车场' };
  await stage.step('recordContribution', { supportIssueId, ...given }, head);
  await stage.step('citeSupportOrder', { supportIssueId, workOrderId }, people.dispatcher);
}

/** The center says how the problem was solved, and the community confirms it (R28). */
export async function solve(stage: YearStage, supportIssueId: string): Promise<void> {
  const solved = { supportIssueId, solution: '新增车位', solvedOn: stage.today() };
  await stage.step('solveSupportIssue', solved, head);
  await stage.step('confirmSolution', { supportIssueId }, secretary);
}
