import { field } from '@mtg/commands';
import { followedUpConclusion, localDay } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { WeeklyItem } from '../../../community-work/weekly-items/weekly-item';
import { MinutesItem } from '../../../deliberation/minutes/minutes-item';
import { expectedVersion } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { centerNamed } from '../../../organization/named-center';
import { Consultation } from '../consultation';
import { ConsultationConclusion } from '../consultation-conclusion';
import { targetOfConsultation } from '../target-of-consultation';

/** R18: a conclusion leads to an item of a weekly meeting or of minutes. */
export const followUpConclusion = defineCommand({
  name: 'followUpConclusion',
  description: zhEn(
    '转办会商结论为周例会事项或纪要条目(R18)',
    'Links a conclusion to the item of a weekly meeting or of minutes that it became (R18)',
  ),
  input: {
    conclusionId: ConsultationConclusion.id(),
    expectedVersion,
    weeklyItemId: field.optional(field.uuid(zhEn('周例会事项标识', 'Id of the item of a weekly meeting'))),
    minutesItemId: field.optional(field.uuid(zhEn('纪要条目标识', 'Id of the item of minutes'))),
  },
  payload: { conclusion: () => ConsultationConclusion },
  target: async ({ conclusionId }, transaction) =>
    targetOfConsultation(await transaction.get(ConsultationConclusion, conclusionId), transaction),
  execute: async ({ conclusionId, expectedVersion, weeklyItemId, minutesItemId }, transaction) => {
    const conclusion = await transaction.get(ConsultationConclusion, conclusionId, { expectedVersion });
    const weekly =
      weeklyItemId === null ? null : await transaction.get(WeeklyItem, weeklyItemId, { at: 'weeklyItemId' });
    const ofMinutes =
      minutesItemId === null
        ? null
        : await transaction.get(MinutesItem, minutesItemId, { at: 'minutesItemId' });
    const { centerCode, consultedOn } = await transaction.get(Consultation, conclusion.consultationId);
    const given = { weeklyItemId, minutesItemId };
    const item = weekly ?? ofMinutes;
    const itemCenter = weekly?.centerCode ?? ofMinutes?.centerCode ?? null;
    const values = followedUpConclusion(transaction, conclusion, given, {
      center: await centerNamed(transaction, centerCode),
      consultedOn,
      itemRecordedOn: item && localDay(item.createdAt),
      itemCenter: itemCenter === null ? null : await centerNamed(transaction, itemCenter),
    });
    return { conclusion: await transaction.change(conclusion, values) };
  },
});
