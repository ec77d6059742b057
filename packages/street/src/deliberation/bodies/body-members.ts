import { defineReadable, field } from '@mtg/commands';
import { AppointmentState, BodyKind } from '@mtg/governance';
import { lookingLike, zhEn } from '@mtg/subgraph-kit';
import { AppointmentStep } from './appointment-step';
import { BodyMember } from './body-member';

/** Who reviews nominations to the street's two bodies (R32), and reads those; the table of readers keeps other departments out. */
const REVIEWER = `'ORGANIZATION_DEPARTMENT'`;

/** Members of all bodies and those nominated, as they are read; a secretary reads those of the own community’s body. */
export const bodyMembers = defineReadable({
  entity: BodyMember,
  name: 'BodyMember',
  one: 'bodyMember',
  many: 'bodyMembers',
  description: zhEn('机构成员', 'Members of the bodies, nominated, appointed and former'),
  group: 'MEMBERSHIP',
  scopes: {
    COMMUNITY: (row, value) => `${row}.communityCode = ${value}`,
    DEPARTMENT: (row, value) => `(${value} = ${REVIEWER} AND ${row}.communityCode IS NULL)`,
  },
  filters: {
    bodyCode: field.code(zhEn('机构代码', 'Code of the body')),
    bodyKind: field.choice(BodyKind, zhEn('机构种类', 'Kind of the body')),
    communityCode: field.code(zhEn('社区代码', 'Code of the community')),
    state: field.choice(AppointmentState, zhEn('状态', 'State')),
    unit: field.line(zhEn('单位', 'The unit that they stand for')),
  },
  conditions: { unit: lookingLike('unit') },
});

export const appointmentSteps = defineReadable({
  entity: AppointmentStep,
  name: 'AppointmentStep',
  one: 'appointmentStep',
  many: 'appointmentSteps',
  description: zhEn('任命步骤', 'Steps of appointments, and who took them'),
  group: 'MEMBERSHIP',
  scopes: {
    COMMUNITY: (row, value) =>
      `${row}.memberId IN (SELECT id FROM body_member WHERE community_code = ${value})`,
    DEPARTMENT: (row, value) =>
      `(${value} = ${REVIEWER} AND ${row}.memberId IN (SELECT id FROM body_member WHERE community_code IS NULL))`,
  },
});
