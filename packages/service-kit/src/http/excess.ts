import { VALUE_LEVELS } from './query-limits';
import { tooLarge } from './query-too-large';

/** Error for a document that GraphQL gave up on for its size. */
export interface ExcessError {
  readonly message: string;
  readonly extensions: { readonly code: 'QUERY_TOO_LARGE'; readonly limit: number };
}

/** Number of comparisons of fields of one name after which GraphQL gives up. It does not export the number. */
export const FIELD_COMPARISONS = 500_000;

/** Depth to which GraphQL allows `fields`, `interfaces`, `possibleTypes` and `inputFields` to nest. */
export const INTROSPECTION_LISTS = 2;

/**
 * Our message where GraphQL gives up on a document while it parses or validates it: its own words say neither why nor what
 * would help, and its code is that of a mistake. Undefined when it speaks of something else. It does not go on to measure
 * what it gave up on, so there is no cost.
 */
export function excessOf(message: string): ExcessError | undefined {
  const tokens = /contains more tha[nt] (\d+) tokens/.exec(message)?.[1];
  if (tokens !== undefined) {
    return excess(
      Number(tokens),
      `超过 ${tokens} 个词法单位（名称、标点、值）；请减少字段，值请放入 variables`,
      `it has more than ${tokens} tokens (names, punctuation, values). Request fewer fields, and pass values as variables`,
    );
  }
  if (message === 'Validation aborted.') {
    return excess(
      FIELD_COMPARISONS,
      `重复的字段太多，须比较 ${FIELD_COMPARISONS} 次以上；每个字段请只写一次`,
      `it repeats too many fields, which would take more than ${FIELD_COMPARISONS} comparisons. Write each field once`,
    );
  }
  if (message === 'Maximum call stack size exceeded') {
    return excess(
      VALUE_LEVELS,
      `嵌套太深；值最多 ${VALUE_LEVELS} 层，字段更少`,
      `it is nested too deeply. Values may have at most ${VALUE_LEVELS} levels, and fields fewer`,
    );
  }
  if (message === 'Maximum introspection depth exceeded') {
    return excess(
      INTROSPECTION_LISTS,
      `模式查询中 fields、interfaces、possibleTypes、inputFields 最多嵌套 ${INTROSPECTION_LISTS} 层`,
      `an introspection query may nest fields, interfaces, possibleTypes and inputFields at most ${INTROSPECTION_LISTS} levels deep`,
    );
  }
  return undefined;
}

const excess = (limit: number, zh: string, en: string): ExcessError => ({
  message: tooLarge(zh, en),
  extensions: { code: 'QUERY_TOO_LARGE', limit },
});
