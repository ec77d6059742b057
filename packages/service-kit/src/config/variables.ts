import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { ConfigurationError } from './configuration-error';

/** One environment variable: how it is checked, what it is for, and an example that would pass the check. */
export interface Variable<T> {
  readonly schema: z.ZodType<T>;
  /** Chinese first, then English. */
  readonly description: string;
  readonly example: string;
}

export const variable = <T>(schema: z.ZodType<T>, description: string, example: string): Variable<T> => ({
  schema,
  description,
  example,
});

type Variables = Readonly<Record<string, Variable<unknown>>>;
export type Values<V extends Variables> = { [K in keyof V]: V[K] extends Variable<infer T> ? T : never };
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads and checks all variables at once, so that a wrong deployment is told everything that is wrong in one go.
 * `NAME_FILE` may name a file that holds the value (a container secret); a blank value, or a blank file, counts as not set.
 *
 * @throws ConfigurationError listing every variable that is missing or wrong, each with its example
 */
export function readVariables<V extends Variables>(variables: V, environment: Environment): Values<V> {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, { schema, description, example }] of Object.entries(variables)) {
    const raw = readRaw(name, environment);
    const result = raw.problem === undefined ? schema.safeParse(raw.value) : undefined;
    if (result?.success) {
      values[name] = result.data;
      continue;
    }
    const reason =
      raw.problem ??
      (raw.value === undefined
        ? '缺少 · missing'
        : `不正确 · not valid: ${result?.error?.issues.map((issue) => issue.message).join('; ') ?? ''}`);
    problems.push(`${name}: ${reason}. ${description}. 例 · e.g. ${name}=${example}`);
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  // Each key of V was just parsed by the schema of that key.
  return values as Values<V>;
}

function readRaw(name: string, environment: Environment): { value?: string; problem?: string } {
  const file = environment[`${name}_FILE`];
  if (!file) return unlessBlank(environment[name]);
  try {
    return unlessBlank(readFileSync(file, 'utf8').trim());
  } catch {
    return { problem: `${name}_FILE 指向的文件无法读取 · the file that ${name}_FILE names cannot be read` };
  }
}

const unlessBlank = (value = ''): { value?: string } => (value.trim() === '' ? {} : { value });

/** A table of the variables for `--help`. */
export function describeVariables(variables: Variables): string {
  return Object.entries(variables)
    .map(
      ([name, { description, example }]) =>
        `  ${name}\n      ${description}\n      例 · e.g. ${name}=${example}`,
    )
    .join('\n');
}
