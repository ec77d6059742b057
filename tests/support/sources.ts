import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project';

/** The sources of the product, without its tests. Paths from the root. */
export const sources: readonly string[] = ['packages', 'subgraphs', 'gateway'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => file.endsWith('.ts') && !/(^|\/)(node_modules|dist|test-support)\/|\.test\.ts$/.test(file),
    )
    .map((file) => join(folder, file)),
);

export const readSource = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
