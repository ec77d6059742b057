import { BodyPosition, MemberCategory } from '../vocabulary/bodies';
import type { Maybe } from './facts';
import type { InputProblem } from './input-problem';

/** These are members as persons. All other members represent a unit. */
const BY_MANDATE: ReadonlySet<Maybe<string>> = new Set([
  MemberCategory.CONGRESS_DEPUTY,
  MemberCategory.CPPCC_MEMBER,
]);

/** Checks that an ordinary member represents a unit, or has a mandate. */
export function checkRepresentedUnit({
  position,
  category,
  unit,
}: {
  readonly position: string;
  readonly category: Maybe<string>;
  readonly unit: string | null;
}): InputProblem | undefined {
  if (position !== BodyPosition.MEMBER || unit !== null || BY_MANDATE.has(category)) return undefined;
  return {
    field: 'unit',
    message: { zh: '须写明所代表的单位', en: 'Name the unit that the member represents' },
  };
}
