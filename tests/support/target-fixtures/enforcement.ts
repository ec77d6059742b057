import type { DispatchStage } from '../dispatch';
import type { Place } from '../everybody';
import { serial } from './serial';
import type { Values } from './values';

const DAY = '2026-03-09';

/** Target of a command about enforcement: a mandate of this place's department, a team with its people, an action (R33). */
export async function enforcement(stage: DispatchStage, command: string, aim: Place): Promise<Values> {
  const kind = 'SAFETY_HAZARD';
  const term = { fromOn: '2026-03-01', untilOn: '2026-12-31' };
  if (command === 'grantEnforcementMandate') return { kinds: kind, ...term, documentDate: term.fromOn };
  const mandateId = await stage.add('enforcement_mandate', {
    department_code: aim.department,
    kinds: [kind],
    from_on: term.fromOn,
    until_on: term.untilOn,
    document_number: `委托${serial()}号`,
    document_title: '委托书',
  });
  if (command === 'revokeEnforcementMandate') return { mandateId, revokedOn: DAY, revocationDate: DAY };
  const teamId = await stage.add('enforcement_team', { name: `执法队${serial()}` });
  const memberIds = await stage.add('enforcement_team_member', {
    team_id: teamId,
    person_name: '李警官',
    unit: '派出所',
    department_code: aim.department,
    since_on: '2026-03-01',
  });
  if (command !== 'followUpEnforcementAction') {
    return {
      mandateId,
      teamId,
      memberIds,
      kind,
      teamMemberId: memberIds,
      day: DAY,
      sinceOn: DAY,
      untilOn: DAY,
    };
  }
  const action = { mandate_id: mandateId, team_id: teamId, kind, day: '2026-03-02', form: 'JOINT_PATROL' };
  const where = { community_code: aim.community, place: '市场', found: '隐患', outcome: '整改' };
  const { id } = await stage.orderIn('ISSUED');
  return {
    actionId: await stage.add('enforcement_action', { ...action, ...where }),
    workOrderId: String(id),
  };
}
