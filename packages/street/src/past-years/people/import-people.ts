import { comparisonForm } from '@mtg/governance';
import type { CsvRecord } from '@mtg/subgraph-kit';
import { codeNamed, isoDay } from '../../foundation/file-values';
import { groupedBy, type PastEntry, type PastImport } from '../past-import';
import { enterLeave, enterPerson, enterPost } from './enter-people';
import { PEOPLE_COLUMNS, PEOPLE_ENTRY_LABELS, type PeopleEntry } from './people-columns';

/** The register of people of a street with their posts and leaves, of past years and of today. */
export const peopleImport: PastImport = {
  name: 'importPeople',
  columns: PEOPLE_COLUMNS,
  keyColumn: 'person',
  entriesOf: (records, { note }) => {
    const grouped = groupedBy(records, statementOf);
    for (const { lines } of grouped) {
      for (const { line } of lines.slice(1)) {
        note({
          line,
          column: 'person',
          reason: `与第 ${lines[0]?.line} 行重复，请删去一行 · this duplicates line ${lines[0]?.line}. Remove one of them`,
        });
      }
    }
    return grouped.filter(({ lines }) => lines.length === 1).toSorted(byOrder);
  },
  enter: async ({ lines: [record] }, tools) => {
    if (!record) return undefined;
    const line = tools.read(record);
    const entry = line.choice('entry', PEOPLE_ENTRY_LABELS);
    if (entry !== null) return ENTER[entry](line, tools);
    if (line.isSound) {
      line.wrong('entry', {
        zh: '没有填写行类别，请填“人员”“任职”或“休假”',
        en: 'The entry is missing. Write “person”, “post” or “leave”',
      });
    }
    return undefined;
  },
};

const ENTER = { PERSON: enterPerson, POST: enterPost, LEAVE: enterLeave } as const;

const entryOf = ({ values }: CsvRecord): PeopleEntry | undefined =>
  codeNamed(PEOPLE_ENTRY_LABELS, values['entry'] ?? '');

/** A person is told apart by subject, a post or leave by person, kind, place and first day. */
function statementOf(record: CsvRecord): string {
  const entry = entryOf(record) ?? '';
  const { person = '', subject = '', kind = '', center = '', section = '', since = '' } = record.values;
  const told = entry === 'PERSON' ? [subject] : [person, kind, center, section, isoDay(since)];
  return [entry, ...told.map(comparisonForm)].join('\n');
}

/** People come before their posts, posts before leaves, and each in the order of days. */
function byOrder(one: PastEntry, other: PastEntry): number {
  const [first, second] = [orderOf(one), orderOf(other)];
  return first < second ? -1 : Number(first > second);
}

const ORDER: Readonly<Record<PeopleEntry, number>> = { PERSON: 0, POST: 1, LEAVE: 2 };

const orderOf = ({ lines: [record] }: PastEntry): string => {
  const entry = record && entryOf(record);
  return `${entry === undefined ? 0 : ORDER[entry]} ${isoDay(record?.values['since'] ?? '')}`;
};
