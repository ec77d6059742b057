import { QueryProblem } from '../query-problem';

/** How far a client has read the feed: the last position of each street that it has. */
export type Position = ReadonlyMap<string, bigint>;

/** Writes a position, e.g. `DAYU:1204,CHENGZI:88`, readable so that a script can make one of the rows that it has. */
export const writePosition = (position: Position): string =>
  [...position].map(([street, last]) => `${street}:${last}`).join(',');

/**
 * Reads a position. A street that it does not name is read from the beginning.
 *
 * @param streets codes that there are
 * @throws QueryProblem for anything else
 */
export function readPosition(text: string, streets: readonly string[], field = 'since'): Position {
  if (text === '0') return new Map();
  const entries = text.split(',').map((part): [string, bigint] => {
    const [street = '', last = '', ...more] = part.split(':');
    if (more.length > 0 || !streets.includes(street) || !/^\d{1,18}$/.test(last)) {
      throw new QueryProblem(field, {
        zh: `“${part}”有误：应为“街道代码:位置”，以逗号分隔，如 ${streets[0] ?? 'DAYU'}:0；街道有 ${streets.join('、')}`,
        en: `“${part}” is wrong. Give “street:position”, separated by commas, e.g. ${streets[0] ?? 'DAYU'}:0. The streets are ${streets.join(', ')}`,
      });
    }
    return [street, BigInt(last)];
  });
  return new Map(entries);
}
