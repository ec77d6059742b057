import { addDays, documentNumber, runningNumber, yearOfNumber, type LocalDay } from '@mtg/governance';
import { LAST_REAL_NUMBER } from '@mtg/street';
import { at, mondayOf } from './calendar';
import { CENTERS, type SampleCenter } from './centers';
import type { ChangingRow } from './changing-row';
import { Random } from './random';
import type { SampleSettings, SampleStreet } from './settings';
import type { SampleRow, Sheet, TableName, Values } from './sheet';

const DAYS = 364;
/** A street with so many communities has the work that its scale says, a smaller one less. */
const COMMUNITIES = 18;

/** When a row was written last, and how often. */
interface History {
  readonly id?: string;
  readonly updatedAt?: Date;
  readonly version?: number;
}

/** Attendance of a unit at a joint or special meeting. */
export interface Presence {
  readonly unit: string;
  readonly day: LocalDay;
  readonly attendance: 'PRESENT' | 'ABSENT';
}

/** The year of one street while it is made up: what the modules of the generator share. */
export class Story {
  readonly random: Random;
  /** A Monday. */
  readonly first: LocalDay;
  /** The day on which the year ends: what was to come on this day or later has not happened. */
  readonly today: LocalDay;
  readonly now: Date;
  readonly scale: number;
  /** The scale in proportion to the communities of the street. */
  readonly size: number;
  readonly centers: readonly SampleCenter[];
  /** Attendance at all meetings of the year, which reports count. */
  readonly presence: Presence[] = [];
  #sheet: Sheet = new Map();
  readonly #seed: string;
  readonly #sequences = new Map<string, number>();

  constructor(
    readonly street: SampleStreet,
    { scale, seed, until }: SampleSettings,
  ) {
    this.#seed = `${seed}/${scale}/${until}/${street.code}`;
    this.random = new Random(this.#seed);
    this.today = until;
    this.now = at(until, 0);
    this.first = mondayOf(addDays(until, -DAYS));
    this.scale = scale;
    const sizeOf = (communities: readonly string[]): number => (scale * communities.length) / COMMUNITIES;
    this.size = sizeOf(street.communities);
    this.centers = [
      ...CENTERS.map((code) => ({ code, communities: street.communities })),
      ...street.localCenters,
    ].map((center) => ({ ...center, size: sizeOf(center.communities) }));
  }

  /** A source of chance of its own, so that a part of the story can change and leave the others as they are. */
  randomFor(part: string): Random {
    return new Random(`${this.#seed}/${part}`);
  }

  isPast(moment: Date): boolean {
    return moment < this.now;
  }

  /** Adds a row. @returns its id */
  add<Name extends TableName>(
    table: Name,
    createdAt: Date,
    values: Values<Name>,
    { id = this.random.idAt(createdAt), updatedAt = createdAt, version = 1 }: History = {},
  ): string {
    const rows = this.#sheet.get(table) ?? [];
    if (rows.length === 0) this.#sheet.set(table, rows);
    const row: SampleRow = {
      ...values,
      id,
      version,
      createdAt,
      updatedAt,
      deletedAt: null,
      sample: true,
    };
    rows.push(row);
    return id;
  }

  /** Rows of a table that were added since the sheet was handed over last. */
  rowsOf(table: TableName): readonly SampleRow[] {
    return this.#sheet.get(table) ?? [];
  }

  /** Replaces a row of the sheet, which was changed since it was added. */
  replace(table: TableName, row: SampleRow): void {
    const rows = this.#sheet.get(table) ?? [];
    rows[rows.findIndex(({ id }) => id === row.id)] = row;
  }

  /** Writes a row in its final state. @param values all its columns, also those that no step changed */
  write<Name extends TableName>(
    table: Name,
    { id, createdAt, updatedAt, version }: Omit<ChangingRow<object>, 'values'>,
    values: Values<Name>,
  ): void {
    this.add(table, createdAt, values, { id, updatedAt, version });
  }

  /** The next number of a series within the year, counted above those of real rows. */
  next(
    series: string,
    moment: Date,
  ): { readonly year: number; readonly ordinal: number; readonly sequence: number } {
    const year = yearOfNumber(moment);
    const key = `${series}/${year}`;
    const ordinal = (this.#sequences.get(key) ?? 0) + 1;
    this.#sequences.set(key, ordinal);
    return { year, ordinal, sequence: LAST_REAL_NUMBER + ordinal };
  }

  /** A running number that can be read out, and seen to be a sample's: 样例DAYU-P-2026-0001. */
  running(series: string, moment: Date): { number: string; year: number; sequence: number } {
    const { year, ordinal, sequence } = this.next(series, moment);
    const number = runningNumber(this.street.code, { series, year, ordinal, sample: true });
    return { number, year, sequence };
  }

  /** The number of a document: 样例大峪工委〔2026〕第1号. */
  document(series: string, moment: Date): { number: string; year: number; sequence: number } {
    const { year, ordinal, sequence } = this.next(series, moment);
    const number = documentNumber(this.street.title, { series, year, ordinal, sample: true });
    return { number, year, sequence };
  }

  /** A decision of 街道工委. @returns its id and number */
  decide(
    decidedAt: Date,
    subject: Values<'CommitteeDecision'>['subject'],
    summary: string,
    outcome: Values<'CommitteeDecision'>['outcome'] = 'APPROVED',
  ): { readonly id: string; readonly number: string } {
    const { number } = this.document('工委', decidedAt);
    const id = this.add('CommitteeDecision', decidedAt, { number, decidedAt, outcome, subject, summary });
    return { id, number };
  }

  /** Hands over what was added since, and begins a new sheet. */
  take(): Sheet {
    const sheet = this.#sheet;
    this.#sheet = new Map();
    return sheet;
  }
}
