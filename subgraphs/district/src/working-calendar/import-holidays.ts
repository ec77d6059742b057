import { CALENDAR_DAY_LABELS, isLocalDay, LINE, MARK, type CalendarDayKind } from '@mtg/governance';
import type { ImportDefinition, LineProblem } from '@mtg/subgraph-kit';
import { CalendarDay } from './calendar-day';

const KINDS = Object.entries(CALENDAR_DAY_LABELS) as [CalendarDayKind, { zh: string; en: string }][];

/** Also as announcements abbreviate them: 休, 班. */
const kindNamed = (text: string): CalendarDayKind | undefined => {
  if (text === '休') return 'HOLIDAY';
  if (text === '班') return 'WORKED';
  return KINDS.find(([code, { zh, en }]) => [code, zh, en].includes(text))?.[0];
};

/** Also as spreadsheets write it: 2027/1/1. */
const isoDay = (text: string): string =>
  text.replace(
    /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/u,
    (_, year: string, month: string, day: string) =>
      `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );

/** A file of public holidays and make-up working days: `day,kind,name`. */
export const holidayImport: ImportDefinition<CalendarDay> = {
  name: 'importHolidays',
  entity: CalendarDay,
  key: 'day',
  columns: [
    { name: 'day', title: { zh: '日期', en: 'day' }, also: ['date'], kind: LINE },
    { name: 'kind', title: { zh: '种类', en: 'kind' }, also: ['类型', '放假或上班'], kind: LINE },
    { name: 'name', title: { zh: '名称', en: 'name' }, also: ['节日', '节日名称', '假日'], kind: MARK },
  ],
  toRow: ({ line, values }, fileName) => {
    const { day: written = '', kind: kindWritten = '', name = '' } = values;
    const day = isoDay(written);
    const problems: LineProblem[] = [];
    if (!isLocalDay(day)) {
      problems.push({
        line,
        column: 'day',
        reason: `“${written}”不是日期，应如 2027-01-01 · not a day such as 2027-01-01`,
      });
    }
    const kind = kindNamed(kindWritten);
    if (kind === undefined) {
      const known = KINDS.map(([code, { zh }]) => `${code}=${zh}`).join(', ');
      problems.push({
        line,
        column: 'kind',
        reason: `“${kindWritten}”不是放假或调休上班 · not one of ${known}`,
      });
    }
    if (name === '') problems.push({ line, column: 'name', reason: '节日名称为空 · the name is empty' });
    return problems.length > 0 || kind === undefined
      ? problems
      : { day, kind, name, citation: `import:${fileName}:${line}` };
  },
};
