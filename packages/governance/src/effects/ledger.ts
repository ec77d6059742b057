import type { Maybe } from '../checks/facts';
import { r27 } from '../rules/r27-ledger';
import { localDay, type LocalDay } from '../time/local-day';
import type { Act } from './act';
import { present } from './present';

/** Part of an act that these effects need. An import is one as well, line by line. */
export type LedgerAct = Pick<Act, 'now' | 'require'> & { readonly actor: Pick<Act['actor'], 'subject'> };

/** A statement that is entered into a ledger. What R27 asks for may be missing, so that the rule answers. */
export interface EntryDraft {
  readonly text: Maybe<string>;
  readonly count: number | null;
  readonly source: Maybe<string>;
  readonly verifiedOn: Maybe<LocalDay>;
}

/** Enters a statement into a ledger, verified by the actor (R27). */
export function enteredIntoLedger(act: LedgerAct, { text, count, source, verifiedOn }: EntryDraft) {
  act.require(r27.check({ text, source, verifiedOn, today: localDay(act.now) }));
  return {
    text: present(text),
    count,
    source: present(source),
    verifiedOn: present(verifiedOn),
    verifiedAt: act.now,
    verifiedBy: act.actor.subject,
    amendedAt: null,
  };
}

interface VerifiedEntry {
  readonly verifiedOn: LocalDay;
}

/** Confirms that an entry still holds on a day (R27). */
export function verifiedEntry(act: LedgerAct, entry: VerifiedEntry, verifiedOn: Maybe<LocalDay>) {
  requireLater(act, entry, verifiedOn);
  return { verifiedOn: present(verifiedOn), verifiedAt: act.now, verifiedBy: act.actor.subject };
}

/** Amends an entry: another takes its place, and it stays as history (R27). */
export function amendedEntry(act: LedgerAct, entry: VerifiedEntry, draft: EntryDraft) {
  const entered = enteredIntoLedger(act, draft);
  requireLater(act, entry, draft.verifiedOn);
  return { entered, amended: { amendedAt: act.now } };
}

function requireLater(act: LedgerAct, entry: VerifiedEntry, verifiedOn: Maybe<LocalDay>): void {
  act.require(r27.check({ verifiedOn, lastVerifiedOn: entry.verifiedOn, today: localDay(act.now) }));
}
