import type { TraceNode } from './nodes';
import type { Reached, Walk } from './walk';

/** A retreat leads to all the year's work; no reader wants more than this in one answer. */
export const MOST_STEPS = 1000;

/** A thing of a chain, and how it was come to. */
export type WalkedStep = TraceNode & Reached;

/** The steps in one direction. */
export interface Steps {
  /** Nearest first. */
  readonly steps: readonly WalkedStep[];
  /** There are more. */
  readonly truncated: boolean;
}

/** Of all types, the nearest are known before they are looked up. */
export const nearestOf = ({ reached }: Walk, types: ReadonlySet<string> | undefined): readonly Reached[] =>
  types ? reached : reached.slice(0, MOST_STEPS + 1);

/**
 * Objects reached by a walk, with what is known of each.
 *
 * @param types of the steps that are listed; all without it
 */
export function stepsOf(
  walk: Walk,
  nodes: ReadonlyMap<string, TraceNode>,
  types: ReadonlySet<string> | undefined,
): Steps {
  const steps = nearestOf(walk, types)
    .flatMap((reached) => {
      const node = nodes.get(reached.id);
      return node && (!types || types.has(node.typeName)) ? [{ ...reached, ...node }] : [];
    })
    .toSorted(nearestFirst);
  return { steps: steps.slice(0, MOST_STEPS), truncated: walk.truncated || steps.length > MOST_STEPS };
}

const nearestFirst = (a: WalkedStep, b: WalkedStep): number =>
  a.distance - b.distance || a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1);
