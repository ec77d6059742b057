import type { LocalDay } from '@mtg/governance';
import { officer } from '../actors';
import { headOf } from './meetings';
import { COMMUNITY, people, type YearStage } from './stage';

/** The street forms its team, with a person of the department that then grants the mandate (R33). */
export async function mandate(stage: YearStage, untilOn: LocalDay) {
  const departmentCode = 'PUBLIC_SECURITY';
  const member = { personName: '李警官', unit: '大峪派出所', departmentCode, sinceOn: stage.today() };
  const formed = await stage.street(
    'formEnforcementTeam',
    { name: '联合执法队', members: [member] },
    people.leader,
    'team { id } members { id }',
  );
  const granted = { departmentCode, kinds: ['SAFETY_HAZARD'], fromOn: stage.today(), untilOn };
  const document = {
    documentNumber: '公委〔2026〕1号',
    documentTitle: '委托执法决定书',
    documentDate: stage.today(),
  };
  const mandateId = await stage.make(
    'mandate',
    'grantEnforcementMandate',
    { ...granted, ...document },
    officer(departmentCode),
  );
  return { mandateId, teamId: String(formed['team'].id), memberIds: [String(formed['members'][0].id)] };
}

/** A joint patrol of today within the mandate (R33). @returns its id */
export const patrol = (
  stage: YearStage,
  by: { readonly mandateId: string; readonly teamId: string; readonly memberIds: readonly string[] },
): Promise<string> => {
  const where = { form: 'JOINT_PATROL', day: stage.today(), place: '新桥大街', communityCode: COMMUNITY };
  const what = { kind: 'SAFETY_HAZARD', found: '楼道堆物', outcome: '限期清理', objects: [] };
  return stage.make(
    'action',
    'recordEnforcementAction',
    { ...where, ...what, ...by },
    headOf('PUBLIC_SECURITY'),
  );
};

/** The order that follows from an action (R33). */
export const followUp = (stage: YearStage, actionId: string, workOrderId: string): Promise<void> =>
  stage.step('followUpEnforcementAction', { actionId, workOrderId }, headOf('PUBLIC_SECURITY'));
