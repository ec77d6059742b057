import { field } from '@mtg/commands';
import { charteredProject, requireRetreat } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { Meeting } from '../../../deliberation/meetings/meeting';
import { carriedOutTasks, requireBaseTasks } from '../../../district-references/require-base-tasks';
import { requireDepartments } from '../../../district-references/require-departments';
import { requireCommunity } from '../../../organization/require-addressee';
import { nextNumber } from '../../../foundation/running-number';
import { Project } from '../project';

const codes = (description: string) => field.list(field.code(description), { least: 0 });

/** R19: a project with its charter, drawn up at the annual retreat or, for work that comes later, during the year. */
export const charterProject = defineCommand({
  name: 'charterProject',
  description: zhEn(
    '订立项目书(R19)',
    'Charters a project with goals, participating departments, covered communities and a deadline (R19)',
  ),
  input: {
    title: field.line(zhEn('名称', 'Title')),
    goals: field.ruled(zhEn('目标任务(R19)', 'Goals (R19)')),
    departmentCodes: codes(zhEn('参与部门代码(R19)', 'Codes of the participating departments (R19)')),
    communityCodes: codes(zhEn('覆盖的社区代码(R19)', 'Codes of the covered communities (R19)')),
    baseTaskCodes: carriedOutTasks,
    deadline: field.optional(field.day(zhEn('完成时限(R19)', 'Deadline (inclusive), Asia/Shanghai (R19)'))),
    retreatMeetingId: field.optional(
      field.uuid(
        zhEn(
          '制定它的年度务虚会标识；年度中新立的项目可不填',
          'Id of the annual retreat that drew up the charter. Omit for projects set up during the year',
        ),
      ),
    ),
  },
  payload: { project: () => Project },
  prepare: async ({ departmentCodes, baseTaskCodes }, context) => {
    await requireDepartments(context, departmentCodes, 'departmentCodes');
    await requireBaseTasks(context, baseTaskCodes ?? [], 'baseTaskCodes');
  },
  execute: async (input, transaction) => {
    const values = charteredProject(transaction, input);
    for (const [index, code] of input.communityCodes.entries()) {
      await requireCommunity(transaction, code, `communityCodes.${index}`);
    }
    if (input.retreatMeetingId !== null) {
      const retreat = await transaction.get(Meeting, input.retreatMeetingId, { at: 'retreatMeetingId' });
      requireRetreat(transaction, retreat);
    }
    const project = await transaction.insert(Project, {
      ...(await nextNumber(transaction, Project, 'P')),
      title: input.title,
      ...values,
      retreatMeetingId: input.retreatMeetingId,
    });
    return { project };
  },
});
