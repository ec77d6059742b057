import type { Bilingual } from '../bilingual';
import type { LocalDay } from './local-day';
import { daysOf, kindOf, type Period } from './period';

const QUARTERS: Readonly<Record<string, Bilingual>> = {
  Q1: { zh: '第一季度', en: 'the first quarter' },
  Q2: { zh: '第二季度', en: 'the second quarter' },
  Q3: { zh: '第三季度', en: 'the third quarter' },
  Q4: { zh: '第四季度', en: 'the fourth quarter' },
};

/** Text of a period in a sentence, a week by its days. Other text is returned unchanged. */
export function periodName(period: Period): Bilingual {
  const span = daysOf(period);
  if (span && kindOf(period) === 'QUARTER') {
    const quarter = QUARTERS[period.slice(-2)] ?? { zh: '', en: '' };
    const year = period.slice(0, 4);
    return { zh: `${year}年${quarter.zh}`, en: `${quarter.en} of ${year}` };
  }
  if (span && kindOf(period) === 'WEEK') {
    const [first, last] = [dayName(span.first), dayName(span.last)];
    return {
      zh: `${span.first.slice(0, 4)}年${first.zh}至${last.zh}`,
      en: `${first.en} to ${last.en} ${span.last.slice(0, 4)}`,
    };
  }
  if (span && kindOf(period) === 'MONTH') {
    const [year, month] = [period.slice(0, 4), Number(period.slice(5))];
    return { zh: `${year}年${month}月`, en: `${MONTHS[month - 1] ?? ''} ${year}` };
  }
  if (span && kindOf(period) === 'YEAR') return { zh: `${period}年`, en: period };
  return { zh: period, en: period };
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function dayName(day: LocalDay): Bilingual {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))];
  return { zh: `${month}月${date}日`, en: `${date} ${MONTHS[month - 1] ?? ''}` };
}
