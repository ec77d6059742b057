import type { Bilingual } from '@mtg/governance';
import type { Role } from '../roles/role';
import type { Readers } from './readers';

/** Fields that are read by the same people. */
export interface FieldGroupEntry {
  readonly label: Bilingual;
  readonly content: Bilingual;
  /** Without a token too. */
  readonly open?: true;
  /** Part that is open without a token, and the reason. */
  readonly openPart?: Bilingual & { readonly field: string };
  /** The district's, and one for all: a token of any street will do. */
  readonly ofDistrict?: true;
  /** The only departments whose officers read anything of it; any, if none are named. */
  readonly departments?: readonly string[];
  readonly readers: Readers;
  /** Roles whose every reading of its texts is recorded in the audit. */
  readonly recorded?: readonly Role[];
}

export const group = (label: Bilingual, content: Bilingual, readers: Readers): FieldGroupEntry => ({
  label,
  content,
  readers,
});

/** The two sides reconcile their books without a token. */
export const BOOK_STATES = {
  field: 'fundBook',
  zh: '已知标识的转拨和收回的状态和摘要，供两本账对账；不列出标识，不透露金额',
  en: 'state and digest of transfers and recalls whose ids the caller already knows, so that the two books can be reconciled; it lists no ids and reveals no amounts',
} as const;
