import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse as parseYaml } from 'yaml';
import type { z } from 'zod';
import { parseCsv } from '../csv/csv';

/**
 * Reads a reference file (YAML) and checks its shape.
 *
 * @throws Error naming the file and each place in it that is wrong
 */
export function readYaml<Shape extends z.ZodType>(path: string, shape: Shape): z.output<Shape> {
  const result = shape.safeParse(parseYaml(readFileSync(path, 'utf8')));
  if (result.success) return result.data;
  const places = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`参考数据有误 · Invalid reference data: ${basename(path)}\n${places.join('\n')}`);
}

/**
 * Reads a reference file (CSV with a header line) into records of text.
 *
 * @throws Error naming the file and the line that has more values than the header
 */
export const readCsv = (path: string): readonly Readonly<Record<string, string>>[] =>
  parseCsv(readFileSync(path)).records.map(({ line, values, surplus }) => {
    if (surplus.length === 0) return values;
    throw new Error(`参考数据有误 · Invalid reference data: ${basename(path)}:${line}: ${surplus.join(',')}`);
  });
