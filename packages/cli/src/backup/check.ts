import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EXIT } from '@mtg/subgraph-kit';
import { CommandFailure } from '../command-failure';
import { sha256OfFile } from './digest';
import { fileOf, Manifest, MANIFEST_FILE, SUMS_FILE } from './manifest';

/** The backup is damaged, or not one; nothing was written to a database. */
export const refused = (chinese: string, english: string): CommandFailure =>
  new CommandFailure(
    EXIT.DATA,
    `备份不可用，未写入任何数据：${chinese} · The backup cannot be used. Nothing was written: ${english}`,
  );

const LINE = /^([0-9a-f]{64}) {2}(\S+)$/;

/**
 * Reads what a backup says of itself, having compared every file with its digest.
 *
 * @throws CommandFailure 66 when there is none, 65 when a file is damaged, missing or cut
 */
export async function checkBackup(folder: string): Promise<Manifest> {
  const sums = await readOf(folder, SUMS_FILE);
  const listed = new Map<string, string>();
  for (const line of sums.trimEnd().split('\n')) {
    const [, digest, name] = LINE.exec(line) ?? [];
    if (digest === undefined || name === undefined) throw damaged(SUMS_FILE);
    listed.set(name, digest);
  }
  if (!listed.has(MANIFEST_FILE)) throw damaged(SUMS_FILE);
  for (const [name, digest] of listed) {
    const found = await sha256OfFile(join(folder, name)).catch(() => undefined);
    if (found === undefined) throw refused(`缺少文件 ${name}`, `the file ${name} is missing`);
    if (found !== digest) throw damaged(name);
  }
  const manifest = parse(await readOf(folder, MANIFEST_FILE));
  const unlisted = manifest.tables.find(({ name }) => !listed.has(fileOf(name)));
  if (unlisted) throw damaged(SUMS_FILE);
  return manifest;
}

function parse(text: string): Manifest {
  try {
    return Manifest.parse(JSON.parse(text));
  } catch {
    throw refused(`${MANIFEST_FILE} 不是此版本能读的备份说明`, `this version cannot read ${MANIFEST_FILE}`);
  }
}

const damaged = (name: string): CommandFailure =>
  refused(`文件 ${name} 已损坏或不完整`, `the file ${name} is damaged or incomplete`);

async function readOf(folder: string, name: string): Promise<string> {
  try {
    return await readFile(join(folder, name), 'utf8');
  } catch {
    throw new CommandFailure(
      EXIT.NO_INPUT,
      `${folder} 不是完整的备份：读不到 ${name} · ${folder} is not a complete backup: ${name} cannot be read`,
    );
  }
}
