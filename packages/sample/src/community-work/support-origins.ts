import { LedgerKind } from '@mtg/governance';
import type { SampleRow } from '../sheet';
import type { Story } from '../story';

/** A record of the week from which a problem is raised (R28). */
export interface Origin {
  readonly centerCode: string;
  readonly communityCode: string;
  readonly visitId: string | null;
  readonly sentimentLogId: string | null;
  readonly ledgerEntryId: string | null;
}

/** Entries that tell of a problem. */
const TELLING: ReadonlySet<unknown> = new Set([LedgerKind.KEY_DIFFICULTY, LedgerKind.NEED]);
/** Shares of the problems that a center raises from a log, and from a visit alone; communities raise the others themselves. */
const FROM_LOG = 0.5;
const FROM_VISIT = 0.2;

const originOf = ({ centerCode, communityCode }: SampleRow, ids: Partial<Origin>): Origin => ({
  // Both are columns of visits, logs and entries.
  centerCode: String(centerCode),
  communityCode: String(communityCode),
  visitId: null,
  sentimentLogId: null,
  ledgerEntryId: null,
  ...ids,
});

/** A log or a visit of the center in this week, before a moment; undefined where none is chosen. */
export function heardOnVisit(story: Story, center: string, moment: Date): Origin | undefined {
  const { random } = story;
  const earlier = (table: 'SentimentLog' | 'CommunityVisit'): readonly SampleRow[] =>
    story.rowsOf(table).filter(({ centerCode, createdAt }) => centerCode === center && createdAt < moment);
  const logs = earlier('SentimentLog');
  if (logs.length === 0) return undefined;
  const share = random.whole(1, 100) / 100;
  if (share <= FROM_LOG) {
    const log = random.pick(logs);
    return originOf(log, { visitId: String(log['visitId']), sentimentLogId: log.id });
  }
  if (share > FROM_LOG + FROM_VISIT) return undefined;
  const visit = random.pick(earlier('CommunityVisit'));
  return originOf(visit, { visitId: visit.id });
}

/** Difficulties and needs that were entered into the ledger in this week, before a moment. */
export const foundInLedger = (story: Story, moment: Date): readonly Origin[] =>
  story
    .rowsOf('LedgerEntry')
    .filter(({ kind, createdAt }) => TELLING.has(kind) && createdAt < moment)
    .map((entry) => originOf(entry, { ledgerEntryId: entry.id }));
