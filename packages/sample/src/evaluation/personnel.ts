import {
  addDays,
  answeredSuggestion,
  draftedSuggestion,
  sentSuggestion,
  signedSuggestion,
  yearOf,
} from '@mtg/governance';
import { at } from '../calendar';
import { ChangingRow } from '../changing-row';
import type { LivedOrder } from '../dispatch/orders';
import { personName, THE_CLERK, THE_LEADER, THE_OFFICER, titled } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';
import { appraisalResultId } from './appraisal-result-id';
import { handInDay } from '../hand-in-day';
import type { LinkedMember } from './unit-links';

const STEPS = 3;

/** Reports on linked members, and a suggestion in each state: drafted, signed, sent, answered (R15). */
export function reviewMembers(
  story: Story,
  linked: readonly LinkedMember[],
  orders: readonly LivedOrder[],
): void {
  const day = addDays(handInDay(story), 1);
  for (const member of linked) {
    const reportedAt = at(day, 9);
    const year = Number(yearOf(day));
    const presence = story.presence.filter(
      (each) => each.unit === member.unit && Number(yearOf(each.day)) === year && each.day <= day,
    );
    const attended = presence.filter(({ attendance }) => attendance === 'PRESENT').length;
    story.add('MemberPerformanceReport', reportedAt, {
      year,
      memberId: member.id,
      departmentCode: member.departmentCode,
      attended,
      absent: presence.length - attended,
      reports: attended,
      performance: titled('能够履行职责'),
      appraisalResultId: appraisalResultId(year),
    });
  }
  for (const member of linked) {
    const order = orders.find(({ project }) => project.departmentCodes.includes(member.departmentCode));
    if (!order) continue;
    for (let steps = 0; steps <= STEPS; steps += 1) suggest(story, member, order, steps);
    return;
  }
}

/** A suggestion, and so many steps of its way. */
function suggest(
  story: Story,
  { id: memberId, departmentCode }: LinkedMember,
  order: LivedOrder,
  steps: number,
): void {
  const day = addDays(handInDay(story), 1);
  const moment = (hour: number): Date => at(day, hour + steps / 10);
  const evidence = [{ kind: 'WORK_ORDER', id: order.id, concernsMember: true }] as const;
  const text = titled('建议加强履职');
  const draftedAt = moment(10);
  const drafted = draftedSuggestion(actOf(THE_CLERK, draftedAt), { evidence, text, isInOffice: true });
  const row = new ChangingRow(story.random.idAt(draftedAt), draftedAt, drafted);
  if (steps > 0) {
    const signed = { evidence, signatory: personName(900) };
    row.change(moment(11), signedSuggestion(actOf(THE_LEADER, moment(11)), row.row, signed));
  }
  if (steps > 1) {
    row.change(moment(14), sentSuggestion(actOf(THE_CLERK, moment(14)), row.row, { departmentCode }));
  }
  if (steps > 2) {
    row.change(moment(16), answeredSuggestion(actOf(THE_OFFICER, moment(16)), row.row, titled('已研究')));
  }
  story.write('PersonnelSuggestion', row, { ...row.values, memberId, departmentCode });
  story.add('PersonnelEvidence', draftedAt, {
    suggestionId: row.id,
    kind: 'WORK_ORDER',
    attendanceRecordId: null,
    memberReportId: null,
    workOrderId: order.id,
  });
}
