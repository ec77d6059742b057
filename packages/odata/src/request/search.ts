import type { Condition } from '@mtg/dataset-query';
import { badRequest, notOffered } from './problem';

const TERM = /"(?:[^"\\]|\\.)*"|[^\s"]+/g;
const MOST_TERMS = 20;

/**
 * Reads `$search`: words and "phrases" which all occur, `OR` between alternatives, `NOT` before what does not occur.
 *
 * @throws ODataProblem for parentheses, and for an operator without words
 */
export function parseSearch(text: string): Condition {
  const terms = text.match(TERM) ?? [];
  if (terms.length === 0 || terms.length > MOST_TERMS) {
    throw badRequest('$search', {
      zh: `$search 应有 1 至 ${MOST_TERMS} 个词`,
      en: `$search has 1 to ${MOST_TERMS} words`,
    });
  }
  if (terms.some((term) => /^\(|\)$/.test(term))) {
    throw notOffered('$search (…)', {
      zh: '请去掉括号，或用 $filter',
      en: 'Leave the parentheses out, or use $filter',
    });
  }
  const alternatives: string[][] = [[]];
  for (const term of terms) {
    if (term === 'OR') alternatives.push([]);
    else alternatives.at(-1)?.push(term);
  }
  const conditions = alternatives.map(allOf);
  const [only] = conditions;
  return conditions.length === 1 && only ? only : { kind: 'OR', conditions };
}

function allOf(terms: readonly string[]): Condition {
  const conditions: Condition[] = [];
  let isNegated = false;
  for (const term of terms.filter((each) => each !== 'AND')) {
    if (term === 'NOT') {
      isNegated = true;
      continue;
    }
    const found: Condition = { kind: 'SEARCH', words: [wordOf(term)] };
    conditions.push(isNegated ? { kind: 'NOT', condition: found } : found);
    isNegated = false;
  }
  if (conditions.length === 0 || isNegated) {
    throw badRequest('$search', {
      zh: 'AND、OR、NOT 后应有词',
      en: 'AND, OR and NOT need words beside them',
    });
  }
  return { kind: 'AND', conditions };
}

const wordOf = (term: string): string =>
  (term.startsWith('"') ? term.slice(1, -1).replaceAll(/\\(.)/g, '$1') : term).replaceAll('\0', '');
