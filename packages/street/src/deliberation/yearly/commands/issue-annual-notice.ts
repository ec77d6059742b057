import { field } from '@mtg/commands';
import { issuedNotice } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { memberUnitsOf, requireMemberUnit } from '../../bodies/member-units';
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
    issuedOn: field.optional(
      field.day(zhEn('发布日期，不晚于今天；不填即今天', 'Day of issue, today or earlier. Default: today')),
    ),
  },
  payload: { annualNotice: () => AnnualNotice },
  execute: async (input, transaction) => {
    const { meetingId } = input;
    const notice = issuedNotice(
      transaction,
      input,
      meetingId === null ? null : await transaction.get(Meeting, meetingId),
    );
    // Members of a year are those in office at some time in it.
    const units = await memberUnitsOf(transaction, String(input.year));
    const addressees = input.addressees.map((unit, index) =>
      requireMemberUnit(units, unit, `addressees.${index}`),
    );
    const values = { ...notice, addressees: [...new Set(addressees)] };
    return { annualNotice: await transaction.insert(AnnualNotice, values) };
  },
});
