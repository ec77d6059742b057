import type { DispatchStage } from '../dispatch';
import type { Place } from '../everybody';
import { member } from './deliberation';
import { serial } from './serial';
import type { Values } from './values';

const DAY = '2026-03-09';

const isEvaluation = (command: string): boolean =>
  /Unit$|DepartmentReport$|MemberPerformance$|PersonnelSuggestion$|DeputyReport$/u.test(command);

/** Links the unit of a member to a department, so that orders of that are evidence about the member (R15). */
export async function linkToDepartment(
  stage: DispatchStage,
  memberId: string,
  departmentCode: string,
): Promise<void> {
  const [found] = await stage.dayu.store.query(`SELECT unit FROM body_member WHERE id = '${memberId}'`);
  await stage.add('unit_link', { unit: found?.['unit'], department_code: departmentCode });
}

/** Target of a command about evaluation: a link, an entry of a report, a member, a suggestion (R14–R16). */
export async function evaluation(
  stage: DispatchStage,
  command: string,
  aim: Place,
): Promise<Values | undefined> {
  if (!isEvaluation(command)) return undefined;
  if (command === 'issueDeputyReport') return { year: 2026, recipients: 'CPPCC' };
  if (command === 'handInDepartmentReport') return { year: 2026, handedInOn: DAY };
  const ofDepartment = { department_code: aim.department };
  if (command === 'unlinkUnit') {
    return { unitLinkId: await stage.add('unit_link', { ...ofDepartment, unit: `单位${serial()}` }) };
  }
  if (command === 'answerDepartmentReport') {
    const report = { year: 2026, title: '报告', content: '情况', handed_in_on: '2026-03-01' };
    const reportId = await stage.add('department_report', report);
    const counts = { given: 0, given_by_minutes: 0, done: 0, late: 0, meetings: 0, attended: 0, reports: 0 };
    return {
      entryId: await stage.add('department_report_entry', {
        ...ofDepartment,
        ...counts,
        report_id: reportId,
      }),
    };
  }
  const memberId = await member(stage, 'ENLARGED_WORKING_COMMITTEE', aim, 'APPOINTED');
  if (!command.endsWith('PersonnelSuggestion')) return { memberId, year: 2026 };
  await linkToDepartment(stage, memberId, 'JUSTICE');
  const { id } = await stage.orderIn('ISSUED');
  const workOrderId = String(id);
  if (command === 'draftPersonnelSuggestion') return { memberId, workOrderId };
  const state = STATES[command] ?? 'DRAFTED';
  const at = '2026-03-02T01:00:00Z';
  const suggestionId = await stage.add('personnel_suggestion', {
    ...ofDepartment,
    state,
    member_id: memberId,
    text: '建议',
    ...(state !== 'DRAFTED' && { signatory: '王书记', signed_at: at }),
    ...(state === 'SENT' && { sent_at: at }),
  });
  const evidence = { suggestion_id: suggestionId, kind: 'WORK_ORDER', work_order_id: workOrderId };
  await stage.add('personnel_evidence', evidence);
  return { suggestionId, signatory: '王书记' };
}

const STATES: Readonly<Record<string, string>> = {
  sendPersonnelSuggestion: 'SIGNED',
  answerPersonnelSuggestion: 'SENT',
};
