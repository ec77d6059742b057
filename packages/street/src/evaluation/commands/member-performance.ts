import { field } from '@mtg/commands';
import { dayNotFuture, localDay, shownCode } from '@mtg/governance';
import { refuse, zhEn } from '@mtg/subgraph-kit';
import { BodyMember } from '../../deliberation/bodies/body-member';
import { year } from '../../deliberation/yearly/year';
import { defineCommand } from '../../foundation/street-commands';
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
    if (appraisalResultId === null || (await context.district.hasAppraisalResult(appraisalResultId, context)))
      return;
    throw refuse.notFound('appraisalResultId', {
      zh: `区里没有标识为 ${shownCode(appraisalResultId)} 的考核结果。请使用 district.appraisalResults 中的标识`,
      en: `The district has no result with the id ${shownCode(appraisalResultId)}. Use an id from \`district.appraisalResults\``,
    });
  },
  execute: async ({ memberId, year: ofYear, performance, appraisalResultId }, transaction) => {
    transaction.requireInput(dayNotFuture('year', `${ofYear}-01-01`, localDay(transaction.now)));
    const member = await transaction.get(BodyMember, memberId);
    const departmentCode = await departmentOfUnit(transaction, member);
    if (departmentCode === null) {
      throw refuse.badInput('memberId', {
        zh: `“${member.unit ?? member.personName}”尚无所属职能部门。请先由区社会办登记（linkUnit）`,
        en: `“${member.unit ?? member.personName}” is linked to no department. Ask the district office to link it first (linkUnit)`,
      });
    }
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
