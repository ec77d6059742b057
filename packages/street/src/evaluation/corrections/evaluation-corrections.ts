import { localDay, looksSame, requireRecordedAfter, yearOf } from '@mtg/governance';
import { refuse } from '@mtg/subgraph-kit';
import { BodyMember } from '../../deliberation/bodies/body-member';
import { DeputyActivity } from '../../deliberation/yearly/deputy-activity';
import { defineCorrection } from '../../foundation/corrections/define-correction';
import { DeputyReportActivity } from '../deputy-report-activity';

/** R16: an activity that a report counts stays in the year of the report. */
const deputyActivityCorrection = defineCorrection({
  name: 'correctDeputyActivity',
  says: {
    zh: '更正“两代表一委员”活动，日期不晚于登记之日；已列入报告的不移出该年(R16)',
    en: 'Corrects an activity of a deputy or committee member. The day is not after that of recording, and stays in the year of a report that counts it (R16)',
  },
  table: DeputyActivity,
  columns: ['personName', 'capacity', 'memberId', 'day', 'activity', 'effect'],
  target: () => ({}),
  check: async (transaction, row, { memberId, personName, day }) => {
    const member = memberId === null ? null : await transaction.get(BodyMember, memberId);
    if (member && !looksSame(member.personName, personName)) {
      throw refuse.badInput('memberId', {
        zh: `该成员是“${member.personName}”，不是“${personName}”。请引用本人的成员标识，或更正姓名`,
        en: `That member is “${member.personName}”, not “${personName}”. Cite the person’s own seat, or correct the name`,
      });
    }
    requireRecordedAfter(transaction, 'day', day, localDay(row.createdAt));
    if (yearOf(day) === yearOf(row.day)) return;
    const [counted] = await transaction.list(DeputyReportActivity, { activityId: row.id });
    if (!counted) return;
    throw refuse.badInput('day', {
      zh: `${yearOf(row.day)} 年的报告已列入此活动(R16)。请填该年的日期`,
      en: `The report on ${yearOf(row.day)} counts this activity (R16). Choose a day of that year`,
    });
  },
});

/** Corrections of what reports on deputies are made of, by table (R16). */
export const evaluationCorrections = { DeputyActivity: deputyActivityCorrection };
