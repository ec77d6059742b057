import { readFile } from 'node:fs/promises';
import { ConfigurationError } from '@mtg/service-kit';

/** @throws ConfigurationError when the file cannot be read */
export async function readSupergraphFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw unusableSupergraph(`无法读取 ${file} · ${file} cannot be read`);
  }
}

/** The supergraph is missing, damaged, or of another list of subgraphs. */
export const unusableSupergraph = (reason: string): ConfigurationError =>
  new ConfigurationError([
    `SUPERGRAPH_FILE: ${reason}. 请运行 npm run generate 重新生成 · Run npm run generate to write it again`,
  ]);
