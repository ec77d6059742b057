import { takeImportTurn } from '@mtg/commands';
import type { Clock } from '@mtg/governance';
import { ownRequestId } from '@mtg/service-kit';
import {
  inImportTransaction,
  readLinesAs,
  refuseLines,
  RequestLoaders,
  sha256Of,
  type ImportOptions,
  type LineProblem,
  type WriteCounts,
} from '@mtg/subgraph-kit';
import type { DataSource } from 'typeorm';
import { DistrictDirectory } from '../district-references/district-directory';
import type { StreetContext } from '../foundation/street-context';
import type { StreetProfile } from '../foundation/street-profile';
import { EntryLog } from './entry-log';
import { contentOf, type PastEntry, type PastImport, type PastTools } from './past-import';
import { PastLine } from './past-line';
import { PastNames } from './past-names';
import { PastSteps } from './past-steps';

interface PastImportOptions extends ImportOptions {
  /** Subject of the person who imports. */
  readonly subject: string;
  readonly clock: Clock;
}

/**
 * Imports what happened before the platform was used, all or nothing, each entry through the commands of its kind. Run
 * again, it changes nothing.
 *
 * @throws UnreadableFile when the file is not CSV in a known encoding
 * @throws ImportRefused with every problem's line, column and reason
 */
export function importPast(
  database: DataSource,
  bytes: Uint8Array,
  profile: StreetProfile,
  kind: PastImport,
  { fileName, record, dryRun = false, onProgress, subject, clock }: PastImportOptions,
): Promise<WriteCounts> {
  return inImportTransaction(database, dryRun, async (manager) => {
    await takeImportTurn(manager);
    const now = clock.now();
    const { rows, problems } = readLinesAs(bytes, kind.columns, (line) => line);
    const note = (problem: LineProblem): void => void problems.push(problem);
    const unsound = new Set(problems.map(({ line }) => line));
    const context = contextOf(database, profile, kind.name, clock);
    const steps = new PastSteps(manager, context, subject, now, note);
    const names = await PastNames.of(manager, profile);
    const tools: PastTools = {
      manager,
      steps,
      names,
      read: (line) => new PastLine(line, names, note),
      note,
    };
    const records = rows.map(({ row }) => row);
    const entries = kind.entriesOf(records, tools);
    const log = await EntryLog.of(
      manager,
      kind.name,
      entries.map(({ key }) => key),
    );
    const counts: WriteCounts = { inserted: 0, updated: 0, unchanged: 0 };
    for (const [index, entry] of entries.entries()) {
      onProgress?.(index + 1, entries.length);
      // What is wrong with a text by itself is said already.
      if (entry.lines.some(({ line }) => unsound.has(line))) continue;
      const content = contentOf(entry, kind.columns);
      const state = log.stateOf(entry.key, content);
      if (state === 'OTHER') note(importedOtherwise(entry, kind));
      if (state === 'SAME') counts.unchanged += 1;
      if (state !== 'NEW') continue;
      const id = await kind.enter(entry, tools);
      if (id === undefined) continue;
      await log.add(entry.key, content, id, now);
      counts.inserted += 1;
    }
    refuseLines(problems);
    const { targets } = steps;
    if (!dryRun && targets.length > 0) {
      const { inserted, updated } = counts;
      await record(manager, {
        fileName,
        sha256: sha256Of(bytes),
        replace: false,
        inserted,
        updated,
        targets,
      });
    }
    return counts;
  });
}

const importedOtherwise = ({ lines }: PastEntry, { keyColumn }: PastImport): LineProblem => ({
  line: lines[0]?.line ?? 1,
  column: keyColumn,
  reason:
    '此项已导入，内容不同。导入不更改已登记的内容：请恢复原来的内容，或用更正命令更正已登记的记录 · this was imported already with other values. An import changes nothing that is recorded: restore the values of then, or correct the record by a command',
});

/** The context of the commands of an import: no caller, no request, and no district to ask. */
function contextOf(database: DataSource, profile: StreetProfile, name: string, clock: Clock): StreetContext {
  return {
    requestId: ownRequestId(name),
    authorization: undefined,
    idempotencyKey: undefined,
    signal: new AbortController().signal,
    database,
    loaders: new RequestLoaders(),
    actor: undefined,
    clock,
    owner: profile.identity.code,
    districtUrl: undefined,
    profile,
    district: new DistrictDirectory(undefined),
  };
}
