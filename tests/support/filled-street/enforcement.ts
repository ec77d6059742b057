import { centerHead, officer } from '../actors';
import { HERE } from '../everybody';
import { dayAfter } from '../sequence-street';
import { SECOND, type Scribe } from './scribe';

/** Mandates of two departments, a team of both and one of one, and an action within each mandate (R33). */
export async function enforcement(scribe: Scribe, workOrderId: string): Promise<void> {
  const { leader } = scribe.people;
  const head = centerHead(HERE.street, 'PUBLIC_SECURITY');
  const day = dayAfter(scribe.street.now(), 0);
  const members = [HERE, SECOND].map(({ department }) => ({
    personName: '李警官',
    unit: `单位${department}`,
    departmentCode: department,
    sinceOn: day,
  }));
  const selection = 'team { id } members { id }';
  const both = await scribe.give('formEnforcementTeam', { name: '联合执法队', members }, leader, selection);
  const [, second] = members;
  const one = { name: '机动队', members: [second] };
  await scribe.give('formEnforcementTeam', one, leader, selection);
  for (const [index, { department, community }] of [HERE, SECOND].entries()) {
    const term = {
      fromOn: day,
      untilOn: day,
      documentNumber: `委${index}`,
      documentDate: day,
      departmentCode: department,
    };
    const { mandate } = await scribe.do(
      'grantEnforcementMandate',
      { ...term, kinds: 'SAFETY_HAZARD' },
      officer(department),
      'mandate { id }',
    );
    const { action } = await scribe.do(
      'recordEnforcementAction',
      {
        day,
        kind: 'SAFETY_HAZARD',
        communityCode: community,
        mandateId: mandate.id,
        teamId: both['team'].id,
        memberIds: both['members'][index].id,
        name: '某商店',
      },
      head,
      'action { id }',
    );
    if (index === 0) {
      const followed = { actionId: action.id, workOrderId };
      await scribe.do('followUpEnforcementAction', followed, head);
    }
  }
}
