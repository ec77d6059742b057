import { field } from '@mtg/commands';
import { BodyPosition, ExOfficio, MARK, MemberCategory, nominatedMember } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { actingAuthority } from '../acting-authority';
import { requireBody } from '../require-body';
import { BodyMember } from '../body-member';
import { targetBody } from '../target-body';
import { fieldAgenciesOf } from '../field-agencies';
import { requireNewcomer } from '../require-newcomer';
import { recordStep } from '../apply-transition';

/** R32: the street, or a community's party organization, nominates a person to a seat. */
export const nominateMember = defineCommand({
  name: 'nominateMember',
  description: zhEn(
    '提名成员(R32)：大工委、地管会由街道提名，社区大党委由社区党组织提名',
    'Nominates a member of a body (R32). The street nominates to its two bodies, a community’s party organization to its own body',
  ),
  input: {
    bodyCode: field.code(zhEn('机构代码', 'Code of the body')),
    personName: field.mark(zhEn('姓名', 'Name of the person')),
    position: field.choice(BodyPosition, zhEn('职位', 'Position')),
    category: field.optional(
      field.choice(
        MemberCategory,
        zhEn(
          '成员来源，委员必填(R32)',
          'Category that the member represents. Required for ordinary members (R32)',
        ),
      ),
    ),
    unit: field.optional(
      field.mark(
        zhEn(
          '所属单位(成员单位)；派出机构须为本街道的(R32)',
          'Unit represented by the person. A field agency is one of the street’s (R32)',
        ),
      ),
    ),
    offices: field.optional(
      field.list(
        field.choice(
          ExOfficio,
          zhEn(
            '兼任所凭职务，书记、主任必填(R32)',
            'Offices held that entitle to head the body. Required for secretary and director (R32)',
          ),
        ),
        { least: 0 },
      ),
    ),
    seat: field.ruled(
      zhEn('席位，社区大党委委员必填(R32)', 'Seat. Required in a community’s body (R32)'),
      MARK,
    ),
  },
  payload: { member: () => BodyMember },
  target: async ({ bodyCode }, transaction) => {
    const { kind, communityCode } = await requireBody(transaction, bodyCode);
    return targetBody({ bodyKind: kind, communityCode });
  },
  execute: async (input, transaction) => {
    const { bodyCode, category, unit, position, seat } = input;
    const body = await requireBody(transaction, bodyCode);
    const { kind, communityCode } = body;
    const offices = [...new Set(input.offices)];
    const authority = actingAuthority(transaction.actor);
    const candidate = { bodyKind: kind, position, category, offices, seat };
    const fieldAgencies = await fieldAgenciesOf(transaction);
    const values = nominatedMember(transaction, { ...candidate, unit, fieldAgencies, authority });
    await requireNewcomer(transaction, body, { ...input, unit: values.unit });
    const member = await transaction.insert(BodyMember, {
      bodyCode,
      communityCode,
      personName: input.personName,
      ...candidate,
      ...values,
    });
    await recordStep(transaction, member, { command: 'nominateMember', reason: null });
    return { member };
  },
});
