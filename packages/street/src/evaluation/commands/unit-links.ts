import { field } from '@mtg/commands';
import { looksLike, refuse, zhEn } from '@mtg/subgraph-kit';
import { IsNull } from 'typeorm';
import { BodyMember } from '../../deliberation/bodies/body-member';
import { requireDepartments } from '../../district-references/require-departments';
import { expectedVersion } from '../../foundation/common-inputs';
import { defineCommand, type StreetTransaction } from '../../foundation/street-commands';
import { FieldAgency } from '../../organization/field-agency';
import { UnitLink } from '../unit-link';

/** The district says to which department a member unit or field agency belongs, so that both are counted together. */
export const linkUnit = defineCommand({
  name: 'linkUnit',
  description: zhEn(
    '登记单位所属职能部门，由区里确定(R14、R15)',
    'Links a member unit or field agency to the department that it belongs to. The district sets it (R14, R15)',
  ),
  input: {
    unit: field.mark(zhEn('成员单位或派出机构的名称', 'Name of the member unit or field agency')),
    departmentCode: field.code(zhEn('所属职能部门代码', 'Code of the department')),
  },
  payload: { unitLink: () => UnitLink },
  prepare: ({ departmentCode }, context) => requireDepartments(context, departmentCode, 'departmentCode'),
  execute: async ({ unit: named, departmentCode }, transaction) => {
    const { unit, sample } = await knownUnit(transaction, named);
    const known = await transaction.find(UnitLink, { unit: looksLike(unit), endedAt: IsNull(), sample });
    if (known) {
      throw refuse.conflictAt(
        'unit',
        {
          zh: `“${known.unit}”已对应职能部门 ${known.departmentCode}。如需更改，请先解除（unlinkUnit）`,
          en: `“${known.unit}” is linked to the department ${known.departmentCode}. End that link first (unlinkUnit)`,
        },
        { currentVersion: known.version },
      );
    }
    return { unitLink: await transaction.insert(UnitLink, { unit, departmentCode, endedAt: null }) };
  },
});

/** @throws PublicError NOT_FOUND, when the street has no member or agency of this name */
async function knownUnit(
  transaction: StreetTransaction,
  unit: string,
): Promise<{ readonly unit: string; readonly sample: boolean }> {
  const member =
    (await transaction.find(BodyMember, { unit: looksLike(unit), sample: false })) ??
    (await transaction.find(BodyMember, { unit: looksLike(unit) }));
  if (member?.unit) {
    // Whether the member is sample data decides what the link is.
    await transaction.findNamed(BodyMember, member.id, 'unit');
    return { unit: member.unit, sample: member.sample };
  }
  const agency = await transaction.manager.findOneBy(FieldAgency, {
    name: looksLike(unit),
    deletedAt: IsNull(),
  });
  if (agency) return { unit: agency.name, sample: false };
  throw refuse.notFound('unit', {
    zh: `“${unit}”不是本街道议事机构的成员单位，也不是派出机构。请使用 bodyMembers 或 fieldAgencies 中的名称`,
    en: `“${unit}” is neither a member unit of the street’s bodies nor a field agency. Use a name in \`bodyMembers\` or \`fieldAgencies\``,
  });
}

/** A link that does not hold any more. Figures of reports that were handed in stay. */
export const unlinkUnit = defineCommand({
  name: 'unlinkUnit',
  description: zhEn(
    '解除单位与职能部门的对应；已报送的数据不变',
    'Ends the link of a unit to a department. Figures of reports that were handed in stay',
  ),
  input: { unitLinkId: UnitLink.id(), expectedVersion },
  payload: { unitLink: () => UnitLink },
  execute: async ({ unitLinkId, expectedVersion: version }, transaction) => {
    const unitLink = await transaction.get(UnitLink, unitLinkId, { expectedVersion: version });
    if (unitLink.endedAt) {
      throw transaction.conflict(unitLink, {
        zh: '该对应已解除。请刷新后查看',
        en: 'The link has ended already. Read it again',
      });
    }
    await transaction.change(unitLink, { endedAt: transaction.now });
    return { unitLink };
  },
});
