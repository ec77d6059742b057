import { parseLsn, type Lsn } from '../replication/lsn';
import type { SourceSlot, SourceStart } from '../source/source-state';

/** A mirror as the warehouse remembers it. */
export interface KnownSource {
  readonly systemId: string | null;
  readonly startId: string | null;
  readonly signature: string | null;
  /** Everything before it has been written; null before the first copy is complete. */
  readonly applied: string | null;
  readonly copyWanted: boolean;
}

/** A source as it is now. */
export interface FoundSource {
  readonly systemId: string;
  readonly start: SourceStart | undefined;
  readonly signature: string;
  readonly slot: SourceSlot | undefined;
  /** End of its log. */
  readonly position: Lsn;
}

export const COPY_REASONS = {
  FIRST: { zh: '首次复制', en: 'first copy' },
  WANTED: { zh: '按要求重新同步', en: 'asked for' },
  OTHER_DATABASE: { zh: '数据库已更换', en: 'another database' },
  OTHER_TABLES: { zh: '共享的表或列已变化', en: 'shared tables or columns have changed' },
  SLOT_GONE: { zh: '复制槽已不存在', en: 'the replication slot is gone' },
  LOG_GONE: {
    zh: '积压过多，源端已不再保留日志',
    en: 'the source no longer keeps the log: too much was waiting',
  },
  SLOT_AHEAD: {
    zh: '源端已不再保留尚未写入的变更',
    en: 'the source no longer has changes that were not written',
  },
  OLDER_COPY: { zh: '源端已由较早的备份恢复', en: 'the source was restored from an older backup' },
} as const;

export type CopyReason = keyof typeof COPY_REASONS;

/** Says why a source has to be copied again before it can be followed. Undefined if it need not. */
export function reasonToCopy(known: KnownSource, found: FoundSource): CopyReason | undefined {
  if (known.applied === null) return 'FIRST';
  if (known.copyWanted) return 'WANTED';
  if (known.systemId !== found.systemId) return 'OTHER_DATABASE';
  if (known.signature !== found.signature) return 'OTHER_TABLES';
  if (!found.slot) return 'SLOT_GONE';
  if (!found.slot.usable) return 'LOG_GONE';
  const applied = parseLsn(known.applied);
  // A copy that was not finished has made the slot again, or the warehouse itself was restored.
  if (found.slot.confirmed > applied) return 'SLOT_AHEAD';
  if (found.position < applied || isEarlier(found.start, applied, known.startId)) return 'OLDER_COPY';
  return undefined;
}

/**
 * A start that was not seen before, and that stands in a part of the log that was already written: that part was another. A
 * start of the same database comes later in its log, or was seen while the warehouse followed it.
 */
const isEarlier = (start: SourceStart | undefined, applied: Lsn, startId: string | null): boolean =>
  start !== undefined && start.id !== startId && start.position < applied;
