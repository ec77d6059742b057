import type { GraphQLError } from 'graphql';
import { EXPLANATIONS, UNEXPLAINED } from './explanations';
import type { ParsedSubgraph } from './subgraph-source';
import { coordinateAt } from './coordinate-at';

/** One reason why the supergraph does not compose. */
export interface CompositionProblem {
  /** The composer's code, e.g. `SATISFIABILITY_ERROR`; `SYNTAX_ERROR` for an SDL that is not GraphQL. */
  readonly code: string;
  /** Names of the subgraphs it concerns. */
  readonly subgraphs: readonly string[];
  /** Schema coordinates it concerns, e.g. `Center.phone`, `Kind.C`. */
  readonly coordinates: readonly string[];
  /** Problem, place and correction: Chinese, then English, then the composer's own words. */
  readonly sentence: string;
}

/** Converts an error of the composer to a sentence that names subgraph, field and correction. */
export function problemOf(error: GraphQLError, parsed: readonly ParsedSubgraph[]): CompositionProblem {
  const { code: given } = error.extensions;
  const code = typeof given === 'string' ? given : 'UNKNOWN';
  return problem(code, subgraphsIn(error), coordinatesIn(code, error, parsed), error.message);
}

export function problem(
  code: string,
  subgraphs: readonly string[],
  coordinates: readonly string[],
  composerSays: string,
): CompositionProblem {
  const { zh, en } = EXPLANATIONS[code] ?? UNEXPLAINED;
  const where = coordinates.join(', ');
  const sentence = [
    `子图 ${subgraphs.join('、') || '（全部）'}${where && `，${where}`}：${zh}。[${code}]`,
    `Subgraph ${subgraphs.join(', ') || '(all)'}${where && `, ${where}`}: ${en}. [${code}]`,
    ...composerSays.split('\n').map((line) => `    | ${line}`),
  ].join('\n');
  return { code, subgraphs, coordinates, sentence };
}

/** `in subgraph "dayu"`, `in subgraphs "chengzi", "datai" and "dayu"`. */
const NAMED_SUBGRAPHS = /subgraphs? ((?:"[^"]+"(?:, and |, | and )?)+)/g;

/** The composer names subgraphs in the text, before it (`[dayu] …`) or on the nodes, depending on the code. */
function subgraphsIn(error: GraphQLError): string[] {
  const names = new Set<string>();
  const prefix = /^\[([^\]]+)\]/.exec(error.message)?.[1];
  if (prefix) names.add(prefix);
  for (const [, list = ''] of error.message.matchAll(NAMED_SUBGRAPHS)) {
    for (const [, name = ''] of list.matchAll(/"([^"]+)"/g)) names.add(name);
  }
  for (const { subgraph } of nodesOf(error)) {
    if (subgraph) names.add(subgraph);
  }
  return [...names].sort();
}

function coordinatesIn(code: string, error: GraphQLError, parsed: readonly ParsedSubgraph[]): string[] {
  const { message } = error;
  if (code === 'SATISFIABILITY_ERROR') {
    return unique([...message.matchAll(/cannot find field "([^"]+)"/g)].map(([, field = '']) => field));
  }
  if (code === 'ENUM_VALUE_MISMATCH') {
    const [, type, value] = /^Enum type "([^"]+)".* but value "([^"]+)"/.exec(message) ?? [];
    if (type && value) return [`${type}.${value}`];
  }
  if (code === 'INTERFACE_FIELD_NO_IMPLEM') {
    const [, field, type] = /^Interface field "([^"]+)".* type "([^"]+)"/.exec(message) ?? [];
    if (field && type) return [field, type];
  }
  const quoted = /"(\w+\.\w+[^"]*)"/.exec(message)?.[1] ?? /^[^"]*\btype "(\w+)"/i.exec(message)?.[1];
  if (quoted) return [quoted];
  return unique(nodesOf(error).flatMap((node) => coordinateAt(node, parsed) ?? []));
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];

/** The composer notes on each syntax node which subgraph it comes from, where it knows. */
const nodesOf = (error: GraphQLError) =>
  (error.nodes ?? []) as readonly (NonNullable<GraphQLError['nodes']>[number] & {
    readonly subgraph?: string;
  })[];
