import { hasWords } from '../checks/facts';
import type { Act } from './act';

/** A value of a row that can be corrected. */
export type CorrectableValue = string | number | boolean | Date | readonly string[] | null | undefined;

/** One value as a correction keeps it: as it was, and as it is since. */
export interface CorrectedValue {
  /** Name of the field in the schema. */
  readonly field: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
  readonly reason: string;
  readonly correctedBy: string;
  readonly role: string;
  /** Version of the row that the correction made. */
  readonly madeVersion: number;
}

/**
 * Works out a correction: the values that change, and an entry of each with the old value and the reason.
 *
 * @param row as it was recorded
 * @param given the values that the input states; those that are null are left as they are
 */
export function corrected<Row extends { readonly version: number }>(
  act: Act,
  row: Row,
  given: Readonly<Record<string, CorrectableValue>>,
  reason: string,
): { readonly changed: Partial<Row>; readonly entries: readonly CorrectedValue[] } {
  if (!hasWords(reason)) {
    act.requireInput({
      field: 'reason',
      message: {
        zh: '更正的理由没有写成文字。请写明为什么更正',
        en: 'The reason of the correction holds no words. State in words why the record is wrong',
      },
    });
  }
  // Names of the input are those of the row.
  const old = row as Readonly<Record<string, CorrectableValue>>;
  const stated = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  const differing = stated.filter(([field, value]) => textOf(value) !== textOf(old[field]));
  if (differing.length === 0) {
    const field = stated[0]?.[0] ?? Object.keys(given)[0] ?? 'reason';
    act.requireInput({
      field,
      message: {
        zh: '更正没有改变任何内容。请填写要更正的项和更正后的值',
        en: 'The correction changes nothing. State a field to correct, with its right value',
      },
    });
  }
  const { subject: correctedBy, role } = act.actor;
  return {
    changed: Object.fromEntries(differing) as Partial<Row>,
    entries: differing.map(([field, value]) => ({
      field,
      oldValue: textOf(old[field]),
      newValue: textOf(value),
      reason,
      correctedBy,
      role,
      madeVersion: row.version + 1,
    })),
  };
}

/** A value as a correction keeps it: a text as it is, several texts as JSON. */
export function textOf(value: CorrectableValue): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
