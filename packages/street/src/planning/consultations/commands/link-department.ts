import { field } from '@mtg/commands';
import { endedLink, linkedDepartment } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { requireDepartments } from '../../../district-references/require-departments';
import { centerCode, expectedVersion, reason } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { requireCenter } from '../../../organization/require-addressee';
import { DepartmentLink } from '../department-link';

const payload = { departmentLink: () => DepartmentLink };

/** R18: a center and a department are linked, and consult each month from then on. */
export const linkDepartment = defineCommand({
  name: 'linkDepartment',
  description: zhEn(
    '登记与部门联动，此后每月会商(R18)',
    'Links a center with a department. The two consult each month from then on (R18)',
  ),
  input: {
    centerCode,
    departmentCode: field.code(zhEn('职能部门代码', 'Code of the department')),
    matters: field.text(zhEn('联动的工作', 'Work that links the two')),
    since: field.day(zhEn('起始日期，不晚于今天', 'First day, today or earlier')),
  },
  payload,
  target: ({ centerCode }) => ({ center: centerCode }),
  prepare: ({ departmentCode }, context) => requireDepartments(context, departmentCode, 'departmentCode'),
  execute: async ({ centerCode, departmentCode, matters, since }, transaction) => {
    await requireCenter(transaction, centerCode, 'centerCode');
    const { sample } = transaction;
    const earlier = await transaction.list(DepartmentLink, { centerCode, departmentCode, sample });
    const values = linkedDepartment(transaction, since, earlier);
    return {
      departmentLink: await transaction.insert(DepartmentLink, {
        ...values,
        centerCode,
        departmentCode,
        matters,
      }),
    };
  },
});

/** R18: a link ends with a last day. */
export const endDepartmentLink = defineCommand({
  name: 'endDepartmentLink',
  description: zhEn('结束与部门联动(R18)', 'Ends the link of a center with a department (R18)'),
  input: {
    departmentLinkId: DepartmentLink.id(),
    expectedVersion,
    until: field.day(zhEn('最后日期，不晚于今天', 'Last day, today or earlier')),
    reason,
  },
  payload,
  target: async ({ departmentLinkId }, transaction) => ({
    center: (await transaction.get(DepartmentLink, departmentLinkId)).centerCode,
  }),
  execute: async ({ departmentLinkId, expectedVersion, until, reason }, transaction) => {
    const link = await transaction.get(DepartmentLink, departmentLinkId, { expectedVersion });
    const values = endedLink(transaction, link, { until, reason });
    return { departmentLink: await transaction.change(link, values) };
  },
});
