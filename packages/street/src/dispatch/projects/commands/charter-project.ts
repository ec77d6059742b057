import { field, type CommandTransaction } from '@mtg/commands';
import { charteredProject, localDay, MeetingKind, MeetingState, yearOf } from '@mtg/governance';
import { zhEn, refuse } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { Meeting } from '../../../deliberation/meetings/meeting';
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
  prepare: ({ departmentCodes }, context) => requireDepartments(context, departmentCodes, 'departmentCodes'),
  execute: async (input, transaction) => {
    const values = charteredProject(transaction, input);
    for (const [index, code] of input.communityCodes.entries()) {
      await requireCommunity(transaction, code, `communityCodes.${index}`);
    }
    if (input.retreatMeetingId !== null) await requireRetreat(transaction, input.retreatMeetingId);
    const project = await transaction.insert(Project, {
      ...(await nextNumber(transaction, Project, 'P')),
      title: input.title,
      ...values,
      retreatMeetingId: input.retreatMeetingId,
    });
    return { project };
  },
});

/** A retreat draws up charters while it is held, and those written out afterwards are still its own. */
async function requireRetreat(transaction: CommandTransaction, id: string): Promise<void> {
  const meeting = await transaction.get(Meeting, id, { at: 'retreatMeetingId' });
  if (meeting.kind !== MeetingKind.ANNUAL_RETREAT) {
    throw refuse.badInput('retreatMeetingId', {
      zh: `会议 ${meeting.number} 不是年度务虚会`,
      en: `Meeting ${meeting.number} is not an annual retreat. Name the annual retreat that drew up the charter`,
    });
  }
  if (meeting.state !== MeetingState.OPEN && meeting.state !== MeetingState.CLOSED) {
    throw refuse.badInput('retreatMeetingId', {
      zh: `年度务虚会 ${meeting.number} 尚未召开或已取消`,
      en: `The annual retreat ${meeting.number} was cancelled or has not been held. Record it first (closeMeeting), or leave the field out`,
    });
  }
  const thisYear = yearOf(localDay(transaction.now));
  if (meeting.heldOn !== null && yearOf(meeting.heldOn) !== thisYear) {
    throw refuse.badInput('retreatMeetingId', {
      zh: `年度务虚会 ${meeting.number} 是 ${yearOf(meeting.heldOn)} 年的。请引用 ${thisYear} 年的务虚会，或不填`,
      en: `Annual retreat ${meeting.number} was held in ${yearOf(meeting.heldOn)}. Cite the retreat of ${thisYear}, or omit this field`,
    });
  }
}
