import { isRecord } from './answer';

/** A place in the client's answer. */
export type Path = readonly (string | number)[];

/** The key values that the gateway sends to have an entity completed. */
export type Representation = Readonly<Record<string, unknown>>;

/**
 * Where in the client's answer each representation stands. The gateway itself counts all objects at that place, also
 * those that another street completes, and so blames the wrong street; here an object must match the representation.
 *
 * @param plan the fetch's place in the query plan, `@` standing for "each element"
 */
export function placesOf(
  tree: unknown,
  plan: Path,
  representations: readonly Representation[],
): (Path | undefined)[] {
  const places: (Path | undefined)[] = [];
  // Representations keep the order of the objects they were taken from.
  for (const { node, path } of nodesAt(tree, plan, [])) {
    const next = representations[places.length];
    if (next && matches(node, next)) places.push(path);
  }
  return representations.map((_representation, index) => places[index]);
}

/** The longest path that leads to all of the given places; undefined when there is none. */
export function commonPath(places: readonly (Path | undefined)[]): Path | undefined {
  const [first = [], ...others] = places;
  const differs = first.findIndex((step, index) => others.some((other) => other?.[index] !== step));
  const common = differs < 0 ? first : first.slice(0, differs);
  return common.length > 0 ? common : undefined;
}

function* nodesAt(value: unknown, plan: Path, path: Path): Generator<{ node: Representation; path: Path }> {
  if (Array.isArray(value)) {
    const rest = plan[0] === '@' ? plan.slice(1) : plan;
    for (const [index, element] of value.entries()) yield* nodesAt(element, rest, [...path, index]);
  } else if (isRecord(value)) {
    const [step, ...rest] = plan;
    if (step === undefined) yield { node: value, path };
    else yield* nodesAt(value[step], rest, [...path, step]);
  }
}

const matches = (node: unknown, wanted: unknown): boolean => {
  if (Array.isArray(wanted)) {
    return Array.isArray(node) && wanted.every((element, index) => matches(node[index], element));
  }
  if (!isRecord(wanted)) return node === wanted;
  return isRecord(node) && Object.entries(wanted).every(([key, value]) => matches(node[key], value));
};
