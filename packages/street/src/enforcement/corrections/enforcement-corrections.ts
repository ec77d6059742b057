import { localDay, requireAction, requireAuthor } from '@mtg/governance';
import { looksLike, refuse } from '@mtg/subgraph-kit';
import { WorkOrder } from '../../dispatch/orders/work-order';
import { defineCorrection } from '../../foundation/corrections/define-correction';
import { requireCommunity } from '../../organization/require-addressee';
import { EnforcementAction } from '../enforcement-action';
import { EnforcementMandate } from '../enforcement-mandate';
import { EnforcementObject } from '../enforcement-object';
import { EnforcementParticipant } from '../enforcement-participant';
import { EnforcementTeam } from '../enforcement-team';
import { EnforcementTeamMember } from '../enforcement-team-member';

const teamCorrection = defineCorrection({
  name: 'correctEnforcementTeam',
  says: {
    zh: '更正联合执法队的名称，唯一(R33)',
    en: 'Corrects the name of an enforcement team, which is unique (R33)',
  },
  table: EnforcementTeam,
  columns: ['name'],
  target: () => ({}),
  check: async (transaction, { id, sample }, { name }) => {
    const known = await transaction.find(EnforcementTeam, { name: looksLike(name), sample });
    if (!known || known.id === id) return;
    throw refuse.badInput('name', {
      zh: `执法队“${known.name}”已登记。请另取名称`,
      en: `The team “${known.name}” exists already. Choose another name`,
    });
  },
});

/** R33: an action stays within a mandate in force on its day. */
const actionCorrection = defineCorrection({
  name: 'correctEnforcementAction',
  says: {
    zh: '更正执法行动；仍须在当日有效的委托权限之内，参加人员当日在队(R33)',
    en: 'Corrects an enforcement action. It stays within a mandate in force on its day, and those who took part were in the team on it (R33)',
  },
  table: EnforcementAction,
  columns: ['form', 'day', 'place', 'communityCode', 'kind', 'mandateId', 'found', 'outcome'],
  target: () => ({}),
  check: async (transaction, { id, createdAt, teamId, followUpOrderId }, after) => {
    await requireCommunity(transaction, after.communityCode, 'communityCode');
    const mandate = await transaction.get(EnforcementMandate, after.mandateId);
    const members = await transaction.list(EnforcementTeamMember, { teamId });
    const took = await transaction.list(EnforcementParticipant, { actionId: id });
    const order = followUpOrderId === null ? null : await transaction.get(WorkOrder, followUpOrderId);
    requireAction(transaction, {
      ...after,
      mandate,
      members,
      memberIds: took.map(({ memberId }) => memberId),
      recordedOn: localDay(createdAt),
      followedOn: order && localDay(order.createdAt),
    });
  },
});

const objectCorrection = defineCorrection({
  name: 'correctEnforcementObject',
  says: {
    zh: '更正执法对象的姓名或情况，仅少数人可查阅(R33)。由登记人本人或中心负责人更正',
    en: 'Corrects name or details of whom an action was about, which few people read (R33). For the author or the head of the center',
  },
  table: EnforcementObject,
  columns: ['name', 'detail'],
  target: () => ({}),
  check: (transaction, { authorSubject }) => requireAuthor(transaction, authorSubject, 'enforcementObjectId'),
});

/** Corrections of joint enforcement, by table (R33). */
export const enforcementCorrections = {
  EnforcementTeam: teamCorrection,
  EnforcementAction: actionCorrection,
  EnforcementObject: objectCorrection,
};
