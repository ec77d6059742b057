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

/** Values that a correction clears. */
interface Clearing {
  /** Names of fields that the input states. */
  readonly named: readonly string[];
  /** Names of those that may be without a value. */
  readonly clearable: readonly string[];
}

/**
 * Works out a correction: the values that change, and an entry of each with the old value and the reason.
 *
 * @param row as it was recorded
 * @param given the values that the input states; those that are null are left as they are
 * @param clearing those that are to be null
 */
export function corrected<Row extends { readonly version: number }>(
  act: Act,
  row: Row,
  given: Readonly<Record<string, CorrectableValue>>,
  reason: string,
  clearing: Clearing = { named: [], clearable: [] },
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
  const valued = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  requireClearing(act, clearing, new Set(valued.map(([field]) => field)));
  const stated = [...valued, ...clearing.named.map((field) => [field, null] as const)];
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

/** Requires fields that may be without a value, and that get none by the same correction. */
function requireClearing(act: Act, { named, clearable }: Clearing, valued: ReadonlySet<string>): void {
  const unknown = named.find((field) => !clearable.includes(field));
  if (unknown !== undefined) {
    const names = clearable.join(', ');
    act.requireInput({
      field: 'clear',
      message: {
        zh: `“${unknown}”不能清空。可以清空的字段：${names}。请从中选择，或填写更正后的值`,
        en: `“${unknown}” cannot be cleared. Choose from ${names}, or state the right value`,
      },
    });
  }
  const both = named.find((field) => valued.has(field));
  if (both === undefined) return;
  act.requireInput({
    field: 'clear',
    message: {
      zh: `“${both}”既要清空又填了值。请只选其一`,
      en: `“${both}” is to be cleared and has a value. Choose one of the two`,
    },
  });
}

/** A value as a correction keeps it: a text as it is, several texts as JSON. */
export function textOf(value: CorrectableValue): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
