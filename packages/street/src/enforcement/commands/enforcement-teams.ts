import { field, inputType } from '@mtg/commands';
import { joinedTeam, leftTeam } from '@mtg/governance';
import { looksLike, refuse, zhEn } from '@mtg/subgraph-kit';
import { requireDepartments } from '../../district-references/require-departments';
import { expectedVersion } from '../../foundation/common-inputs';
import { defineCommand } from '../../foundation/street-commands';
import { EnforcementTeam } from '../enforcement-team';
import { EnforcementTeamMember } from '../enforcement-team-member';
import { lastActionNeeding } from '../last-actions';

const memberFields = {
  personName: field.mark(zhEn('姓名', 'Name of the person')),
  unit: field.mark(zhEn('所属单位', 'Unit of the person')),
  departmentCode: field.optional(
    field.code(
      zhEn(
        '所属职能部门代码，其他单位不填',
        'Code of the department that the unit belongs to. Omit for others',
      ),
    ),
  ),
  sinceOn: field.day(zhEn('入队日期，不晚于今天', 'First day in the team, today or earlier')),
};

const memberInput = inputType(
  'EnforcementTeamMemberInput',
  zhEn('一名联合执法队员', 'One member of a joint enforcement team'),
  memberFields,
);

/** R33: the street forms its team of people of the law enforcement departments. */
export const formEnforcementTeam = defineCommand({
  name: 'formEnforcementTeam',
  description: zhEn(
    '组建联合执法队，由执法部门等单位的人员组成(R33)',
    'Forms a joint enforcement team of people from law enforcement departments and other units (R33)',
  ),
  input: {
    name: field.mark(zhEn('名称，唯一', 'Name, unique')),
    members: field.list(field.nested(memberInput, zhEn('队员', 'Members'))),
  },
  payload: { team: () => EnforcementTeam, members: () => [EnforcementTeamMember] },
  prepare: async ({ members }, context) => {
    for (const [index, { departmentCode }] of members.entries()) {
      if (departmentCode !== null)
        // One after another, so that the first unknown department is named.
        // oxlint-disable-next-line no-await-in-loop
        await requireDepartments(context, departmentCode, `members.${index}.departmentCode`);
    }
  },
  execute: async ({ name, members: given }, transaction) => {
    const known = await transaction.find(EnforcementTeam, {
      name: looksLike(name),
      sample: transaction.sample,
    });
    if (known) {
      throw refuse.badInput('name', {
        zh: `执法队“${known.name}”已登记。请另取名称，或向该队登记队员`,
        en: `The team “${known.name}” exists already. Choose another name, or add members to it`,
      });
    }
    const joining = given.map((member, index) => joinedTeam(transaction, member, `members.${index}.sinceOn`));
    const team = await transaction.insert(EnforcementTeam, { name });
    const members = [];
    for (const member of joining) {
      members.push(await transaction.insert(EnforcementTeamMember, { ...member, teamId: team.id }));
    }
    return { team, members };
  },
});

/** R33: a person of a unit joins the team. */
export const joinEnforcementTeam = defineCommand({
  name: 'joinEnforcementTeam',
  description: zhEn('登记执法队员(R33)', 'Adds a member to a joint enforcement team (R33)'),
  input: { teamId: EnforcementTeam.id(), ...memberFields },
  payload: { member: () => EnforcementTeamMember },
  prepare: async ({ departmentCode }, context) => {
    if (departmentCode !== null) await requireDepartments(context, departmentCode, 'departmentCode');
  },
  execute: async ({ teamId, ...member }, transaction) => {
    const team = await transaction.get(EnforcementTeam, teamId);
    const values = { ...joinedTeam(transaction, member), teamId: team.id };
    return { member: await transaction.insert(EnforcementTeamMember, values) };
  },
});

/** R33: a person leaves the team. Past actions keep those who took part. */
export const leaveEnforcementTeam = defineCommand({
  name: 'leaveEnforcementTeam',
  description: zhEn(
    '登记执法队员离队；离队当日仍在队(R33)',
    'Records that a member leaves the team. The last day still counts (R33)',
  ),
  input: {
    teamMemberId: EnforcementTeamMember.id(),
    expectedVersion,
    untilOn: field.day(
      zhEn(
        '离队日期，不晚于今天，不早于有赖其在队的执法行动',
        'Last day in the team, today or earlier, and not before an action that rests on the member',
      ),
    ),
  },
  payload: { member: () => EnforcementTeamMember },
  execute: async ({ teamMemberId, expectedVersion: version, untilOn }, transaction) => {
    const member = await transaction.get(EnforcementTeamMember, teamMemberId, { expectedVersion: version });
    const neededOn = await lastActionNeeding(transaction, member);
    await transaction.change(member, leftTeam(transaction, member, untilOn, neededOn));
    return { member };
  },
});
