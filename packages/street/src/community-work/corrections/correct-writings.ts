import {
  localDay,
  recordedHallVisit,
  requireAuthor,
  requireRecordedAfter,
  sentimentTheme,
} from '@mtg/governance';
import { defineCorrection } from '../../foundation/corrections/define-correction';
import { HallVisit } from '../visits/hall-visit';
import { SentimentLog } from '../visits/sentiment-log';
import { VisitRecord } from '../visits/visit-record';

/** R24: what the visitor wrote of a visit. */
export const visitRecordCorrection = defineCorrection({
  name: 'correctVisitRecord',
  says: {
    zh: '更正走访记录的文字(R24)。由作者本人或中心负责人更正',
    en: 'Corrects the text of a visit record (R24). For its author or the head of the center',
  },
  table: VisitRecord,
  columns: ['text'],
  target: ({ centerCode }) => ({ center: centerCode }),
  check: (transaction, { authorSubject }) => requireAuthor(transaction, authorSubject, 'visitRecordId'),
});

/** R24: what residents said, as the visitor wrote it down. */
export const sentimentLogCorrection = defineCorrection({
  name: 'correctSentimentLog',
  says: {
    zh: '更正民情日志的主题、主题词或内容(R24)。由作者本人或中心负责人更正',
    en: 'Corrects topic, theme or text of a sentiment log (R24). For its author or the head of the center',
  },
  table: SentimentLog,
  columns: ['topic', 'theme', 'text'],
  target: ({ centerCode }) => ({ center: centerCode }),
  check: (transaction, { authorSubject }, { theme }) => {
    requireAuthor(transaction, authorSubject, 'sentimentLogId');
    transaction.requireInput(
      sentimentTheme('theme', theme, transaction.context.profile.sentimentThemes ?? []),
    );
  },
});

/** A day in the service hall, once a day. */
export const hallVisitCorrection = defineCorrection({
  name: 'correctHallVisit',
  says: {
    zh: '更正走进服务大厅的日期，不晚于登记之日。由本人或中心负责人更正',
    en: 'Corrects the day of a visit to the service hall, which is not after that of recording. For the visitor or the head of the center',
  },
  table: HallVisit,
  columns: ['day'],
  target: ({ centerCode }) => ({ center: centerCode }),
  check: async (transaction, { id, createdAt, staffSubject, sample }, { centerCode, day }) => {
    requireAuthor(transaction, staffSubject, 'hallVisitId');
    requireRecordedAfter(transaction, 'day', day, localDay(createdAt));
    const same = await transaction.find(HallVisit, { day, staffSubject, sample });
    recordedHallVisit(transaction, { centerCode, day, isRecorded: same !== null && same.id !== id });
  },
});
