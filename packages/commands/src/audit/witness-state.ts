import { codesOf } from '@mtg/governance';
import { registerVocabulary, wholeDatabase } from '@mtg/subgraph-kit';
import type { PartStatus } from '@mtg/service-kit';
import type { DataSource } from 'typeorm';

/** Results of comparing another subgraph's audit chain with earlier readings. */
const AUDIT_WITNESS_STATE_LABELS = {
  CONSISTENT: { zh: '相符', en: 'Consistent: continues what was read before' },
  CUT_OFF: { zh: '比先前读到的短', en: 'Shorter than before' },
  REWRITTEN: { zh: '先前读到的记录已被改动或缺失', en: 'An entry read before has changed or is missing' },
  UNREACHABLE: { zh: '连续两次未应答', en: 'No answer, twice in a row' },
} as const;
export const AuditWitnessState = codesOf(AUDIT_WITNESS_STATE_LABELS);
export type AuditWitnessState = keyof typeof AUDIT_WITNESS_STATE_LABELS;
registerVocabulary(
  AuditWitnessState,
  'AuditWitnessState',
  { zh: '审计链与先前读到的是否相符', en: 'Whether an audit chain agrees with earlier readings' },
  AUDIT_WITNESS_STATE_LABELS,
);

/** Result of the last check of a chain. */
export interface WitnessedChain {
  /** Code of the street, or `DISTRICT`. */
  readonly chain: string;
  readonly state: AuditWitnessState;
  /** Null before the other chain has answered. */
  readonly lastSequence: string | null;
  readonly checkedAt: Date | null;
}

const seen = new WeakMap<DataSource, Map<string, WitnessedChain>>();

/** Findings of this process on the chains that it witnesses, by code. */
export function witnessedChains(database: DataSource): Map<string, WitnessedChain> {
  const found = seen.get(wholeDatabase(database)) ?? new Map<string, WitnessedChain>();
  seen.set(wholeDatabase(database), found);
  return found;
}

/** Tells whether a chain contradicts what was seen of it. */
export const isContradicted = (state: AuditWitnessState | undefined): boolean =>
  state === 'CUT_OFF' || state === 'REWRITTEN';

/**
 * The part `audit` of readiness: degraded while a witnessed chain contradicts what was seen of it. The subgraph stays
 * ready, because another's history must not take this subgraph's service away.
 */
export function auditPart(database: DataSource): readonly PartStatus[] {
  const chains = [...witnessedChains(database).values()];
  if (chains.length === 0) return [];
  const contradicted = chains.filter(({ state }) => isContradicted(state));
  const reason = contradicted.map(({ chain, state }) => `${chain} ${state}`).join(', ');
  return [{ name: 'audit', ready: true, ...(contradicted.length > 0 && { degraded: reason }) }];
}
