import {
  amendedEntry,
  comparisonForm,
  LEDGER_KIND_LABELS,
  verifiedEntry,
  type LedgerAct,
} from '@mtg/governance';
import type { LineProblem } from '@mtg/subgraph-kit';
import type { LedgerEntry } from '../ledger-entry';
import type { LedgerLine } from './ledger-line';
import { problemsOfAct } from './line-act';
import type { Places } from '../../../organization/places';

/** Subject of a line, by which it is told apart from others: center, community, kind and text. */
export const subjectOf = ({
  centerCode,
  communityCode,
  kind,
  text,
}: Pick<LedgerLine, 'centerCode' | 'communityCode' | 'kind' | 'text'>): string =>
  [centerCode, communityCode, kind, comparisonForm(text ?? '')].join('\n');

/** The same in words. */
export const wordsFor =
  (places: Places) =>
  ({ centerCode, communityCode, kind, text }: LedgerLine): string =>
    [
      places.nameOf(centerCode),
      places.nameOf(communityCode),
      LEDGER_KIND_LABELS[kind].zh,
      comparisonForm(text ?? ''),
    ].join('、');

/** Outcome of a line: a new entry, none, or a change of the entry that is in force. */
export type LineOutcome =
  | { readonly kind: 'NEW' | 'UNCHANGED'; readonly entry?: undefined }
  | { readonly kind: 'VERIFY' | 'AMEND'; readonly entry: LedgerEntry };

/**
 * Compares a line with the entries of its subject, history included: a statement that was entered before, and has been
 * verified or amended since, is not entered a second time.
 */
export function outcomeOf(line: LedgerLine, stored: readonly LedgerEntry[]): LineOutcome {
  const day = line.verifiedOn ?? '';
  const isStated = stored.some((entry) => isSame(line, entry) && entry.verifiedOn >= day);
  if (isStated) return { kind: 'UNCHANGED' };
  const entry = stored.find(({ amendedAt }) => amendedAt === null);
  if (!entry) return { kind: 'NEW' };
  return { kind: isSame(line, entry) ? 'VERIFY' : 'AMEND', entry };
}

const isSame = (line: LedgerLine, entry: LedgerEntry): boolean =>
  entry.count === line.count && comparisonForm(entry.source) === comparisonForm(line.source ?? '');

/** Reasons that keep a line from changing an entry: that it was not asked for, or a rule. */
export function problemsOfChange(
  { line, row }: { readonly line: number; readonly row: LedgerLine },
  outcome: LineOutcome,
  { act, places, replace }: { readonly act: LedgerAct; readonly places: Places; readonly replace: boolean },
): readonly LineProblem[] {
  const { entry } = outcome;
  if (!entry) return [];
  if (!replace) return [storedOtherwise(line, row, entry, places)];
  return problemsOfAct(line, () =>
    outcome.kind === 'VERIFY' ? verifiedEntry(act, entry, row.verifiedOn) : amendedEntry(act, entry, row),
  );
}

function storedOtherwise(line: number, row: LedgerLine, entry: LedgerEntry, places: Places): LineProblem {
  const differences = (
    [
      ['数量', 'count', entry.count, row.count],
      ['来源', 'source', entry.source, row.source],
      ['核实日期', 'day of verification', entry.verifiedOn, row.verifiedOn],
    ] as const
  ).filter(([, , was, is]) => was !== is);
  const zh = differences.map(([name, , was, is]) => `${name}已登记为“${was ?? ''}”，文件为“${is ?? ''}”`);
  const en = differences.map(
    ([, name, was, is]) => `${name} is “${was ?? ''}” in the ledger and “${is ?? ''}” in the file`,
  );
  const where = `${places.nameOf(entry.centerCode)}、${places.nameOf(entry.communityCode)}`;
  return {
    line,
    column: 'text',
    reason: `${where}已有此条目：${zh.join('；')}。确要核实或更正请加 --replace · the ledger has this entry already: ${en.join('; ')}. Use --replace to verify or amend it`,
  };
}
