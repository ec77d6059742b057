import { actOf, awaitedActs, reachOf, type AwaitedAct, type Reach } from '@mtg/access';
import type { Actor } from '@mtg/access';
import { DUTIES } from './duties';
import { PLAIN_THINGS } from './plain-things';
import { STEPPED_THINGS } from './stepped-things';
import type { OfRow, PlainThing, SteppedThing } from './thing';

/** Rows of one table that wait for the same acts of one person. */
export interface Branch {
  readonly thing: SteppedThing | PlainThing;
  /** The usual act first. */
  readonly acts: readonly AwaitedAct[];
  readonly reach: Exclude<Reach, { kind: 'NONE' }>;
  /** SQL of the subject for whom a row does not wait. */
  readonly notBy?: OfRow | undefined;
  /** Conditions in SQL beside the reach. */
  readonly where: (row: string, today: string) => string;
}

/** The kinds of rows that wait for a person in a street, by the policy table and the state machines. */
export const branchesFor = (actor: Actor, street: string): readonly Branch[] => [
  ...STEPPED_THINGS.flatMap((thing) => stepsOf(thing, actor, street)),
  ...[...PLAIN_THINGS, ...DUTIES].flatMap((thing) => plainOf(thing, actor, street)),
];

const stepsOf = (thing: SteppedThing, actor: Actor, street: string): readonly Branch[] =>
  variantsOf(thing).flatMap((variant) =>
    Object.keys(thing.machine.states).flatMap((state) => {
      const when = thing.when?.[state];
      return branchOf(thing, awaitedActs(actor.role, thing.machine, state, variant), actor, street, (row) =>
        [`${row}.state = '${state}'`, isVariant(thing, variant)(row), when?.(row)]
          .filter(isThere)
          .join(' AND '),
      );
    }),
  );

const plainOf = (thing: PlainThing, actor: Actor, street: string): readonly Branch[] =>
  variantsOf(thing).flatMap((variant) => {
    const act = actOf(actor.role, thing.command, variant);
    return branchOf(thing, act ? [act] : [], actor, street, (row, today) =>
      [isVariant(thing, variant)(row), thing.where(row, today)].filter(isThere).join(' AND '),
    );
  });

/** Acts on rows in one state reach the same rows: `branches.test.ts` holds the policy table to it. */
function branchOf(
  thing: Branch['thing'],
  acts: readonly AwaitedAct[],
  actor: Actor,
  street: string,
  where: Branch['where'],
): readonly Branch[] {
  const [first] = acts;
  const reach = first && reachOf(actor, first.allow, street);
  return !reach || reach.kind === 'NONE'
    ? []
    : [{ thing, acts, reach, where, notBy: 'notBy' in thing ? thing.notBy : undefined }];
}

const variantsOf = ({ variant }: Branch['thing']): readonly (string | undefined)[] =>
  variant?.of ?? [undefined];

const isVariant =
  ({ variant }: Branch['thing'], kind: string | undefined) =>
  (row: string): string | undefined =>
    variant && kind !== undefined ? `${variant.sql(row)} = '${kind}'` : undefined;

const isThere = (part: string | undefined): part is string => part !== undefined;
