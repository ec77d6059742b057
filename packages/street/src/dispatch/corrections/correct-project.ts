import { field } from '@mtg/commands';
import { FRUITLESS_WORK_ORDER_STATES, localDay, requireCharter } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { In, IsNull, Not } from 'typeorm';
import { requireDepartments } from '../../district-references/require-departments';
import { communityCode } from '../../foundation/common-inputs';
import { defineCorrection } from '../../foundation/corrections/define-correction';
import { requireCommunities } from '../../organization/require-addressee';
import { WorkOrder } from '../orders/work-order';
import { Project } from '../projects/project';
import { ProjectCorrection } from '../projects/project-correction';

/** R11, R19: a charter is corrected as far as its orders stay within it. */
export const correctProject = defineCorrection({
  name: 'correctProject',
  description: zhEn(
    '更正项目书，原值和理由保留；按订立时的规则重新检查(R11、R19)',
    'Corrects a project charter. The old values are kept with the reason. The rules of the charter are checked again (R11, R19)',
  ),
  table: Project,
  corrections: ProjectCorrection,
  columns: {
    title: field.line(zhEn('更正后的名称', 'Right title')),
    goals: field.text(zhEn('更正后的目标任务(R19)', 'Right goals (R19)')),
    departmentCodes: field.list(
      field.code(zhEn('更正后的参与部门代码(R19)', 'Right codes of the participating departments (R19)')),
    ),
    communityCodes: field.list(communityCode),
    deadline: field.day(
      zhEn(
        '更正后的完成时限，不早于所属派单的时限(R11、R19)',
        'Right deadline (inclusive), Asia/Shanghai. Not before the deadline of an order of the project (R11, R19)',
      ),
    ),
  },
  target: () => ({}),
  prepare: async ({ departmentCodes }, context) => {
    if (departmentCodes) await requireDepartments(context, departmentCodes, 'departmentCodes');
  },
  check: async (transaction, row, after) => {
    await requireCommunities(transaction, after.communityCodes);
    const orders = await transaction.manager.find(WorkOrder, {
      where: {
        projectId: row.id,
        parentId: IsNull(),
        deletedAt: IsNull(),
        state: Not(In([...FRUITLESS_WORK_ORDER_STATES])),
      },
      order: { deadline: 'DESC' },
    });
    requireCharter(transaction, { ...after, charteredOn: localDay(row.createdAt), orders });
  },
});
