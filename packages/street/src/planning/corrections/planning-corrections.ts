import {
  localDay,
  monthOf,
  recordedConsultation,
  requireBeforeFollowUps,
  requireRecordedAfter,
  type LocalDay,
} from '@mtg/governance';
import { WeeklyItem } from '../../community-work/weekly-items/weekly-item';
import { MinutesItem } from '../../deliberation/minutes/minutes-item';
import { defineCorrection } from '../../foundation/corrections/define-correction';
import type { StreetTransaction } from '../../foundation/street-commands';
import { Consultation } from '../consultations/consultation';
import { ConsultationConclusion } from '../consultations/consultation-conclusion';
import { DepartmentLink } from '../consultations/department-link';
import { JointActionCall } from '../joint-actions/joint-action-call';

/** Requires a record that the department has not confirmed: what it confirmed, it comments on. */
const requireUnconfirmed = (transaction: StreetTransaction, consultation: Consultation): void =>
  transaction.requireState(
    consultation,
    consultation.state === 'RECORDED'
      ? undefined
      : {
          message: {
            zh: '部门已确认此次会商，记录不再更正(R18)。请补充说明（commentOnConsultation）',
            en: 'The department has confirmed this consultation, so its record stays (R18). Add a comment (commentOnConsultation)',
          },
        },
  );

const centerOf = async (transaction: StreetTransaction, id: string) => ({
  center: (await transaction.get(Consultation, id)).centerCode,
});

/** R18: the month of a consultation follows its day. */
const consultationCorrection = defineCorrection({
  name: 'correctConsultation',
  says: {
    zh: '更正月会商的日期、人员或事项，部门确认之前；日期不晚于登记之日，改到另一月的，两月重新考核(R18)',
    en: 'Corrects day, participants or matters of a consultation until the department confirms it. The day is not after that of recording, and both months are judged again (R18)',
  },
  table: Consultation,
  columns: ['consultedOn', 'participants', 'matters'],
  target: ({ centerCode }) => ({ center: centerCode }),
  follows: ({ consultedOn }) => ({ month: monthOf(consultedOn) }),
  check: async (transaction, row, after) => {
    requireUnconfirmed(transaction, row);
    requireRecordedAfter(transaction, 'consultedOn', after.consultedOn, localDay(row.createdAt));
    requireBeforeFollowUps(transaction, after.consultedOn, await followUpsOf(transaction, row));
    recordedConsultation(transaction, { ...after, link: await transaction.get(DepartmentLink, row.linkId) });
  },
});

/** Days on which the items were recorded that its conclusions became. */
async function followUpsOf(
  transaction: StreetTransaction,
  { id: consultationId }: Consultation,
): Promise<readonly LocalDay[]> {
  const days: LocalDay[] = [];
  for (const conclusion of await transaction.list(ConsultationConclusion, { consultationId })) {
    const { weeklyItemId, minutesItemId } = conclusion;
    if (weeklyItemId !== null) {
      days.push(localDay((await transaction.get(WeeklyItem, weeklyItemId)).createdAt));
    }
    if (minutesItemId !== null) {
      days.push(localDay((await transaction.get(MinutesItem, minutesItemId)).createdAt));
    }
  }
  return days;
}

const conclusionCorrection = defineCorrection({
  name: 'correctConsultationConclusion',
  says: {
    zh: '更正会商结论的文字，部门确认之前(R18)',
    en: 'Corrects the words of a conclusion until the department confirms the consultation (R18)',
  },
  table: ConsultationConclusion,
  columns: ['content'],
  target: ({ consultationId }, transaction) => centerOf(transaction, consultationId),
  check: async (transaction, { consultationId }) =>
    requireUnconfirmed(transaction, await transaction.get(Consultation, consultationId)),
});

const callCorrection = defineCorrection({
  name: 'correctJointActionCall',
  says: { zh: '更正联动呼叫的事由(R18)', en: 'Corrects the subject of a call within a joint action (R18)' },
  table: JointActionCall,
  columns: ['content'],
  target: () => ({}),
});

/** Corrections of what centers agreed on with departments, by table (R18). */
export const planningCorrections = {
  Consultation: consultationCorrection,
  ConsultationConclusion: conclusionCorrection,
  JointActionCall: callCorrection,
};
