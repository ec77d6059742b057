import type { Condition, Literal, Operand } from './condition';

/**
 * The streets that rows can have for which a condition holds. It looks at what the condition says of `street`, and leaves open
 * what follows from anything else.
 *
 * @returns undefined if they may be of any street
 */
export function streetsOf(condition: Condition | undefined): ReadonlySet<string> | undefined {
  switch (condition?.kind) {
    case 'COMPARE': {
      const { comparison, left, right } = condition;
      if (comparison !== 'EQ') return undefined;
      if (isStreet(left) && right.kind === 'VALUE') return textsOf([right]);
      return isStreet(right) && left.kind === 'VALUE' ? textsOf([left]) : undefined;
    }
    case 'IN':
      return isStreet(condition.left) ? textsOf(condition.values) : undefined;
    case 'AND': {
      const known = condition.conditions.map(streetsOf).filter((each) => each !== undefined);
      const [first, ...rest] = known;
      return first && new Set([...first].filter((street) => rest.every((each) => each.has(street))));
    }
    case 'OR': {
      const all = condition.conditions.map(streetsOf);
      const known = all.filter((each) => each !== undefined);
      return known.length === all.length ? new Set(known.flatMap((each) => [...each])) : undefined;
    }
    case 'NOT':
    case 'HOLDS':
    case 'SEARCH':
    case undefined:
    default:
      return undefined;
  }
}

const isStreet = (operand: Operand): boolean => operand.kind === 'COLUMN' && operand.name === 'street';

/** No row lacks its street. */
const textsOf = (values: readonly Literal[]): ReadonlySet<string> =>
  new Set(values.filter(({ literal }) => literal === 'TEXT').map(({ text }) => text));
