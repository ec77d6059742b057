import { actOf, awaitedActs, reachOf, type Actor, type AwaitedAct, type Reach, type Role } from '@mtg/access';
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

/** Rows of one table that wait for the same acts of one role, wherever it is held. */
export type Awaited = Omit<Branch, 'reach'>;

/** The kinds of rows that wait for a person in a street, by the policy table and the state machines. */
export const branchesFor = (actor: Actor, street: string): readonly Branch[] =>
  awaitedOf(actor.role).flatMap((awaited) => {
    const [first] = awaited.acts;
    const reach = first && reachOf(actor, first.allow, street);
    return !reach || reach.kind === 'NONE' ? [] : [{ ...awaited, reach }];
  });

/**
 * The kinds of rows that wait for a role. Acts on rows in one state reach the same rows: a test holds the policy table
 * to it, so that a list has each row once.
 */
export const awaitedOf = (role: Role): readonly Awaited[] =>
  [
    ...STEPPED_THINGS.flatMap((thing) => stepsOf(thing, role)),
    ...[...PLAIN_THINGS, ...DUTIES].flatMap((thing) => plainOf(thing, role)),
  ].filter(({ acts }) => acts.length > 0);

const stepsOf = (thing: SteppedThing, role: Role): readonly Awaited[] =>
  variantsOf(thing).flatMap((variant) =>
    Object.keys(thing.machine.states).map((state) => ({
      thing,
      acts: awaitedActs(role, thing.machine, state, variant),
      notBy: thing.notBy,
      where: (row) =>
        [`${row}.state = '${state}'`, isVariant(thing, variant)(row), thing.when?.[state]?.(row)]
          .filter(isThere)
          .join(' AND '),
    })),
  );

const plainOf = (thing: PlainThing, role: Role): readonly Awaited[] =>
  variantsOf(thing).map((variant) => {
    const act = actOf(role, thing.command, variant);
    return {
      thing,
      acts: act ? [act] : [],
      where: (row, today) =>
        [isVariant(thing, variant)(row), thing.where(row, today)].filter(isThere).join(' AND '),
    };
  });

const variantsOf = ({ variant }: Branch['thing']): readonly (string | undefined)[] =>
  variant?.of ?? [undefined];

const isVariant =
  ({ variant }: Branch['thing'], kind: string | undefined) =>
  (row: string): string | undefined =>
    variant && kind !== undefined ? `${variant.sql(row)} = '${kind}'` : undefined;

const isThere = (part: string | undefined): part is string => part !== undefined;
