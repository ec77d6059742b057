import { field } from '@mtg/commands';
import { localDay, yearOf } from '@mtg/governance';
import { zhEn, refuse } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { requireMemberUnit } from '../../bodies/member-units';
import { Meeting } from '../../meetings/meeting';
import { AnnualNotice } from '../annual-notice';
import { year } from '../year';

/** R04: every member unit is told of the year. A unit that one notice leaves out is told by another. */
export const issueAnnualNotice = defineCommand({
  name: 'issueAnnualNotice',
  description: zhEn(
    '发布年度通报(R04)；每年须发至每一个成员单位',
    'Issues an annual notice. Every member unit must receive one each year (R04)',
  ),
  input: {
    year,
    title: field.line(zhEn('标题', 'Title')),
    content: field.text(
      zhEn('年度建设发展和重点任务完成情况', 'Development and completion of key tasks in the year'),
    ),
    addressees: field.list(field.line(zhEn('发至的成员单位', 'Member units addressed'))),
    meetingId: field.optional(
      field.uuid(zhEn('在哪次联席会议上通报', 'Id of the joint meeting at which the notice is given')),
    ),
  },
  payload: { annualNotice: () => AnnualNotice },
  execute: async (input, transaction) => {
    const thisYear = Number(yearOf(localDay(transaction.now)));
    if (input.year > thisYear) {
      throw refuse.badInput('year', {
        zh: `${input.year} 年还没有到（今年是 ${thisYear} 年），无可通报`,
        en: `${input.year} is in the future. Choose ${thisYear} or earlier`,
      });
    }
    if (input.meetingId !== null) requireJointMeeting(await transaction.get(Meeting, input.meetingId));
    const addressees = new Set<string>();
    for (const [index, unit] of input.addressees.entries()) {
      addressees.add(await requireMemberUnit(transaction, unit, `addressees.${index}`));
    }
    const annualNotice = await transaction.insert(AnnualNotice, {
      ...input,
      addressees: [...addressees],
      issuedOn: localDay(transaction.now),
    });
    return { annualNotice };
  },
});

/** Member units are told in a joint meeting, while it is held or afterwards. */
function requireJointMeeting({ kind, heldOn, number }: Meeting): void {
  if (kind !== 'JOINT') {
    throw refuse.badInput('meetingId', {
      zh: `会议${number}不是联席会议`,
      en: `Meeting ${number} is not a joint meeting. Name a joint meeting`,
    });
  }
  if (heldOn === null) {
    throw refuse.badInput('meetingId', {
      zh: `会议${number}没有召开`,
      en: `Meeting ${number} has not been held. Hold it first (openMeeting, closeMeeting)`,
    });
  }
}
