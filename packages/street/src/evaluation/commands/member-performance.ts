import { field } from '@mtg/commands';
import { dayNotFuture, localDay, shownCode } from '@mtg/governance';
import { refuse, zhEn } from '@mtg/subgraph-kit';
import { BodyMember } from '../../deliberation/bodies/body-member';
import { year } from '../../deliberation/yearly/year';
import type { CitedResult } from '../../district-references/district-directory';
import { defineCommand, type StreetTransaction } from '../../foundation/street-commands';
import { MemberPerformanceReport } from '../member-performance-report';
import { departmentOfUnit, unitFigures } from '../unit-figures';

/** R15: the street tells a department how its member worked, with the result of the democratic review. */
export const reportMemberPerformance = defineCommand({
  name: 'reportMemberPerformance',
  description: zhEn(
    '报告成员工作表现，报其所属职能部门(R15)',
    'Reports to a department on how its member worked in a year. Figures are computed from the records (R15)',
  ),
  input: {
    memberId: BodyMember.id(),
    year,
    performance: field.text(zhEn('工作表现', 'Performance of the member')),
    appraisalResultId: field.optional(
      field.uuid(
        zhEn('所结合的民主评议结果标识', 'Id of the result of the democratic review that it rests on'),
      ),
    ),
  },
  payload: { report: () => MemberPerformanceReport },
  prepare: async ({ appraisalResultId }, context) => {
    if (appraisalResultId === null) return null;
    const result = await context.district.appraisalResult(appraisalResultId, context);
    if (result !== null) return result;
    throw refuse.notFound('appraisalResultId', {
      zh: `区里没有标识为 ${shownCode(appraisalResultId)} 的考核结果。请使用 district.appraisalResults 中的标识`,
      en: `The district has no result with the id ${shownCode(appraisalResultId)}. Use an id from \`district.appraisalResults\``,
    });
  },
  execute: async ({ memberId, year: ofYear, performance, appraisalResultId }, transaction, result) => {
    transaction.requireInput(dayNotFuture('year', `${ofYear}-01-01`, localDay(transaction.now)));
    const member = await transaction.get(BodyMember, memberId);
    const departmentCode = await departmentOfUnit(transaction, member);
    if (departmentCode === null) {
      throw refuse.badInput('memberId', {
        zh: `“${member.unit ?? member.personName}”尚无所属职能部门。请先由区社会办登记（linkUnit）`,
        en: `“${member.unit ?? member.personName}” is linked to no department. Ask the district office to link it first (linkUnit)`,
      });
    }
    if (result)
      requireSameReview(transaction, { year: ofYear, departmentCode, sample: member.sample }, result);
    const figures = await unitFigures(transaction, member.unit ?? '', ofYear);
    const report = await transaction.insert(MemberPerformanceReport, {
      ...figures,
      year: ofYear,
      memberId: member.id,
      departmentCode,
      performance,
      appraisalResultId,
    });
    return { report };
  },
});

/** R15: the result of the review is of the same year, and of the department or of all. */
function requireSameReview(
  transaction: StreetTransaction,
  { year: ofYear, departmentCode, sample }: CitedResult,
  result: CitedResult,
): void {
  const isOfDepartment = result.departmentCode === null || result.departmentCode === departmentCode;
  if (result.year === ofYear && isOfDepartment && result.sample === sample) return;
  transaction.requireInput({
    field: 'appraisalResultId',
    message: {
      zh: `该评议结果不是 ${ofYear} 年该成员所属部门的。请引用 ${ofYear} 年涉及该部门或不限部门的结果`,
      en: `This result is not one of ${ofYear} for the member’s department. Cite a result of ${ofYear} for that department or for all`,
    },
  });
}
