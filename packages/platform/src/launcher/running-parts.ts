import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { hasCode } from '../failure';
import { startIdentity } from '../process/process-info';

const RunningPart = z
  .object({
    name: z.string(),
    kind: z.enum(['issuer', 'subgraph', 'insight', 'gateway']),
    /** Absent while the part is being restarted. */
    pid: z.number().int().optional(),
    port: z.number().int(),
    /** GraphQL URL; of the issuer and of the insight program its origin. */
    url: z.string(),
    /** Connection URL of the part's database as the role that serves, with its password. */
    databaseUrl: z.string().optional(),
    /** The same as the owner, who migrates and imports. */
    ownerDatabaseUrl: z.string().optional(),
  })
  .readonly();

const RunningParts = z
  .object({
    /** The launcher. */
    pid: z.number().int(),
    started: z.string(),
    parts: z.array(RunningPart).readonly(),
  })
  .readonly();

/** One process of the running platform, as other programs on this machine may use it. */
export type RunningPart = z.infer<typeof RunningPart>;

/** Folder below the data directory for what is true only while a launcher runs. */
export const runFolder = (dataDirectory: string): string => join(dataDirectory, 'run');

const file = (dataDirectory: string): string => join(runFolder(dataDirectory), 'parts.json');

/** Temporary file beside the list, until it is complete. */
const aside = (dataDirectory: string): string => `${file(dataDirectory)}.${process.pid}`;

/** Writes the list whole or not at all, for this user's eyes only: it holds passwords. */
export function writeRunningParts(dataDirectory: string, parts: readonly RunningPart[]): void {
  const list: z.infer<typeof RunningParts> = {
    pid: process.pid,
    started: startIdentity(process.pid) ?? '',
    parts,
  };
  writeFileSync(aside(dataDirectory), `${JSON.stringify(list, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(aside(dataDirectory), file(dataDirectory));
}

export function removeRunningParts(dataDirectory: string): void {
  for (const path of [file(dataDirectory), aside(dataDirectory)]) rmSync(path, { force: true });
}

/**
 * The parts that run on a data directory, for programs such as `mtg`.
 *
 * @returns undefined when nothing runs, also when a killed launcher left its list behind
 * @throws the system's error when the list belongs to another user (EACCES)
 */
export function readRunningParts(dataDirectory: string): readonly RunningPart[] | undefined {
  let text: string;
  try {
    text = readFileSync(file(dataDirectory), 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  const { pid, started, parts } = RunningParts.parse(JSON.parse(text));
  return startIdentity(pid) === started ? parts : undefined;
}
