import { comparisonForm } from '@mtg/governance';
import { Raw, type FindOperator } from 'typeorm';

/** Each condition of a statement needs a parameter of its own. */
let parameters = 0;

/**
 * A condition on a column: that its text looks the same as this one.
 *
 * @example
 * manager.findOneBy(CommitteeDecision, { number: looksLike('大工委〔2026〕１号') })
 */
export function looksLike(text: string): FindOperator<string> {
  parameters = (parameters + 1) % Number.MAX_SAFE_INTEGER;
  const name = `looksLike${parameters}`;
  return Raw((column) => `comparison_form(${column}) = comparison_form(:${name})`, { [name]: text });
}

/** SQL that says whether a column's text looks the same as a value, for filters of lists. */
export const lookingLike =
  (property: string) =>
  (row: string, value: string): string =>
    `comparison_form(${row}.${property}) = comparison_form(${value})`;

/** A pattern for LIKE on the form of a column: the text anywhere in it, standing for itself. */
export const patternOf = (text: string): string => `%${escapeLike(comparisonForm(text))}%`;

/** `%` and `_` are no wildcards. */
const escapeLike = (text: string): string => text.replace(/[\\%_]/g, String.raw`\$&`);
