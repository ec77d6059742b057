import { field } from '@mtg/commands';
import { recordedMemberReport } from '@mtg/governance';
import { looksLike, zhEn, refuse } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { requireMemberUnit, unitsOfMeetingOn } from '../../bodies/member-units';
import { AttendanceRecord } from '../attendance-record';
import { findOpenMeeting } from '../open-meeting';
import { Meeting } from '../meeting';
import { MemberReport } from '../member-report';
import { StreetNotice } from '../street-notice';

/** The meetings in which member units and the street inform each other. */
const OF_MEMBERS = ['JOINT', 'SPECIAL'] as const;

/** R03: a member unit reports to the bodies. */
export const recordMemberReport = defineCommand({
  name: 'recordMemberReport',
  description: zhEn(
    '登记成员单位汇报(R03)',
    'Records the report of a member unit, one per unit and meeting (R03)',
  ),
  input: {
    meetingId: Meeting.id(),
    unit: field.line(zhEn('成员单位', 'Member unit')),
    content: field.text(
      zhEn('辖区工作开展情况和任务完成情况', 'Progress of work in the area and completed tasks'),
    ),
  },
  payload: { meeting: () => Meeting, memberReport: () => MemberReport },
  execute: async ({ meetingId: id, unit: given, content }, transaction) => {
    const meeting = await findOpenMeeting(transaction, id, OF_MEMBERS);
    const unit = requireMemberUnit(await unitsOfMeetingOn(transaction, meeting.heldOn), given, 'unit');
    const ofUnit = { meetingId: id, unit: looksLike(unit) };
    if (await transaction.find(MemberReport, ofUnit)) {
      throw refuse.badInput('unit', {
        zh: `“${unit}”已在本次会议上汇报。请更正单位，或在下一次会议上汇报`,
        en: `“${unit}” has already reported to this meeting. Correct the unit, or report to the next meeting`,
      });
    }
    const { attendance } = (await transaction.find(AttendanceRecord, ofUnit)) ?? {};
    const report = recordedMemberReport(transaction, { meetingId: id, unit, content }, attendance);
    return { meeting, memberReport: await transaction.insert(MemberReport, report) };
  },
});

/** R03: the street tells its member units, and asks of them. */
export const recordStreetNotice = defineCommand({
  name: 'recordStreetNotice',
  description: zhEn(
    '登记街道通报；联席会议须有要求或建议才能闭会(R03)',
    'Records the street’s notice to its member units. A joint meeting can close only after a notice with requirements or suggestions (R03)',
  ),
  input: {
    meetingId: Meeting.id(),
    content: field.text(zhEn('辖区工作任务完成情况', 'Completion of tasks in the area')),
    requirements: field.ruled(zhEn('要求(R03)', 'Requirements (R03)')),
    suggestions: field.ruled(zhEn('建议(R03)', 'Suggestions (R03)')),
  },
  payload: { meeting: () => Meeting, streetNotice: () => StreetNotice },
  execute: async (input, transaction) => {
    const meeting = await findOpenMeeting(transaction, input.meetingId, OF_MEMBERS);
    return { meeting, streetNotice: await transaction.insert(StreetNotice, input) };
  },
});
