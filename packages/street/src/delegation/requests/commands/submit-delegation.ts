import { field } from '@mtg/commands';
import { DelegationKind, MARK, submittedDelegation, usesOf } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { approvalFor } from '../../../district-references/approval-for';
import { requireDepartments } from '../../../district-references/require-departments';
import { Delegation } from '../delegation';

/** R07, R08: a department asks a street, in writing and on a legal basis. */
export const submitDelegation = defineCommand({
  name: 'submitDelegation',
  description: zhEn(
    '提交委托事项，须为书面(R07、R08)',
    'Submits a delegation in writing (R08). A temporary body or a direct task needs an approval by the district government (R07)',
  ),
  input: {
    departmentCode: field.code(zhEn('委托部门代码', 'Code of the department')),
    kind: field.choice(DelegationKind, zhEn('种类', 'Kind')),
    title: field.line(
      zhEn(
        '标题；临时机构和直接任务为所批准的事项(R07)',
        'Title. For a temporary body or a direct task, the approved matter (R07)',
      ),
    ),
    content: field.text(zhEn('内容', 'Content of the delegation')),
    documentNumber: field.ruled(zhEn('委托文件文号(R08)', 'Number of the delegation document (R08)'), MARK),
    documentTitle: field.ruled(zhEn('委托文件标题(R08)', 'Title of the delegation document (R08)')),
    documentDate: field.optional(
      field.day(zhEn('委托文件日期(R08)', 'Date of the delegation document (R08)')),
    ),
    legalBasis: field.ruled(zhEn('法律依据(R08)', 'Legal basis (R08)')),
    submittedOn: field.optional(
      field.day(zhEn('提交的日期，默认今天', 'Day on which it was submitted. Default: today')),
    ),
    approvalId: field.optional(
      field.uuid(
        zhEn(
          '区政府批准文件标识，用于临时机构和直接任务(R07)',
          'Id of the district government’s approval. Required for a temporary body or a direct task (R07)',
        ),
      ),
    ),
  },
  payload: { delegation: () => Delegation },
  target: ({ departmentCode }) => ({ department: departmentCode }),
  prepare: async ({ departmentCode, kind, approvalId }, context) => {
    await requireDepartments(context, departmentCode, 'departmentCode');
    return kind === DelegationKind.DELEGATED_MATTER ? null : approvalFor(context, approvalId);
  },
  execute: async (input, transaction, approval) => {
    const { approvalId } = input;
    const uses = approvalId === null ? [] : await transaction.list(Delegation, { approvalId });
    const standing = { street: transaction.context.owner, approval, otherUses: usesOf(uses) };
    const values = submittedDelegation(transaction, input, standing);
    const delegation = await transaction.insert(Delegation, { ...input, ...values });
    return { delegation };
  },
});
