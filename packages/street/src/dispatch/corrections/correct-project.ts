import { FRUITLESS_WORK_ORDER_STATES, localDay, requireCharter } from '@mtg/governance';
import { In, IsNull, Not } from 'typeorm';
import { requireDepartments } from '../../district-references/require-departments';
import { defineCorrection } from '../../foundation/corrections/define-correction';
import { requireCommunities } from '../../organization/require-addressee';
import { WorkOrder } from '../orders/work-order';
import { Project } from '../projects/project';

/** R11, R19: a charter is corrected as far as its orders stay within it. */
export const projectCorrection = defineCorrection({
  name: 'correctProject',
  says: {
    zh: '更正项目书；完成时限不早于所属派单的时限，按订立时的规则重新检查(R11、R19)',
    en: 'Corrects a project charter. Its deadline is not before that of an order of the project. The rules of the charter are checked again (R11, R19)',
  },
  table: Project,
  columns: ['title', 'goals', 'departmentCodes', 'communityCodes', 'deadline'],
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
