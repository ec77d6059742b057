import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { AuditEntry } from '@mtg/commands';
import { fileOf, type TableOfBackup } from './manifest';

const TABLE = 'audit_entry';

/** The entries of the audit chain in a backup, in the order of its file; none where it has no such table. */
export async function* auditEntriesIn(
  folder: string,
  tables: readonly TableOfBackup[],
): AsyncGenerator<readonly AuditEntry[]> {
  const table = tables.find(({ name }) => name === TABLE);
  if (!table) return;
  const texts: AsyncIterable<string> = createReadStream(join(folder, fileOf(TABLE)))
    .pipe(createGunzip())
    .setEncoding('utf8');
  let unfinished = '';
  for await (const text of texts) {
    const lines = (unfinished + text).split('\n');
    unfinished = lines.pop() ?? '';
    yield lines.map((line) => entryOf(table.columns, line));
  }
}

/** A row of COPY's text format. Backups from before there was a column lack it. */
function entryOf(columns: readonly string[], line: string): AuditEntry {
  const fields = line.split('\t');
  const row = new Map(columns.map((name, index) => [name, valueOf(fields[index])]));
  const optional = (name: string): string | null => row.get(name) ?? null;
  const text = (name: string): string => optional(name) ?? '';
  const imported = optional('imported');
  return {
    sequence: text('sequence'),
    at: new Date(text('at').replace(' ', 'T').replace(/\+00$/, 'Z')),
    actor: optional('actor'),
    role: optional('role'),
    scope: optional('scope'),
    command: text('command'),
    inputDigest: text('input_digest'),
    outcome: text('outcome') as AuditEntry['outcome'],
    code: optional('code'),
    rule: optional('rule'),
    targets: text('targets').slice(1, -1).split(',').filter(Boolean),
    requestId: text('request_id'),
    times: Number(optional('times') ?? 1),
    imported: imported === null ? null : (JSON.parse(imported) as AuditEntry['imported']),
    previousHash: text('previous_hash'),
    hash: text('hash'),
  };
}

const ESCAPED: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);

const valueOf = (field: string | undefined): string | null =>
  field === undefined || field === '\\N'
    ? null
    : field.replaceAll(/\\(.)/g, (_, letter: string) => ESCAPED.get(letter) ?? letter);
