import { field } from '@mtg/commands';
import { recordedConsultation } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { Consultation } from '../consultation';
import { ConsultationConclusion } from '../consultation-conclusion';
import { DepartmentLink } from '../department-link';

/** R18: a center records that it consulted with a linked department. */
export const recordConsultation = defineCommand({
  name: 'recordConsultation',
  description: zhEn(
    '登记月会商(R18)',
    'Records a consultation of a center with a linked department, in the month of its day (R18)',
  ),
  input: {
    departmentLinkId: DepartmentLink.id(),
    consultedOn: field.optional(
      field.day(
        zhEn('会商日期，不晚于今天，在联动期间(R18)', 'Day, today or earlier, during the link (R18)'),
      ),
    ),
    participants: field.list(field.line(zhEn('参加人员(R18)', 'Participant (R18)')), { least: 0 }),
    matters: field.ruled(zhEn('会商事项(R18)', 'Matters discussed (R18)')),
    conclusions: field.list(
      field.text(zhEn('会商结论，按顺序从1编号', 'Conclusions, numbered from 1 in this order')),
      {
        least: 0,
      },
    ),
  },
  payload: {
    consultation: () => Consultation,
    conclusions: (): readonly [typeof ConsultationConclusion] => [ConsultationConclusion],
  },
  target: async ({ departmentLinkId }, transaction) => ({
    center: (await transaction.get(DepartmentLink, departmentLinkId)).centerCode,
  }),
  execute: async ({ departmentLinkId, conclusions: said, ...record }, transaction) => {
    const link = await transaction.get(DepartmentLink, departmentLinkId);
    const values = recordedConsultation(transaction, { ...record, link });
    const { centerCode, departmentCode } = link;
    const consultation = await transaction.insert(Consultation, {
      ...values,
      linkId: link.id,
      centerCode,
      departmentCode,
    });
    const conclusions = [];
    for (const [index, content] of said.entries()) {
      conclusions.push(
        await transaction.insert(ConsultationConclusion, {
          consultationId: consultation.id,
          number: index + 1,
          content,
          weeklyItemId: null,
          minutesItemId: null,
          followedUpAt: null,
        }),
      );
    }
    return { consultation, conclusions };
  },
});
