import { comparisonForm } from '../text/comparison-form';

/** A fact that may not be there: left out by a caller, or null from a database. */
export type Maybe<T> = T | null | undefined;

/** Invisible characters: those to be ignored, and the blank of Braille. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** True if a text is missing, empty or invisible. */
export function isBlank(text: Maybe<string>): boolean {
  return typeof text !== 'string' || text.replace(INVISIBLE, '').trim() === '';
}

/** True if a text says something in words: it holds a letter or a Chinese character. */
export const hasWords = (text: Maybe<string>): boolean => /\p{L}/u.test(text ?? '');

/** A member unit of a street's bodies. */
export interface MemberUnit {
  readonly id: string;
  readonly name: string;
}

/**
 * The names of the units that are not among these ids, as they read in a sentence; '' when none is missing. A unit's id is its
 * name where there is no register, so that ids which look the same are the same.
 */
export function namesMissing(units: readonly MemberUnit[], ids: readonly string[]): string {
  const there = new Set(ids.map(comparisonForm));
  return units
    .filter(({ id }) => !there.has(comparisonForm(id)))
    .map(({ name }) => name)
    .join('、');
}
