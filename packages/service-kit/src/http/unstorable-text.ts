/** PostgreSQL cannot hold U+0000, nor half of a surrogate pair: the one it refuses, the other becomes U+FFFD. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

export const UNSTORABLE_TEXT =
  '不能含有字符 U+0000 或不成对的代理字符 · must not contain the character U+0000 or an unpaired surrogate';

/** True if a parsed value is text that can be neither stored nor found. */
export const isUnstorable = (value: unknown): boolean => typeof value === 'string' && UNSTORABLE.test(value);

/** True if such text occurs anywhere among the values of variables. */
export function holdsUnstorable(variables: unknown): boolean {
  // Not by recursion: JSON may be nested deeper than the stack is.
  const open: unknown[] = [variables];
  while (open.length > 0) {
    const value = open.pop();
    if (isUnstorable(value)) return true;
    if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) open.push(each);
  }
  return false;
}

/** True if it occurs in a document, literally or as an escape. */
export const mayHoldUnstorable = (query: string): boolean => query.includes('\\u') || UNSTORABLE.test(query);
