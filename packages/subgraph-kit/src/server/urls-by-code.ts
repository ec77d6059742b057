import type { z } from 'zod';

/**
 * Reads `CODE=URL,CODE=URL`; what is no such pair is refused.
 *
 * @param scheme beginning of every URL
 */
export const readUrlsByCode =
  (scheme: RegExp) =>
  (text: string, context: z.RefinementCtx): ReadonlyMap<string, string> => {
    const pairs = text
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '')
      .map((each) => /^(?<code>[A-Z]+)=(?<url>.+)$/.exec(each)?.groups);
    if (pairs.some((pair) => !scheme.test(pair?.['url'] ?? ''))) {
      context.addIssue('须为 代码=地址，以逗号分隔 · must be CODE=URL pairs, separated by commas');
    }
    return new Map(pairs.map((pair) => [pair?.['code'] ?? '', pair?.['url'] ?? '']));
  };
