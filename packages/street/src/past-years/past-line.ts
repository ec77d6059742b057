import { isLocalDay, listOf, type Bilingual, type LocalDay } from '@mtg/governance';
import { isWithinTimeRange, OUTSIDE_TIME_RANGE, type CsvRecord, type LineProblem } from '@mtg/subgraph-kit';
import { codeNamed, isoDay } from '../foundation/file-values';
import type { Person } from '../people/person';
import type { PastNames } from './past-names';

/** A line of a file, read value by value. A value that cannot be read is noted as a problem and counts as empty. */
export class PastLine {
  readonly line: number;
  #isSound = true;

  constructor(
    private readonly record: CsvRecord,
    private readonly names: PastNames,
    private readonly note: (problem: LineProblem) => void,
  ) {
    this.line = record.line;
  }

  /** False once a value could not be read. */
  get isSound(): boolean {
    return this.#isSound;
  }

  /** Notes what is wrong with a value, and the next action. */
  wrong(column: string, { zh, en }: Bilingual): null {
    this.#isSound = false;
    this.note({ line: this.line, column, reason: `${zh} · ${en}` });
    return null;
  }

  text(column: string): string | null {
    return this.record.values[column] || null;
  }

  day(column: string): LocalDay | null {
    const text = this.text(column);
    if (text === null) return null;
    const day = isoDay(text);
    if (!isLocalDay(day)) {
      return this.wrong(column, {
        zh: `“${text}”不是日期，请按 2025-03-07 或 2025/3/7 填写`,
        en: `“${text}” is not a day. Write it as 2025-03-07 or 2025/3/7`,
      });
    }
    if (isWithinTimeRange(new Date(day))) return day;
    this.#isSound = false;
    this.note({ line: this.line, column, reason: OUTSIDE_TIME_RANGE });
    return null;
  }

  /** A day that the platform does not replace by today. */
  requiredDay(column: string): LocalDay | null {
    if (this.text(column) !== null) return this.day(column);
    return this.wrong(column, {
      zh: '没有日期，请填写当时的日期',
      en: 'The day is missing. Give the day on which it happened',
    });
  }

  choice<Code extends string>(column: string, labels: Readonly<Record<Code, Bilingual>>): Code | null {
    const text = this.text(column);
    if (text === null) return null;
    const { zh, en } = listOf(labels);
    return (
      codeNamed(labels, text) ??
      this.wrong(column, {
        zh: `“${text}”不在可填的值之中，请填 ${zh}`,
        en: `“${text}” is not one of the values. Choose from ${en}`,
      })
    );
  }

  whole(column: string): number | null {
    const text = this.text(column);
    if (text === null) return null;
    if (/^\d{1,6}$/u.test(text)) return Number(text);
    return this.wrong(column, {
      zh: `“${text}”不是整数，请只填数字`,
      en: `“${text}” is not a whole number. Write digits only`,
    });
  }

  center(column: string): string | null {
    const text = this.text(column);
    if (text === null) return null;
    const { places } = this.names;
    const known = places.centers.map(({ name, code }) => `${name}（${code}）`).join('、');
    return (
      places.centerNamed(text) ??
      this.wrong(column, {
        zh: `本街道没有中心“${text}”，请从中选择：${known}`,
        en: `This street has no center “${text}”. Choose from ${known}`,
      })
    );
  }

  community(column: string): string | null {
    const text = this.text(column);
    if (text === null) return null;
    return (
      this.names.places.communityNamed(text) ??
      this.wrong(column, {
        zh: `本街道没有社区“${text}”，请填写社区名称或 12 位代码`,
        en: `This street has no community “${text}”. Give its name or its code of 12 digits`,
      })
    );
  }

  /** The subject of a person of the register; the text itself where the street keeps none. */
  person(column: string): string | null {
    return this.names.hasRegister ? (this.registered(column)?.subject ?? null) : this.text(column);
  }

  /** A person of the register. */
  registered(column: string): Person | null {
    const text = this.text(column);
    if (text === null) return null;
    const found = this.names.peopleNamed(text);
    const [person] = found;
    if (person && found.length === 1) return person;
    if (!person) {
      return this.wrong(column, {
        zh: `人员名册中没有“${text}”，请更正姓名，或先登记该人员（registerPerson，或 mtg import people）`,
        en: `The register has no “${text}”. Correct the name, or register the person first (registerPerson, or mtg import people)`,
      });
    }
    const subjects = found.map(({ subject }) => subject).join('、');
    return this.wrong(column, {
      zh: `名册中有几个“${text}”，请改填人员标识：${subjects}`,
      en: `The register has several “${text}”. Give the subject instead: ${subjects}`,
    });
  }
}

/** A day as the schema gives it to a command. */
export const asInput = (day: LocalDay): Date => new Date(`${day}T00:00:00Z`);
