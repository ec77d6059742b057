import { field, inputType } from '@mtg/commands';
import { actionFollowedUp, EnforcementForm, EnforcementKind, recordedAction } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { WorkOrder } from '../../dispatch/orders/work-order';
import { communityCode, expectedVersion } from '../../foundation/common-inputs';
import { defineCommand } from '../../foundation/street-commands';
import { requireCommunity } from '../../organization/require-addressee';
import { EnforcementAction } from '../enforcement-action';
import { EnforcementMandate } from '../enforcement-mandate';
import { EnforcementObject } from '../enforcement-object';
import { EnforcementParticipant } from '../enforcement-participant';
import { EnforcementTeam } from '../enforcement-team';
import { EnforcementTeamMember } from '../enforcement-team-member';

const objectInput = inputType(
  'EnforcementObjectInput',
  zhEn(
    '一个执法对象，仅少数人可查阅',
    'One person or business that the action was about. Few people read it',
  ),
  {
    name: field.mark(zhEn('姓名或名称', 'Name of the person or business')),
    detail: field.optional(field.text(zhEn('情况', 'Details'))),
  },
);

/** R33: the team acts within a mandate in force on that day. */
export const recordEnforcementAction = defineCommand({
  name: 'recordEnforcementAction',
  description: zhEn(
    '登记执法行动，须在当日有效的委托权限之内(R33)',
    'Records a joint patrol or joint enforcement, within a mandate in force on its day (R33)',
  ),
  input: {
    form: field.choice(EnforcementForm, zhEn('形式', 'Form')),
    day: field.day(zhEn('日期，不晚于今天', 'Day of the action, today or earlier')),
    place: field.line(zhEn('地点', 'Place')),
    communityCode,
    kind: field.choice(EnforcementKind, zhEn('执法事项(R33)', 'Kind of problem (R33)')),
    mandateId: field.optional(field.uuid(zhEn('所依据的委托标识(R33)', 'Id of the mandate (R33)'))),
    teamId: EnforcementTeam.id(),
    memberIds: field.list(
      field.uuid(zhEn('参加队员的标识，须为当日在队人员', 'Ids of those who took part, members on that day')),
    ),
    found: field.text(
      zhEn('发现的情况，不得写入对象姓名', 'Findings. They must not name whom the action was about'),
    ),
    outcome: field.text(
      zhEn('处理结果，不得写入对象姓名', 'Outcome. It must not name whom the action was about'),
    ),
    objects: field.list(
      field.nested(objectInput, zhEn('执法对象', 'Persons and businesses that it was about')),
      { least: 0 },
    ),
  },
  payload: { action: () => EnforcementAction, objects: () => [EnforcementObject] },
  execute: async (input, transaction) => {
    const { form, place, communityCode: community, objects: given } = input;
    await requireCommunity(transaction, community, 'communityCode');
    const team = await transaction.get(EnforcementTeam, input.teamId);
    const mandate =
      input.mandateId === null ? null : await transaction.get(EnforcementMandate, input.mandateId);
    const memberIds = [...new Set(input.memberIds)];
    const members = await transaction.list(EnforcementTeamMember, { teamId: team.id });
    const values = recordedAction(transaction, { ...input, mandate, members, memberIds });
    const action = await transaction.insert(EnforcementAction, {
      ...values,
      form,
      place,
      communityCode: community,
      teamId: team.id,
    });
    for (const memberId of memberIds) {
      await transaction.insert(EnforcementParticipant, { actionId: action.id, memberId });
    }
    const objects = [];
    for (const { name, detail } of given) {
      const object = { actionId: action.id, name, detail, authorSubject: transaction.actor.subject };
      objects.push(await transaction.insert(EnforcementObject, object));
    }
    return { action, objects };
  },
});

/** R33: what an action found is carried on by an order. */
export const followUpEnforcementAction = defineCommand({
  name: 'followUpEnforcementAction',
  description: zhEn(
    '登记执法后续派单；派单本身仍须有来源(R11、R33)',
    'Links the order that follows from an action. The order itself needs a source as any other (R11, R33)',
  ),
  input: {
    actionId: EnforcementAction.id(),
    expectedVersion,
    workOrderId: WorkOrder.id(),
  },
  payload: { action: () => EnforcementAction },
  execute: async ({ actionId, expectedVersion: version, workOrderId }, transaction) => {
    const action = await transaction.get(EnforcementAction, actionId, { expectedVersion: version });
    const order = await transaction.get(WorkOrder, workOrderId);
    await transaction.change(action, actionFollowedUp(transaction, action, order));
    return { action };
  },
});
