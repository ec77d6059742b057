import { field } from '@mtg/commands';
import { enteredIntoLedger, LedgerKind } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { centerCode, communityCode } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { requireCenter, requireCommunity } from '../../../organization/require-addressee';
import { entryInput } from '../entry-input';
import { LedgerEntry } from '../ledger-entry';

/** R27: a center records what it has found out about a community. */
export const recordLedgerEntry = defineCommand({
  name: 'recordLedgerEntry',
  description: zhEn('登记台账条目(R27)', 'Records a ledger entry of a center on a community (R27)'),
  input: {
    centerCode,
    communityCode,
    kind: field.choice(LedgerKind, zhEn('种类', 'Kind')),
    ...entryInput,
  },
  payload: { ledgerEntry: () => LedgerEntry },
  target: ({ centerCode }) => ({ center: centerCode }),
  execute: async ({ centerCode, communityCode, kind, ...statement }, transaction) => {
    const values = enteredIntoLedger(transaction, statement);
    await requireCenter(transaction, centerCode, 'centerCode');
    await requireCommunity(transaction, communityCode, 'communityCode');
    const ledgerEntry = await transaction.insert(LedgerEntry, {
      ...values,
      centerCode,
      communityCode,
      kind,
      previousId: null,
      reason: null,
    });
    return { ledgerEntry };
  },
});
